// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The Markdown that READMEs of modules are made of: headings, paragraphs, lists, tables, code, quotes. HTML is text here,
// so that a README can show something and never do anything.

/** One part of a text, with its inline marks still in it. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'quote'; text: string }
  | { kind: 'list'; isOrdered: boolean; items: string[] }
  | { kind: 'table'; header: string[]; rows: string[][] };

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const ITEM = /^ {0,3}(?:([-*+])|(\d{1,9})[.)])\s+(.*)$/;
const RULE = /^ {0,3}([-*_])(\s*\1){2,}\s*$/;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** Reads a text into its parts; what is none of them is a paragraph. */
export function readBlocks(text: string): Block[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  let at = 0;
  const take = (isOf: (line: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && isOf(lines[at])) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at];
    const [, fence] = FENCE.exec(line) ?? [];
    const [, marks, title] = HEADING.exec(line) ?? [];
    if (line.trim() === '' || RULE.test(line)) {
      at += 1;
    } else if (fence) {
      at += 1;
      const code = take(each => !each.trim().startsWith(fence));
      at += 1;
      blocks.push({ kind: 'code', text: code.join('\n') });
    } else if (marks) {
      at += 1;
      blocks.push({ kind: 'heading', level: marks.length, text: title });
    } else if (line.includes('|') && TABLE_RULE.test(lines[at + 1] ?? '')) {
      const [header, , ...rows] = take(each => each.includes('|')).map(cells);
      blocks.push({ kind: 'table', header, rows });
    } else if (line.startsWith('>')) {
      const quoted = take(each => each.startsWith('>'));
      const words = quoted.map(each => each.replace(/^>\s?/, ''));
      blocks.push({ kind: 'quote', text: words.join(' ') });
    } else if (ITEM.test(line)) {
      blocks.push(list(take(each => ITEM.test(each) || /^\s+\S/.test(each))));
    } else {
      const words = take(each => each.trim() !== '' && !begins(each));
      blocks.push({
        kind: 'paragraph',
        text: words.map(each => each.trim()).join(' '),
      });
    }
  }
  return blocks;
}

function begins(line: string): boolean {
  return FENCE.test(line) || HEADING.test(line) || ITEM.test(line);
}

function list(lines: string[]): Block {
  const items: string[] = [];
  for (const line of lines) {
    const [, , , text] = ITEM.exec(line) ?? [];
    if (text !== undefined) items.push(text);
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  const isOrdered = ITEM.exec(lines[0])?.[2] !== undefined;
  return { kind: 'list', isOrdered, items };
}

/** The cells of a row; `\|` is a bar in one. */
function cells(line: string): string[] {
  return line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim().replace(/\\\|/g, '|'));
}
