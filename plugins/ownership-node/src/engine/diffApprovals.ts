// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PolicyDiffApproval } from '@fairway/backstage-plugin-ownership-common';
import { requiredApprovals, type RequiredApprovals } from './approvals';
import type { OwnershipQuery } from './evaluate';
import type { CompiledPolicy } from './model';
import { enumerate } from './names';

export type ApprovalChange = PolicyDiffApproval;

/** Collects approvals that differ; people for whom they differ alike stand together. */
export class ApprovalChanges {
  readonly #before: CompiledPolicy;
  readonly #after: CompiledPolicy;
  readonly #found = new Map<string, ApprovalChange>();

  static create(before: CompiledPolicy, after: CompiledPolicy) {
    return new ApprovalChanges(before, after);
  }

  private constructor(before: CompiledPolicy, after: CompiledPolicy) {
    this.#before = before;
    this.#after = after;
  }

  add(
    cell: { who: string; on: string; environment: string },
    query: OwnershipQuery,
  ) {
    const before = inWords(requiredApprovals(this.#before, query));
    const after = inWords(requiredApprovals(this.#after, query));
    if (before === after) return;
    const { who, on, environment } = cell;
    const { action } = query.target;
    const key = JSON.stringify([action, environment, on, before, after]);
    const earlier = this.#found.get(key);
    if (earlier) earlier.who.push(who);
    else {
      this.#found.set(key, {
        who: [who],
        action,
        environment,
        on,
        before,
        after,
      });
    }
  }

  list(): ApprovalChange[] {
    return [...this.#found.values()];
  }
}

function inWords({ mode, by, stages }: RequiredApprovals): string {
  if (mode === 'none') return 'no entry, so nobody can approve';
  if (mode === 'auto') return `nobody (${enumerate(by)})`;
  return enumerate(
    stages.map(
      ({ count, from, entry }) =>
        `${count} of ${enumerate(from, 'or') || 'nobody'} (${entry})`,
    ),
  );
}
