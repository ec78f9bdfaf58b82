// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject } from '@backstage/types';
import { iacError } from '../errors';
import { encodeHclValue, layOutEntries } from '../hcl/encode';
import { quoteText } from '../hcl/quote';
import { insertMember } from './insert';
import { removeMember } from './remove';
import { Source } from './Source';
import { Content, HclEdit, Splice, Target } from './types';
import { laidOut, Layout } from './write';

const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** What adds a block or takes it away. */
export function spliceBlock(
  source: Source,
  target: Target,
  edit: HclEdit,
  content?: Content,
): Splice[] {
  const at = edit.at.join('.');
  const invalid = (reason: string) =>
    iacError('hcl-edit-invalid', { op: edit.op, at, reason });
  if (edit.op === 'removeBlock') {
    if (target.kind === 'block') {
      return [removeMember(source, target.container, target.block.range)];
    }
    if (target.kind === 'value') throw invalid('names a value. Use remove');
    throw iacError('hcl-path-not-found', { at, step: target.rest[0] ?? '' });
  }
  if (target.kind === 'block') {
    const { line, column } = target.block.range;
    throw iacError('hcl-block-exists', { at, line }, { line, column });
  }
  const { container } = target;
  if (
    target.kind === 'value' ||
    (container.kind !== 'file' && container.kind !== 'block')
  ) {
    throw invalid('lies in a value, where there are no blocks');
  }
  const [type, ...labels] = target.rest;
  if (!NAME.test(type ?? '')) {
    throw invalid(
      'has a block type that is not plain. Use letters, digits, _ and -',
    );
  }
  const attributes =
    content && 'value' in content ? (content.value as JsonObject) : {};
  const odd = Object.keys(attributes).find(name => !NAME.test(name));
  if (odd !== undefined) {
    throw invalid(`has the attribute "${odd}", which is not plain`);
  }
  const head = [type, ...labels.map(label => `"${quoteText(label)}"`)].join(
    ' ',
  );
  return insertMember(source, container, {
    isInline: false,
    write: layout => `${head} ${writeBody(attributes, layout)}`,
  });
}

function writeBody(attributes: JsonObject, layout: Layout): string {
  const entries = Object.entries(attributes).map(([name, value]) => ({
    key: name,
    width: name.length,
    text: encodeHclValue(value ?? null, { path: name, indent: 1 }),
  }));
  if (entries.length === 0) return `{${layout.eol}${layout.indent}}`;
  return laidOut(`{\n${layOutEntries(entries, 1)}}`, layout);
}
