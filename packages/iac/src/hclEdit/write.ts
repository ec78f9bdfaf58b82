// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonValue } from '@backstage/types';
import { encodeHclValue } from '../hcl/encode';
import { encodeKey } from '../hcl/keys';
import { Content } from './types';

/** How something is laid out: on one line, or on several below an indentation. */
export interface Layout {
  indent: string;
  unit: string;
  eol: string;
  isInline: boolean;
}

export function writeContent(content: Content, layout: Layout): string {
  if ('expression' in content) return content.expression;
  if (layout.isInline) return inline(content.value);
  return laidOut(encodeHclValue(content.value), layout);
}

/** What was encoded with two spaces a level, at its place. A line end in a string is written as an escape: every one is layout. */
export function laidOut(text: string, layout: Layout): string {
  return text
    .split('\n')
    .map((line, index) => {
      if (index === 0) return line;
      const [spaces] = /^ */.exec(line)!;
      const levels = layout.unit.repeat(spaces.length / 2);
      return `${layout.indent}${levels}${line.slice(spaces.length)}`;
    })
    .join(layout.eol);
}

/** `a = { b = value }` for the keys a and b. */
export function writeMember(
  keys: readonly string[],
  content: Content,
  layout: Layout,
): string {
  const [name, ...rest] = keys;
  const { key } = encodeKey(name);
  if (rest.length === 0) return `${key} = ${writeContent(content, layout)}`;
  if (layout.isInline) {
    return `${key} = { ${writeMember(rest, content, layout)} }`;
  }
  const { indent, unit, eol } = layout;
  const inner = writeMember(rest, content, {
    ...layout,
    indent: indent + unit,
  });
  return `${key} = {${eol}${indent}${unit}${inner}${eol}${indent}}`;
}

function inline(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (value === null || typeof value !== 'object') return encodeHclValue(value);
  const entries = Object.entries(value).map(
    ([name, item]) => `${encodeKey(name).key} = ${inline(item as JsonValue)}`,
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
