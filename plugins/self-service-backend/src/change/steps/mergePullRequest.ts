// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The one step that cannot be taken back. What is merged is exactly what was approved: the branch is read again, all of
// base…head is decided again, people's pushes included, and the host is told the head commit.
import { isError } from '@backstage/errors';
import type { StepResult } from '@fairway/requests-node';
import { planDigestOf } from '@fairway/requests-common';
import { authorsOf } from '../authors';
import { readContent } from '../BranchReader';
import { CHANGE_KIND } from '@fairway/backstage-plugin-self-service-common';
import { type PlannedChange, planChange } from '../planChange';
import type { ChangeParts, ChangeStep, ChangeStepContext } from '../types';
import { outputsOf } from '../types';
import { APPROVAL_STATUS } from '../approvalStatus';
import { type Place, placeOf } from './place';

const AGAIN_MILLISECONDS = 30_000;
/** What the portal says no to, rather than what did not answer. */
const REFUSALS = [
  'NotAllowedError',
  'InputError',
  'ConflictError',
  'NotFoundError',
];

/** What the host could not do now is tried again. */
const isRefusal = (error: unknown): error is Error & { code?: unknown } =>
  isError(error) &&
  REFUSALS.includes(error.name) &&
  !String(error.code).startsWith('git-');

export function mergePullRequest(parts: ChangeParts): ChangeStep {
  return {
    id: 'merge',
    title: 'Merge the pull request',
    irreversible: true,
    async isDone(context) {
      const { host, repository } = await placeOf(context, parts);
      const number = outputsOf(context).pullRequestNumber!;
      const change = await host.getChange(repository, { number });
      return change?.state === 'merged';
    },
    async run(context): Promise<StepResult> {
      const place = await placeOf(context, parts);
      const { host, repository } = place;
      const number = outputsOf(context).pullRequestNumber!;
      const change = await host.getChange(repository, { number });
      if (change?.state === 'merged') {
        return merged(context, change.mergeSha!);
      }
      if (change?.state !== 'open') {
        return {
          status: 'failed',
          code: 'pull-request-closed',
          message: `Pull request ${number} was closed on the host.`,
          next: 'Open it again there and retry, or cancel the request.',
          retryable: true,
          untouched: true,
        };
      }
      const changed = await changedSince(context, { parts, place });
      if (changed) return changed;
      return mergeHead(context, { parts, place, headSha: change.headSha });
    },
  };
}

/** Undefined while the branch still comes to what was approved. */
async function changedSince(
  context: ChangeStepContext,
  options: { parts: ChangeParts; place: Place },
): Promise<StepResult | undefined> {
  const { request, planDigest, now, logger } = context;
  const { parts, place } = options;
  let current: PlannedChange;
  try {
    current = await planChange(
      request.payload,
      {
        purpose: 'execute',
        requesterRef: request.requesterRef,
        actor: { type: 'service', ref: 'system' },
        request,
        now,
        logger,
      },
      parts,
    );
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const isOutside = error.code === 'change-outside-target';
    // Nothing is merged yet, so whoever it is refused to can still take it back.
    return {
      status: 'failed',
      code: typeof error.code === 'string' ? error.code : 'merge-refused',
      message: error.message,
      next: isOutside
        ? 'Take the commit off the branch and retry, or cancel the request.'
        : 'Remove the cause and retry, or cancel the request.',
      retryable: true,
      untouched: true,
    };
  }
  const { plan, view } = current.planned;
  if (planDigestOf({ kind: CHANGE_KIND, plan, view }) === planDigest) {
    return undefined;
  }
  const { foreign } = await readContent({
    ...place,
    baseSha: current.answer.baseSha,
    payload: request.payload,
    outputs: outputsOf(context),
  });
  return {
    status: 'superseded',
    message: foreign.length
      ? 'Somebody pushed to the branch after the approval.'
      : 'The base changed under the files after the approval.',
    authorRefs: await authorsOf(foreign, parts.people),
  };
}

