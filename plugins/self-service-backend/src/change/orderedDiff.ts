// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { PROVENANCE_FILE } from '@fairway/iac';

/** Files that are what a change is about, by their names. */
const OWN = ['terragrunt.hcl', 'terragrunt.stack.hcl', 'values.yaml'];

/** Only headers begin a line so: lines of files have a sign before them. */
const HEADER = /^diff --git /m;

/**
 * The same diff with the files that it is about first and the notes about where they come from last. Git sorts by path,
 * and a reader would begin with the notes.
 */
export function orderedDiff(diff: string): string {
  const parts = diff
    .split(new RegExp(`(?=${HEADER.source})`, 'm'))
    .filter(part => part !== '');
  return parts
    .map((part, index) => ({ part, index, rank: rankOf(part) }))
    .sort((one, other) => one.rank - other.rank || one.index - other.index)
    .map(({ part }) => part)
    .join('');
}

function rankOf(part: string): number {
  if (!part.startsWith('diff --git ')) return -1;
  const [header] = part.split('\n', 1);
  // The last of two equal names; in quotes where Git quotes them.
  const name = header.replace(/"$/, '').split('/').at(-1)!;
  if (name === PROVENANCE_FILE) return 2;
  return OWN.includes(name) ? 0 : 1;
}
