// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Source } from './Source';
import { Container, Span, Splice } from './types';
import { Layout } from './write';

/** Writes the member for a layout. */
type Write = (layout: Layout) => string;

/**
 * Puts a new member at the end of a container, after a blank line: it is then a group of its own, which
 * `terraform fmt` aligns with nothing else.
 *
 * @param options - `isInline` where what holds the container stands on one line with others
 */
export function insertMember(
  source: Source,
  container: Container,
  options: { isInline: boolean; write: Write },
): Splice[] {
  if (container.kind === 'file') return [atEnd(source, options.write)];
  const { open, close } = container;
  const layout = layoutIn(source, container);
  const isEmpty = source.text.slice(open, close).trim() === '';
  if (
    source.isFirstOnLine(close) &&
    !source.isOneLine({ start: open, end: close })
  ) {
    const start = source.lineStart(close);
    const blank =
      isEmpty || source.blankLineBefore(start) !== undefined ? '' : layout.eol;
    const text = `${blank}${layout.indent}${options.write(layout)}${
      layout.eol
    }`;
    return [{ start, end: start, text }];
  }
  const isOneLineObject =
    container.kind === 'object' &&
    source.isOneLine({ start: open, end: close });
  if (isOneLineObject && (!isEmpty || options.isInline)) {
    return [
      between(source, container, options.write({ ...layout, isInline: true })),
    ];
  }
  return onOwnLines(source, container, options.write(layout));
}

/** Appends an item to a list. */
export function appendItem(
  source: Source,
  container: Container,
  write: Write,
): Splice[] {
  const { open, close, members } = container;
  const last = members[members.length - 1];
  const layout = layoutIn(source, container);
  if (
    !source.isFirstOnLine(close) ||
    source.isOneLine({ start: open, end: close })
  ) {
    return [between(source, container, write({ ...layout, isInline: true }))];
  }
  const start = source.lineStart(close);
  const line = `${layout.indent}${write(layout)},${layout.eol}`;
  return [
    ...(commaAfter(source, container, last) === undefined
      ? [{ start: last.end, end: last.end, text: ',' }]
      : []),
    { start, end: start, text: line },
  ];
}

function layoutIn(source: Source, { open, members }: Container): Layout {
  const { unit } = source;
  const first = members.find(({ start }) => source.isFirstOnLine(start));
  return {
    indent: first
      ? source.indentAt(first.start)
      : `${source.indentAt(open)}${unit}`,
    unit,
    eol: source.eolAt(open),
    isInline: false,
  };
}

function atEnd(source: Source, write: Write): Splice {
  const { text, unit } = source;
  const eol = source.eolAt(text.length);
  const member = write({ indent: '', unit, eol, isInline: false });
  const at = /[ \t]*$/.exec(text)!.index;
  const before = text.slice(0, at);
  if (before.trim() === '') {
    return { start: at, end: at, text: `${member}${eol}` };
  }
  if (!before.endsWith('\n')) {
    const end = text.length;
    return { start: end, end, text: `${eol}${eol}${member}` };
  }
  const blank = source.blankLineBefore(at) === undefined ? eol : '';
  return { start: at, end: at, text: `${blank}${member}${eol}` };
}

/** On one line: behind the last member, or between the braces. */
function between(source: Source, container: Container, member: string): Splice {
  const { open, close, members, kind } = container;
  const last = members[members.length - 1];
  if (!last) {
    const text = kind === 'list' ? member : ` ${member} `;
    return { start: open, end: close, text };
  }
  const comma = commaAfter(source, container, last);
  return comma === undefined
    ? { start: last.end, end: last.end, text: `, ${member}` }
    : { start: comma, end: comma, text: ` ${member},` };
}

/** Puts what stands on the line of a brace on lines of its own. */
function onOwnLines(
  source: Source,
  { kind, open, close }: Container,
  member: string,
): Splice[] {
  const { text } = source;
  const { eol, unit } = { eol: source.eolAt(open), unit: source.unit };
  const outer = source.indentAt(open);
  const inside = text.slice(open, close);
  const lead = /^[ \t]*/.exec(inside)![0].length;
  const tail = /\s*$/.exec(inside)!.index;
  const isEmpty = inside.trim() === '';
  const end = { start: open + (isEmpty ? 0 : tail), end: close };
  const newLine = `${eol}${outer}${unit}`;
  const closing = `${isEmpty ? '' : eol}${newLine}${member}${eol}${outer}`;
  const isOneLineBlock =
    kind === 'block' &&
    !isEmpty &&
    source.isOneLine({ start: open, end: close });
  return [
    ...(isOneLineBlock
      ? [{ start: open, end: open + lead, text: newLine }]
      : []),
    { ...end, text: closing },
  ];
}

/** Behind the comma that follows a member. */
function commaAfter(
  source: Source,
  { close }: Container,
  member: Span,
): number | undefined {
  const gap = /(?:\s|\/\*[^]*?\*\/|(?:#|\/\/)[^\n]*\n)*,/y;
  gap.lastIndex = member.end;
  const match = gap.exec(source.text);
  const end = match ? match.index + match[0].length : Infinity;
  return end <= close ? end : undefined;
}
