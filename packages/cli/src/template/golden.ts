// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { DryRun } from './dryRun';

/**
 * What is kept of a run. Without what changes when nothing of the template did: blob ids, the commit that a module's
 * version is, line numbers of the policy, and the order of the files. `git apply` takes it as it stands.
 */
export function goldenOf(run: Exclude<DryRun, { state: 'broken' }>): string {
  if (run.state === 'refused') {
    const message = run.message.replace(/\bline \d+/g, 'line …');
    return `Refused: ${message.trim()}\n`;
  }
  if (run.diffs.length === 0) return 'Nothing is proposed.\n';
  return run.diffs
    .map(diff =>
      diff
        .split(/^(?=diff --git )/m)
        .sort()
        .join(''),
    )
    .join('')
    .replace(/^index [0-9a-f]+\.\.[0-9a-f]+( \d+)?\n/gm, '')
    .replace(/^([+ -] +commit: )[0-9a-f]{40}$/gm, '$1<commit>');
}

const CONTEXT = 2;

/** Where two texts part, as lines with `-` for what was expected and `+` for what came. */
export function difference(expected: string, actual: string): string[] {
  const before = expected.split('\n');
  const after = actual.split('\n');
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < most - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end++;
  }
  return [
    ...before
      .slice(Math.max(0, start - CONTEXT), start)
      .map(line => `  ${line}`),
    ...before.slice(start, before.length - end).map(line => `- ${line}`),
    ...after.slice(start, after.length - end).map(line => `+ ${line}`),
  ];
}
