// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestEngine } from '@fairway/requests-node';
import { authorsOf } from '../change/authors';
import { type ChangeParts, outputsOf } from '../change/types';
import type { ChangeRequest } from '../requests/ChangeRequests';

/** What has become of a pull request behind the back of its request. */
export type Seen =
  | { what: 'closed'; number: number }
  | { what: 'merged'; number: number; mergeSha: string }
  | { what: 'pushed'; number: number; headSha: string; authorRefs: string[] };

/** Undefined where everything is as the request knows it, or its own steps are still at it. */
export async function lookAtPullRequest(
  { id, plan, outputs }: ChangeRequest,
  options: Pick<ChangeParts, 'repositories' | 'people'> & {
    store: RequestEngine['store'];
    /** A head that was looked at already. */
    known?: string;
  },
): Promise<Seen | undefined> {
  const { repositories, people, store, known } = options;
  const { pullRequestNumber: number } = outputs;
  if (number === undefined) return undefined;
  const { host, repository } = repositories.writable(plan.repoUrl);
  const change = await host.getChange(repository, { number });
  // One that the host does not show is not taken for a closed one: a right may have been lost for a while.
  if (!change) return undefined;
  if (change.state === 'merged') {
    return { what: 'merged', number, mergeSha: change.mergeSha ?? 'unknown' };
  }
  const steps = await store.steps(id);
  const isSettled = steps
    .filter(({ phase }) => phase === 'submit')
    .every(({ status }) => status === 'done');
  if (!isSettled) return undefined;
  if (change.state === 'closed') return { what: 'closed', number };

  const { headSha } = change;
  if (headSha === outputs.headSha || headSha === known) return undefined;
  // Read after the host: what the portal itself has pushed meanwhile is known by now.
  const now = await store.get(id);
  if (!now) return undefined;
  const { commits = [], headSha: ours } = outputsOf({ request: now });
  if (headSha === ours) return undefined;
  const comparison = await host.compare(repository, {
    base: `refs/heads/${plan.baseBranch}`,
    head: headSha,
  });
  const foreign = comparison.commits.filter(
    ({ sha }) => !commits.includes(sha),
  );
  const authorRefs = await authorsOf(foreign, people);
  return { what: 'pushed', number, headSha, authorRefs };
}
