// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// How a change stands: what was recorded, and for an open one what the branches say.
import type { HostedChange } from '../../types';
import type { Git } from '../Git';
import { isOnBranch, mergeOf } from '../merged';
import { branchRef, listRefs } from '../refs';
import type { ChangeRecord, KeptRecord } from './records';

/** A change with all that it was told by, so that a writer can insist that none of it moved. */
export interface Standing {
  kept: KeptRecord;
  change: HostedChange;
  /** Where the branches are; undefined for one that is not there. */
  branchSha: string | undefined;
  baseSha: string | undefined;
}

type Outcome = Pick<HostedChange, 'state' | 'headSha' | 'mergeSha'>;

const merged = (merge: { headSha: string; mergeSha: string }): Outcome => ({
  state: 'merged',
  headSha: merge.headSha,
  mergeSha: merge.mergeSha,
});

function recordedOutcome(record: ChangeRecord): Outcome | undefined {
  if (record.state === 'merged' && record.merge) {
    return merged(record.merge);
  }
  const headSha = record.lastHeadSha ?? record.headSha;
  return record.state === 'closed' ? { state: 'closed', headSha } : undefined;
}

/** What was proposed has to be on the base, and what was added since too: a branch that was reset to the base is not merged. */
async function outcomeOnBase(
  git: Git,
  options: {
    record: ChangeRecord;
    branchSha: string | undefined;
    baseSha: string;
  },
): Promise<Outcome | undefined> {
  const { record, branchSha, baseSha } = options;
  if (
    record.merge &&
    (await isOnBranch(git, { sha: record.merge.mergeSha, head: baseSha }))
  ) {
    return merged(record.merge);
  }
  const proposed = await mergeOf(git, { headSha: record.headSha, baseSha });
  const lastSha = branchSha ?? record.lastHeadSha;
  if (!proposed || lastSha === record.headSha) {
    return proposed && merged(proposed);
  }
  if (lastSha === undefined) {
    // The branch is gone: its last head is the one that was merged.
    return merged({ ...proposed, headSha: proposed.mergedSha });
  }
  const added = await mergeOf(git, { headSha: lastSha, baseSha });
  return added && merged(added);
}

export async function standingOf(
  git: Git,
  kept: KeptRecord,
): Promise<Standing> {
  const { record } = kept;
  const names = [record.branch, record.baseBranch].map(branchRef);
  const refs = await listRefs(git, names);
  const [branchSha, baseSha] = names.map(
    wanted => refs.find(({ name }) => name === wanted)?.sha,
  );
  const outcome =
    recordedOutcome(record) ??
    (baseSha && (await outcomeOnBase(git, { record, branchSha, baseSha })));
  const { number, title, body, branch, baseBranch, labels, createdAt } = record;
  return {
    kept,
    branchSha,
    baseSha,
    change: {
      ...{ number, title, body, branch, baseBranch },
      state: branchSha === undefined ? 'closed' : 'open',
      headSha: branchSha ?? record.lastHeadSha ?? record.headSha,
      createdAt,
      ...(labels && { labels }),
      ...outcome,
    },
  };
}

/** The record of a change that ends now: merged if it is, otherwise closed, whatever becomes of its branches later. */
export function settledRecord({ kept, change }: Standing): ChangeRecord {
  const { headSha, mergeSha } = change;
  return mergeSha === undefined
    ? { ...kept.record, state: 'closed', lastHeadSha: headSha }
    : { ...kept.record, state: 'merged', merge: { headSha, mergeSha } };
}
