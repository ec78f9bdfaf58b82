// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Syntax } from './Syntax';

export const MAX_DEPTH = 200;

// Of the grammar, at most four levels lie between one of these characters and the next on the way down (expression,
// collection, object, entry), and at most six below the last. Both are taken with room to spare.
const DEEPER = new Uint8Array(128);
for (const character of '([{?<>!+-*/%&|') DEEPER[character.charCodeAt(0)] = 1;
const EQUALS = '='.charCodeAt(0);
const LEVELS_EACH = 6;
const LEVELS_BELOW = 12;

/**
 * Whether a tree, quoted strings being leaves, has more than {@link MAX_DEPTH} levels. Looks only at parts whose text
 * has so much in it that they could.
 */
export function exceedsDepth(text: string, root: Syntax): boolean {
  const exceeds = (node: Syntax, depth: number): boolean => {
    if (depth > MAX_DEPTH) return true;
    if (node.start === node.end || node.isQuoted) return false;
    const most = Math.floor((MAX_DEPTH - depth - LEVELS_BELOW) / LEVELS_EACH);
    return (
      hasMore(text, node, most) &&
      node.parts.some(child => exceeds(child, depth + 1))
    );
  };
  return exceeds(root, 0);
}

/** Whether there are more such characters than that; `=` is one where it is a comparison. */
function hasMore(text: string, { start, end }: Syntax, most: number): boolean {
  let count = 0;
  let last = 0;
  for (let at = start; at < end && count <= most; at++) {
    const now = text.charCodeAt(at);
    if (DEEPER[now] === 1 || (now === EQUALS && last === EQUALS)) count += 1;
    last = now;
  }
  return count > most;
}
