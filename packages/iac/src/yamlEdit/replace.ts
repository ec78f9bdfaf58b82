// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isDeepStrictEqual } from 'node:util';
import { JsonValue } from '@backstage/types';
import { isCollection, isScalar, Node } from 'yaml';
import { columnAt, contentEnd, eolAt, lineStart } from './lines';
import { isNothing } from './locate';
import { Slot, Splice } from './types';
import { writeBlock, writeInline } from './write';

/** What replaces the value of a slot; nothing when it is there already. */
export function replaceValue(
  text: string,
  slot: Slot,
  value: JsonValue,
): Splice[] {
  const { value: old, collection } = slot;
  if (old && isDeepStrictEqual(old.toJSON() as unknown, value)) return [];
  const isMany =
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length > 0;
  const isBlock = isMany && !collection.isFlow;
  if (old && isCollection(old) && !old.flow && old.items.length > 0) {
    return isBlock
      ? [overBlock(text, slot, value)]
      : overBlockInline(text, slot, value);
  }
  const [start, end] = rangeOf(slot);
  if (isBlock && !isCollection(old) && isLineFree(text, end)) {
    return [blockBehind(text, slot, value, end)];
  }
  if (isScalar(old) && old.type?.startsWith('BLOCK_')) {
    return [{ start, end, text: blockScalar(text, old, value) }];
  }
  // Before it there may be an anchor or tag, or nothing but the colon.
  const gap = /[\s[{,]/.test(text[start - 1] ?? ' ') ? '' : ' ';
  return [
    {
      start,
      end,
      text: `${gap}${writeInline(value, {
        quote: quoteOf(old),
        isFlow: collection.isFlow,
      })}`,
    },
  ];
}

/** A collection in place of one: its first line begins where the other's did. */
function overBlock(text: string, slot: Slot, value: JsonValue): Splice {
  const start = slot.value!.range![0];
  const at = columnAt(text, start);
  const lines = writeBlock(value, { indentSeq: indentsSequences(text) });
  const end = trimmedEnd(text, contentEnd(slot));
  return { start, end, text: lines.join(`${eolAt(text, start)}${at}`) };
}

/** Something short in place of a collection on lines of its own. */
function overBlockInline(text: string, slot: Slot, value: JsonValue): Splice[] {
  const { valueStart } = slot;
  const start = slot.value!.range![0];
  const written = writeInline(value, { isFlow: false });
  const end = trimmedEnd(text, contentEnd(slot));
  if (lineStart(text, start) === lineStart(text, valueStart)) {
    return [{ start, end, text: written }];
  }
  // The comment behind the colon, and those on lines between, stay.
  const from = trimmedEnd(text, lineStart(text, start));
  if (from <= valueStart)
    return [{ start: valueStart, end, text: ` ${written}` }];
  return [
    { start: valueStart, end: valueStart, text: ` ${written}` },
    { start: from, end, text: '' },
  ];
}

/** A collection on lines of its own behind a colon or a dash; what stands there until `end` goes. */
export function blockBehind(
  text: string,
  slot: Slot,
  value: JsonValue,
  end: number,
): Splice {
  const eol = eolAt(text, slot.start);
  const indentSeq = indentsSequences(text);
  const lines = writeBlock(value, { indentSeq });
  const { valueStart, start } = slot;
  const base = columnAt(text, start);
  if (!slot.pair) {
    // Behind a dash the first line follows at once.
    return {
      start: valueStart,
      end: Math.max(end, valueStart),
      text: ` ${lines.join(`${eol}${base}  `)}`,
    };
  }
  const pad = Array.isArray(value) && !indentSeq ? base : `${base}  `;
  return {
    start: valueStart,
    end: Math.max(end, valueStart),
    text: `${eol}${lines.map(line => pad + line).join(eol)}`,
  };
}

function blockScalar(text: string, old: Node, value: JsonValue): string {
  const [start, end] = old.range!;
  const eol = eolAt(text, start);
  const literal = /^\|([+-]?)[ \t]*(#.*)?\r?\n([ ]+)/.exec(
    text.slice(start, end),
  );
  const tail = text.slice(start, end).endsWith('\n') ? eol : '';
  const isLines =
    typeof value === 'string' &&
    /^[^\s][\x20-\x7e\u00a1-\u024f\n]*[^\s]\n?$/.test(value) &&
    value.includes('\n');
  if (!literal || !isLines || tail === '') {
    return `${writeInline(value, { isFlow: false })}${tail}`;
  }
  const chomp = value.endsWith('\n') ? '' : '-';
  const lines = value.replace(/\n$/, '').split('\n');
  const body = lines.map(line => (line === '' ? '' : `${literal[3]}${line}`));
  return [`|${chomp}`, ...body, ''].join(eol);
}

function rangeOf({ value, valueStart }: Slot): [number, number] {
  if (!value?.range || isNothing(value)) return [valueStart, valueStart];
  const [start, end] = value.range;
  return [start, Math.max(start, end)];
}

function quoteOf(old: Node | undefined): 'single' | 'double' | undefined {
  if (!isScalar(old)) return undefined;
  if (old.type === 'QUOTE_SINGLE') return 'single';
  return old.type === 'QUOTE_DOUBLE' ? 'double' : undefined;
}

/** True when nothing stands behind an offset on its line. */
function isLineFree(text: string, at: number): boolean {
  return /^[ \t]*(\r?\n|$)/.test(text.slice(at));
}

function trimmedEnd(text: string, at: number): number {
  return text.slice(0, at).trimEnd().length;
}

/** Whether sequences in maps are indented in this text. */
export function indentsSequences(text: string): boolean {
  return !/^([ ]*)[^\s#-][^\n]*:[ \t]*(#[^\n]*)?\r?\n\1- /m.test(text);
}
