// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ApprovalBlock,
  BlockedStage,
  StageProgress,
} from '@fairway/requests-common';
import type { StoredRequest } from '../store/types';
import type { PeopleDirectory } from '../types';
import { folded, progressOf } from './approval';
import type { Loaded } from './Transitions';

const isUser = (ref: string) => folded(ref).startsWith('user:');

const NEXT =
  'Add somebody to them, or let the requester or an administrator cancel this request and somebody else order it: then its author can be the one who decides.';

const NEXT_OF_NONE =
  'Ask the platform team to name somebody in the policy, or cancel this request.';

/**
 * Why a request that waits for a decision waits in vain: whoever belongs to an open stage made it or wrote a part of it, or
 * nobody belongs to it at all. Undefined while somebody is left.
 *
 * @throws where the directory does not answer
 */
export async function blockOf(
  { request, decisions }: Pick<Loaded, 'request' | 'decisions'>,
  people: PeopleDirectory,
): Promise<ApprovalBlock | undefined> {
  if (request.decision !== 'pending') return undefined;
  const { approval } = request;
  if (approval.mode === 'none') {
    return { message: approval.message, next: NEXT_OF_NONE, stages: [] };
  }
  const blocked: BlockedStage[] = [];
  for (const progress of progressOf(request, decisions).stages) {
    if (progress.state !== 'pending') continue;
    const found = await blockedStage(request, { progress, people });
    if (found) blocked.push(found);
  }
  return blocked.length > 0
    ? { message: messageOf(blocked), next: NEXT, stages: blocked }
    : undefined;
}

async function blockedStage(
  request: StoredRequest,
  options: { progress: StageProgress; people: PeopleDirectory },
): Promise<BlockedStage | undefined> {
  const { people, progress } = options;
  const { stage, approvedBy } = progress;
  const missing = Math.max(1, stage.count) - approvedBy.length;
  const requester = folded(request.requesterRef);
  const authors = new Set([...request.authorRefs.map(folded), requester]);
  const out = new Set([...authors, ...approvedBy.map(folded)]);
  const members = new Map<string, string>();
  for (const ref of stage.from) {
    if (!isUser(ref) && !people.membersOf) return undefined;
    const found = isUser(ref)
      ? [ref]
      : // One more than those who are out is enough to know.
        await people.membersOf!(ref, { limit: out.size + missing });
    for (const member of found) members.set(folded(member), member);
  }
  const left = [...members.keys()].filter(ref => !out.has(ref));
  if (left.length >= missing) return undefined;
  return {
    id: stage.id,
    from: stage.from,
    missing,
    excluded: [...members]
      .filter(([ref]) => authors.has(ref))
      .map(([key, ref]) => ({
        ref,
        because: key === requester ? 'requester' : 'author',
      })),
  };
}

function messageOf(stages: BlockedStage[]): string {
  return stages
    .map(({ from, missing, excluded }) => {
      const of = from.join(', ');
      const who = excluded
        .map(({ ref, because }) =>
          because === 'requester'
            ? `${ref} made it`
            : `${ref} wrote a part of it`,
        )
        .join(' and ');
      const people = missing === 1 ? 'One person' : `${missing} people`;
      return who
        ? `${people} of ${of} would have to approve, and too few are left: ${who}, and nobody decides about their own.`
        : `${people} of ${of} would have to approve, and too few people belong to it.`;
    })
    .join(' ');
}