async function mergeHead(
  context: ChangeStepContext,
  options: { parts: ChangeParts; place: Place; headSha: string },
): Promise<StepResult> {
  const { request } = context;
  const { parts, place, headSha } = options;
  const { host, repository, author } = place;
  const approvers = [
    ...new Set(
      request.decisions
        .filter(({ verdict }) => verdict === 'approved')
        .map(({ approverRef }) => approverRef),
    ),
  ];
  if (host.capabilities.statuses) {
    await host.setStatus(repository, {
      sha: headSha,
      name: APPROVAL_STATUS,
      state: 'success',
      description: approvers.length
        ? `Approved by ${approvers.join(', ')}`
        : 'Approved by the policy',
      url: parts.urlOf(request.id),
    });
  }
  try {
    const { mergeSha } = await host.mergeChange(repository, {
      number: outputsOf(context).pullRequestNumber!,
      headSha,
      message: place.message,
      trailers: [
        ...place.trailers,
        ...approvers.map(value => ({ key: 'Approved-by', value })),
      ],
      author,
    });
    return merged(context, mergeSha);
  } catch (error) {
    if (isError(error) && error.code === 'git-merge-blocked') {
      return blocked(context, { ...options, reason: error.message });
    }
    return whyNotMerged(error, context.now);
  }
}

function merged(
  { request, plan }: ChangeStepContext,
  mergeSha: string,
): StepResult {
  return {
    status: 'done',
    statusLabel: 'merged',
    summary: `Request ${request.number} is merged into ${plan.baseBranch} as ${mergeSha}.`,
    outputs: { mergeSha },
  };
}

/** The host wants more: it is asked again, or merges by itself where that was wanted. */
async function blocked(
  context: ChangeStepContext,
  options: { place: Place; headSha: string; reason: string },
): Promise<StepResult> {
  const { headSha, place, reason } = options;
  const { host, repository } = place;
  const { autoMergeSha, pullRequestNumber: number } = outputsOf(context);
  const waiting = {
    status: 'waiting' as const,
    until: new Date(context.now.getTime() + AGAIN_MILLISECONDS),
    waitingFor: `the host's own rules: ${reason}`,
    statusLabel: 'approved; waits for the host',
  };
  if (!context.plan.autoMerge) return { ...waiting, untouched: true };
  // From here on the host may merge at any time, so it cannot be taken back.
  if (autoMergeSha === headSha) return waiting;
  const name = 'Merge by the host';
  if (!host.capabilities.autoMerge) {
    const summary = 'This host does not merge by itself; the portal does.';
    const checks = [{ name, state: 'warning' as const, summary }];
    return { ...waiting, checks, untouched: true };
  }
  await context.keep({ internal: { autoMergeSha: headSha } });
  try {
    await host.enableAutoMerge(repository, { number: number!, headSha });
  } catch (error) {
    if (!isError(error) || !REFUSALS.includes(error.name)) throw error;
    await context.keep({ internal: { autoMergeSha: autoMergeSha ?? '' } });
    const checks = [
      { name, state: 'warning' as const, summary: error.message },
    ];
    // One of an earlier head may still merge.
    return { ...waiting, checks, ...(!autoMergeSha && { untouched: true }) };
  }
  return {
    ...waiting,
    checks: [{ name, state: 'passed', summary: 'The host merges by itself.' }],
  };
}

function whyNotMerged(error: unknown, now: Date): StepResult {
  if (!isError(error)) throw error;
  switch (error.code) {
    case 'git-change-moved':
      return {
        status: 'waiting',
        until: now,
        waitingFor: 'the newest commit to be looked at',
        untouched: true,
      };
    case 'git-merge-conflict':
      return {
        status: 'failed',
        code: 'git-merge-conflict',
        message: error.message,
        next: 'Revise the request from the files as they are now, or cancel it.',
        retryable: true,
        untouched: true,
      };
    default:
      throw error;
  }
}
