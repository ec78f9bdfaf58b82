// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Document, isAlias, isCollection, isMap, isScalar, Node } from 'yaml';
import { iacError } from '../errors';
import { positionOf } from '../hcl/parse';
import { keyName, usedAnchors } from './documents';
import { Collection, Located, Slot } from './types';

/** Follows a path from the top of a document as far as it exists. @throws yaml-alias, yaml-anchor, yaml-path-through-value */
export function locate(
  text: string,
  document: Document.Parsed,
  path: readonly string[],
): Located {
  const anchors = usedAnchors(document);
  let value: Node | undefined = document.contents ?? undefined;
  let slot: Slot | undefined;
  for (const [step, name] of path.entries()) {
    refuseShared(value, { text, anchors, path: path.slice(0, step) });
    if (value === undefined || isNothing(value)) {
      return { document, text, rest: path.slice(step), ...emptyAt(slot) };
    }
    if (!isCollection(value)) {
      throw iacError(
        'yaml-path-through-value',
        { path: shownPath(path.slice(0, step)), step: name },
        place(text, value),
      );
    }
    const collection: Collection = {
      node: value as Collection['node'],
      isFlow: (slot?.collection.isFlow ?? false) || value.flow === true,
      ...(slot ? { slot } : {}),
    };
    const index = indexIn(collection, name);
    if (index === undefined) {
      return { document, text, collection, rest: path.slice(step) };
    }
    slot = slotOf(collection, index);
    value = slot.value;
  }
  refuseShared(value, { text, anchors, path });
  return {
    document,
    text,
    rest: [],
    ...(slot ? { slot, collection: slot.collection } : {}),
  };
}

function emptyAt(slot: Slot | undefined): Partial<Located> {
  return slot ? { empty: slot, collection: slot.collection } : {};
}

/** True for a key without a value. */
export function isNothing(value: Node): boolean {
  return isScalar(value) && value.value === null && !value.source;
}

function refuseShared(
  value: Node | undefined,
  at: { text: string; anchors: Set<string>; path: readonly string[] },
) {
  const path = shownPath(at.path);
  if (isAlias(value)) {
    throw iacError(
      'yaml-alias',
      { path, alias: value.source },
      place(at.text, value),
    );
  }
  const anchor = (value as { anchor?: string } | undefined)?.anchor;
  if (value && anchor && at.anchors.has(anchor)) {
    throw iacError('yaml-anchor', { path, anchor }, place(at.text, value));
  }
}

function indexIn({ node }: Collection, name: string): number | undefined {
  if (isMap(node)) {
    const index = node.items.findIndex(({ key }) => keyName(key) === name);
    return index < 0 ? undefined : index;
  }
  const index = /^(0|[1-9]\d{0,6})$/.test(name) ? Number(name) : -1;
  return index >= 0 && index < node.items.length ? index : undefined;
}

/** Where the member of an index lies. */
export function slotOf(collection: Collection, index: number): Slot {
  const { node } = collection;
  if (isMap(node)) {
    const pair = node.items[index] as NonNullable<Slot['pair']>;
    const colon = pair.srcToken?.sep?.find(
      ({ type }) => type === 'map-value-ind',
    );
    const [keyStart, keyEnd] = pair.key.range!;
    return {
      collection,
      index,
      pair,
      start: keyTokenStart(pair) ?? keyStart,
      valueStart: colon ? colon.offset + 1 : keyEnd,
      value: pair.value ?? undefined,
    };
  }
  const value = node.items[index] as Node;
  const tokens = node.srcToken as
    | { items: { start: { type: string; offset: number }[] }[] }
    | undefined;
  const dash = tokens?.items
    .flatMap(item => item.start.filter(({ type }) => type === 'seq-item-ind'))
    .at(index);
  const start = dash?.offset ?? value.range![0];
  return {
    collection,
    index,
    start,
    valueStart: dash ? start + 1 : start,
    value,
  };
}

/** An anchor, a tag or a question mark stands before a key. */
function keyTokenStart(pair: NonNullable<Slot['pair']>): number | undefined {
  const token = pair.srcToken?.start.find(({ type }) =>
    ['anchor', 'tag', 'explicit-key-ind'].includes(type),
  );
  return token?.offset;
}

export function shownPath(path: readonly string[]): string {
  return path.join('.') || '(the document)';
}

function place(text: string, node: Node) {
  return positionOf(text, node.range?.[0] ?? 0);
}
