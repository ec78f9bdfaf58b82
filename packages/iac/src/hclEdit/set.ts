// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isDeepStrictEqual } from 'node:util';
import { iacError } from '../errors';
import { readLiteral } from '../hcl/literal';
import { HclExpression } from '../hcl/types';
import { appendItem, insertMember } from './insert';
import { Source } from './Source';
import { Container, Content, HclEdit, Span, Splice, Target } from './types';
import { writeContent, writeMember } from './write';

/** Attributes that are objects wherever they stand, so that one may be made for a key in it. */
const OBJECTS = new Set(['inputs', 'values']);

/** What replaces a value or adds a key; nothing when the value is there already. */
export function spliceSet(
  source: Source,
  target: Target & { kind: 'value' | 'missing' },
  edit: HclEdit,
  content: Content,
): Splice[] {
  return target.kind === 'value'
    ? replace(source, target, content)
    : add(source, target, edit, content);
}

function replace(
  source: Source,
  target: Target & { kind: 'value' },
  content: Content,
): Splice[] {
  const { value, member, container } = target;
  const { start, end } = value.range;
  if (isSame(source.text.slice(start, end), value, content)) return [];
  const text = writeContent(content, {
    indent: source.indentAt(member.start),
    unit: source.unit,
    eol: source.eolAt(start),
    isInline: isInline(source, container, member),
  });
  return [{ start, end, text }];
}

function isSame(text: string, value: HclExpression, content: Content): boolean {
  if ('expression' in content) return text === content.expression;
  const literal = readLiteral(value);
  return literal.isLiteral && isDeepStrictEqual(literal.value, content.value);
}

/**
 * Whether a value has to stay on its line: another member is on the same line, or on the next, where
 * `terraform fmt` aligns the two as long as neither has several lines.
 */
function isInline(source: Source, container: Container, member: Span): boolean {
  const { members, kind } = container;
  const index = members.findIndex(({ start }) => start === member.start);
  const isOneLine = source.isOneLine(member);
  const isNear = (from: number, to: number) => {
    const lines = source.newlines(from, to);
    return lines === 0 || (lines === 1 && isOneLine && kind !== 'list');
  };
  const [previous, next] = [members[index - 1], members[index + 1]];
  return (
    (previous !== undefined && isNear(previous.end, member.start)) ||
    (next !== undefined && isNear(member.end, next.start)) ||
    !source.isFirstOnLine(member.start)
  );
}

function add(
  source: Source,
  target: Target & { kind: 'missing' },
  edit: HclEdit,
  content: Content,
): Splice[] {
  const { container, rest, holder } = target;
  const notFound = () =>
    iacError('hcl-path-not-found', {
      at: edit.at.join('.'),
      step: rest[0] ?? '',
    });
  if (container.kind === 'list') {
    const { length } = container.members;
    if (rest.length !== 1 || rest[0] !== String(length)) throw notFound();
    return appendItem(source, container, layout =>
      writeContent(content, layout),
    );
  }
  if (container.kind !== 'object') {
    if (rest.length > 1 && !OBJECTS.has(rest[0])) throw notFound();
    if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(rest[0] ?? '')) {
      throw iacError('hcl-edit-invalid', {
        op: edit.op,
        at: edit.at.join('.'),
        reason:
          'names an attribute that is not plain. Use letters, digits, _ and -',
      });
    }
  }
  return insertMember(source, container, {
    isInline:
      holder !== undefined && isInline(source, holder.container, holder.member),
    write: layout =>
      container.kind === 'object'
        ? writeMember(rest, content, layout)
        : // Names of attributes are never quoted.
          writeMember(rest, content, layout).replace(/^"([^"]*)" =/, '$1 ='),
  });
}
