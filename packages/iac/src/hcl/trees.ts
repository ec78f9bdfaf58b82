// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Edit, Point, Tree } from 'web-tree-sitter';

/** Replaces the text from start to end. */
export interface HclReplacement {
  start: number;
  end: number;
  text: string;
}

const MOST_TREES = 16;
const MOST_CHARACTERS = 256 * 1024;

/**
 * The trees of the texts that were parsed last: what is edited was mostly just read. Only of texts that were parsed as
 * a whole, so that reading a result is a second opinion on it. Bounded by count and by size, as trees are outside of
 * the garbage collector's reach.
 */
export class RecentTrees {
  readonly #trees = new Map<string, Tree>();
  #characters = 0;

  /** A copy, which the caller deletes. */
  get(text: string): Tree | undefined {
    const tree = this.#trees.get(text);
    if (!tree) return undefined;
    this.#trees.delete(text);
    this.#trees.set(text, tree);
    return tree.copy();
  }

  /** Keeps a copy. */
  add(text: string, tree: Tree): void {
    if (this.#trees.has(text) || text.length > MOST_CHARACTERS) return;
    this.#trees.set(text, tree.copy());
    this.#characters += text.length;
    for (const [oldest, old] of this.#trees) {
      const { size } = this.#trees;
      if (size <= MOST_TREES && this.#characters <= MOST_CHARACTERS) break;
      this.#trees.delete(oldest);
      this.#characters -= oldest.length;
      old.delete();
    }
  }
}

/** The text after replacements, and the old tree moved to fit it, to parse the new text with; the caller deletes it. */
export function treeAfter(
  text: string,
  tree: Tree,
  replacements: readonly HclReplacement[],
): { text: string; edited: Tree } {
  const edited = tree.copy();
  let now = text;
  // From the end on, so that the offsets of the others stay right.
  for (const { start, end, text: put } of [...replacements].sort(
    (a, b) => b.start - a.start,
  )) {
    const next = now.slice(0, start) + put + now.slice(end);
    edited.edit(
      new Edit({
        startIndex: start,
        oldEndIndex: end,
        newEndIndex: start + put.length,
        startPosition: pointOf(now, start),
        oldEndPosition: pointOf(now, end),
        newEndPosition: pointOf(next, start + put.length),
      }),
    );
    now = next;
  }
  return { text: now, edited };
}

function pointOf(text: string, at: number): Point {
  let row = 0;
  let lineStart = 0;
  for (;;) {
    const newline = text.indexOf('\n', lineStart);
    if (newline < 0 || newline >= at) return { row, column: at - lineStart };
    row += 1;
    lineStart = newline + 1;
  }
}
