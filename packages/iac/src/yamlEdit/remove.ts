// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isMap } from 'yaml';
import { afterSlot, contentEnd, isFirstOnLine, lineStart } from './lines';
import { slotOf } from './locate';
import { Slot, Splice } from './types';

/** What takes a member away. The comment behind it goes with it; comments on lines above stay. */
export function removeSlot(text: string, slot: Slot): Splice[] {
  const { collection, start, index } = slot;
  const { node, isFlow } = collection;
  if (node.items.length === 1) return [emptied(text, slot)];
  if (isFlow) return [inFlow(text, slot)];
  const end = afterSlot(text, slot);
  if (isFirstOnLine(text, start)) {
    const from = lineStart(text, start);
    const isCut = end === text.length && !text.endsWith('\n');
    return [{ start: isCut ? lineEndBefore(text, from) : from, end, text: '' }];
  }
  // Behind a dash: what comes next moves up to it.
  const next = slotOf(collection, index + 1).start;
  const gap = /^[ \t]*/.exec(text.slice(end))![0].length;
  return [{ start, end: Math.min(end + gap, next), text: '' }];
}

function inFlow(text: string, slot: Slot): Splice {
  const { collection, index, start } = slot;
  const end = contentEnd(slot);
  if (index + 1 < collection.node.items.length) {
    const next = slotOf(collection, index + 1).start;
    const gap = text.slice(end, next);
    if (!gap.includes('#')) return { start, end: next, text: '' };
    // A comment before the next one stays.
    const comma = /^\s*,[ \t]*/.exec(gap);
    return { start, end: end + (comma?.[0].length ?? 0), text: '' };
  }
  const before = contentEnd(slotOf(collection, index - 1));
  // With a comment between, the comma before it stays as well.
  const from = text.slice(before, start).includes('#') ? start : before;
  return { start: from, end, text: '' };
}

/** The last member leaves an empty collection. */
function emptied(text: string, slot: Slot): Splice {
  const { collection, start } = slot;
  const empty = isMap(collection.node) ? '{}' : '[]';
  if (collection.node.flow) {
    const [from, end] = collection.node.range!;
    if (text.slice(from, start).includes('#')) {
      return { start, end: contentEnd(slot), text: '' };
    }
    return { start: from, end, text: empty };
  }
  const end = text.slice(0, contentEnd(slot)).trimEnd().length;
  const holder = collection.slot;
  const isBelow =
    holder?.pair !== undefined &&
    lineStart(text, start) !== lineStart(text, holder.valueStart);
  if (!isBelow) return { start, end, text: empty };
  // Only where nothing is between the colon and it does the empty one fit behind the colon.
  const between = text.slice(holder.valueStart, start);
  return between.trim() === ''
    ? { start: holder.valueStart, end, text: ` ${empty}` }
    : { start, end, text: empty };
}

function lineEndBefore(text: string, at: number): number {
  if (at === 0) return 0;
  return text[at - 2] === '\r' ? at - 2 : at - 1;
}
