// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Source } from './Source';
import { Container, Span, Splice } from './types';

/**
 * Takes a member away. On lines of its own, these lines go, with the comment behind it and one of two blank lines
 * that would meet; comments above it stay.
 */
export function removeMember(
  source: Source,
  container: Container,
  member: Span,
): Splice {
  const after = source.afterLine(member.end);
  return source.isFirstOnLine(member.start) && after !== undefined
    ? lines(source, container, source.lineStart(member.start), after)
    : inline(source, container, member);
}

function lines(
  source: Source,
  { open, kind, close }: Container,
  start: number,
  end: number,
): Splice {
  const { text } = source;
  const isAtTop =
    kind === 'file'
      ? start === 0
      : source.lineStart(start - 1) === source.lineStart(open);
  const isLast =
    end === text.length ||
    source.isBlankLine(end) ||
    (kind !== 'file' && source.lineStart(close) === end);
  if (isAtTop && source.isBlankLine(end)) {
    return { start, end: text.indexOf('\n', end) + 1, text: '' };
  }
  const blank = isLast ? source.blankLineBefore(start) : undefined;
  const from = blank ?? start;
  // A text without a final line end stays one.
  const isCut = end === text.length && !text.endsWith('\n');
  const newline = text.startsWith('\r\n', from - 2) ? 2 : 1;
  return { start: isCut && from > 0 ? from - newline : from, end, text: '' };
}

function inline(
  source: Source,
  { open, close, members }: Container,
  member: Span,
): Splice {
  const index = members.findIndex(({ start }) => start === member.start);
  const [previous, next] = [members[index - 1], members[index + 1]];
  if (next && source.isOneLine({ start: member.end, end: next.start })) {
    return { start: member.start, end: next.start, text: '' };
  }
  if (
    previous &&
    source.isOneLine({ start: previous.end, end: member.start })
  ) {
    return { start: previous.end, end: member.end, text: '' };
  }
  if (!previous && !next && source.isOneLine({ start: open, end: close })) {
    return { start: open, end: close, text: '' };
  }
  const comma = /[ \t]*,?[ \t]*/y;
  comma.lastIndex = member.end;
  const end = member.end + comma.exec(source.text)![0].length;
  return { start: member.start, end, text: '' };
}
