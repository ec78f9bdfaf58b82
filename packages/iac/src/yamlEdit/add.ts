// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonValue } from '@backstage/types';
import { isMap } from 'yaml';
import { afterSlot, columnAt, contentEnd, eolAt, lineStart } from './lines';
import { slotOf } from './locate';
import { blockBehind, indentsSequences, replaceValue } from './replace';
import { Collection, Located, Splice } from './types';
import { writeBlock, writeFlowPair, writeInline } from './write';

/** What adds a value where a path leads to nothing yet. */
export function addMember(found: Located, value: JsonValue): Splice[] {
  const { text, collection, empty, rest } = found;
  const [name, ...more] = rest;
  const nested = more.reduceRight<JsonValue>(
    (inner, key) => Object.fromEntries([[key, inner]]),
    value,
  );
  const object = Object.fromEntries([[name, nested]]);
  if (empty) return replaceValue(text, empty, object);
  if (!collection) return [atTop(found, object)];
  const { node, slot } = collection;
  if (node.items.length === 0 && slot) {
    return replaceEmpty(text, collection, isMap(node) ? object : [nested]);
  }
  if (collection.isFlow) {
    const member = isMap(node)
      ? writeFlowPair(name, nested)
      : writeInline(nested, { isFlow: true });
    return [inFlow(text, collection, member)];
  }
  return [
    behind(
      text,
      collection,
      node.items.length - 1,
      isMap(node) ? object : [nested],
    ),
  ];
}

/** What puts an item before another one of a sequence. */
export function insertItem(
  text: string,
  collection: Collection,
  index: number,
  value: JsonValue,
): Splice[] {
  const slot = slotOf(collection, index);
  if (collection.isFlow) {
    const member = `${writeInline(value, { isFlow: true })}, `;
    return [{ start: slot.start, end: slot.start, text: member }];
  }
  const eol = eolAt(text, slot.start);
  const pad = columnAt(text, slot.start);
  const lines = writeBlock([value], { indentSeq: indentsSequences(text) });
  const item = `${lines.join(`${eol}${pad}`)}${eol}${pad}`;
  return [{ start: slot.start, end: slot.start, text: item }];
}

function atTop({ text, document }: Located, value: JsonValue): Splice {
  const range = document.contents?.range ?? document.range;
  const [start, end] = [range[0], range[1]];
  const eol = eolAt(text, 0);
  const written = writeBlock(value, { indentSeq: true }).join(eol);
  if (document.contents && end > start) {
    return { start, end, text: written };
  }
  const at = text.trim() === '' ? text.length : document.range[2];
  const before = at === 0 || text[at - 1] === '\n' ? '' : eol;
  return { start: at, end: at, text: `${before}${written}${eol}` };
}

/** `{}` and `[]` in a block become a block, unless a comment is behind them. */
function replaceEmpty(
  text: string,
  { slot, node }: Collection,
  value: JsonValue,
): Splice[] {
  const [start, end] = node.range!;
  const isFree = /^[ \t]*(\r?\n|$)/.test(text.slice(end));
  if (!slot || slot.collection.isFlow || !isFree) {
    return [{ start, end, text: writeInline(value, { isFlow: true }) }];
  }
  return [blockBehind(text, slot, value, end)];
}

function inFlow(text: string, collection: Collection, member: string): Splice {
  const { node } = collection;
  const close = node.range![1] - 1;
  if (node.items.length === 0) {
    const open = node.range![0] + 1;
    const written = isMap(node) ? ` ${member} ` : member;
    return { start: open, end: close, text: written };
  }
  const last = slotOf(collection, node.items.length - 1);
  const end = contentEnd(last);
  const comma = /^(?:\s|#[^\n]*\n)*,/.exec(text.slice(end, close));
  return comma
    ? {
        start: end + comma[0].length,
        end: end + comma[0].length,
        text: ` ${member},`,
      }
    : { start: end, end, text: `, ${member}` };
}

/** On lines of its own behind another member. */
function behind(
  text: string,
  collection: Collection,
  index: number,
  value: JsonValue,
): Splice {
  const first = slotOf(collection, 0);
  const last = slotOf(collection, index);
  const at = afterSlot(text, last);
  const eol = eolAt(text, first.start);
  const pad = columnAt(text, first.start);
  const lines = writeBlock(value, { indentSeq: indentsSequences(text) });
  const block = lines.map(line => `${pad}${line}`).join(eol);
  // The last line of a text may have no end.
  return lineStart(text, at) === at && at > 0
    ? { start: at, end: at, text: `${block}${eol}` }
    : { start: at, end: at, text: `${eol}${block}` };
}
