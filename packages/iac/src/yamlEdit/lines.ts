// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isCollection, isMap, Node } from 'yaml';
import { Slot } from './types';

/** Where the line of an offset begins. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the next line begins, or the text ends. */
export function nextLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

export function eolAt(text: string, at: number): string {
  const next = text.indexOf('\n', at);
  const newline = next >= 0 ? next : text.lastIndexOf('\n', at);
  return newline > 0 && text[newline - 1] === '\r' ? '\r\n' : '\n';
}

/** Columns before an offset, as spaces. */
export function columnAt(text: string, at: number): string {
  return ' '.repeat(at - lineStart(text, at));
}

export function isFirstOnLine(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === '';
}

/** Behind the last character of what stands in a slot. */
export function contentEnd({ value, valueStart }: Slot): number {
  return Math.max(leafEnd(value) ?? 0, valueStart);
}

function leafEnd(node: Node | null | undefined): number | undefined {
  if (!node?.range) return undefined;
  if (!isCollection(node) || node.flow || node.items.length === 0) {
    // Nothing has a range as well, on a line below.
    return node.range[1] > node.range[0] ? node.range[1] : undefined;
  }
  const last = node.items[node.items.length - 1];
  if (!isMap(node)) return leafEnd(last as Node);
  const { key, value } = last as { key: Node; value: Node | null };
  const colon = (
    last as { srcToken?: { sep?: { type: string; offset: number }[] } }
  ).srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
  return Math.max(
    leafEnd(value) ?? 0,
    colon ? colon.offset + 1 : 0,
    key.range?.[1] ?? 0,
  );
}

/** Where the line after a slot begins; a block scalar has its line end in it. */
export function afterSlot(text: string, slot: Slot): number {
  const end = contentEnd(slot);
  return text[end - 1] === '\n' ? end : nextLine(text, end);
}
