// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type {
  ChangePayload,
  ChangePlan,
} from '@fairway/backstage-plugin-self-service-common';
import type { PlanContext, Planned } from '@fairway/requests-node';
import type { ChangeOperation } from '../domain/branchName';
import { oneLine } from '../domain/text';
import { selfServiceError } from '../errors';
import type { GateAnswer } from '../gate/types';
import { authorsOf } from './authors';
import { APPROVAL_STATUS } from './approvalStatus';
import { readContent } from './BranchReader';
import { checkLimits } from './checkLimits';
import { effectsOf } from './effects';
import { orderedDiff } from './orderedDiff';
import { type ChangeParts, outputsOf } from './types';

const byText = (one: string, other: string) => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

const byPath = (one: { path: string }, other: { path: string }) =>
  byText(one.path, other.path);

/** A plan, and what the gate said about it. */
export interface PlannedChange {
  planned: Planned<ChangePlan>;
  answer: GateAnswer;
}

/**
 * Plans a change against the tip of the base branch: every file is decided again, by its final path and content, with
 * the requester as they are now. The plan names contents by their hash, before and after, so that a base that moved
 * under a touched file is another plan.
 */
export async function planChange(
  payload: ChangePayload,
  context: PlanContext<ChangePayload>,
  parts: ChangeParts,
): Promise<PlannedChange> {
  const { gate, repositories, people } = parts;
  const { actor, requesterRef, request } = context;
  const { entry, host, repository } = repositories.writable(payload.repoUrl);
  const outputs = request ? outputsOf({ request }) : {};
  const branch = await host.defaultBranch(repository);
  const tip = await host.resolve(repository, `refs/heads/${branch}`);
  if (!tip) {
    throw selfServiceError('base-unknown', {
      branch,
      repoUrl: payload.repoUrl,
    });
  }
  const content = await readContent({
    host,
    repository,
    baseSha: tip,
    payload,
    outputs,
  });
  const answer = await gate.decide({
    userRef: requesterRef,
    credentials:
      actor.type === 'user' && actor.ref === requesterRef
        ? actor.credentials
        : undefined,
    repoUrl: payload.repoUrl,
    files: content.files,
    // Once it is a branch, Git says whether it fits the base.
    onExists: content.headSha ? 'replace' : payload.onExists,
    request: payload.request,
    expect: payload.expect,
    // What the files were made for counts until they are kept; from then on a plan is compared with a plan.
    baseSha:
      context.purpose === 'preview' || context.purpose === 'draft'
        ? payload.baseSha
        : undefined,
  });
  if (answer.files.every(({ action }) => action === 'unchanged')) {
    throw selfServiceError('nothing-to-change', { repoUrl: answer.repoUrl });
  }
  if (content.headSha) checkInside(answer, request?.resourceRefs, 'push');
  // Whoever sets right what somebody else has asked for does not ask for something else in their name.
  const isOthers = actor.type === 'user' && actor.ref !== requesterRef;
  if (isOthers && context.purpose === 'revise') {
    checkInside(answer, request?.resourceRefs, 'revision');
  }
  const ownerRef =
    payload.ownerRef ?? (await people.requester(requesterRef)).groupRefs[0];
  await checkLimits(answer, {
    ownership: parts.ownership,
    ownerRef,
    request: payload.request,
    lifetime: payload.lifetime,
    held: await parts.held({ without: request?.id }),
  });

  const { lifetime } = payload;
  for (const target of answer.targets) {
    if (!lifetime || target.action === 'service.destroy') continue;
    await parts.rules.check(target, lifetime);
  }

  const { targets } = answer;
  const environments = [...new Set(targets.map(each => each.environment))];
  const planned: Planned<ChangePlan> = {
    plan: toPlan(answer, content.files, payload),
    view: {
      diff: orderedDiff(answer.diff),
      effects: effectsOf(answer, { apply: entry.apply, payload }),
    },
    operation: operationOf(answer),
    title: oneLine(request?.title ?? titleOf(answer)),
    resourceRefs: resourcesOf(answer),
    environmentRef: environments[0],
    ownerRef,
    risks: risksOf(answer, {
      environments,
      foreign: content.foreign,
      autoMerge: payload.autoMerge,
    }),
    checks: [
      ...targets.map(({ targetRef, action, decision }) => ({
        name: `Ownership policy: ${action} on ${targetRef}`,
        state: 'passed' as const,
        summary: decision.message,
      })),
      ...answer.unchecked.map(({ path, inputs }) => ({
        name: `Inputs of ${path}`,
        state: 'skipped' as const,
        summary: `Not held against the module, since they are expressions: ${inputs.join(
          ', ',
        )}.`,
      })),
    ],
    readerRefs: answer.deciderRefs,
    authorRefs: await authorsOf(content.foreign, people),
  };
  return { planned, answer };
}

function toPlan(
  answer: GateAnswer,
  files: ChangePayload['files'],
  payload: ChangePayload,
): ChangePlan {
  const { repoUrl, baseBranch, targets } = answer;
  const hashes = new Map(
    files.map(file => [
      file.path,
      'content' in file
        ? createHash('sha256').update(file.content).digest('hex')
        : undefined,
    ]),
  );
  return {
    repoUrl,
    baseBranch,
    files: answer.files
      .map(({ path, action }) => {
        const sha256 = hashes.get(path);
        return { path, action, ...(sha256 && { sha256 }) };
      })
      .sort(byPath),
    targets: targets
      .map(({ decision, exists, ...target }) => target)
      .sort((one, other) =>
        byText(`${one.path} ${one.action}`, `${other.path} ${other.action}`),
      ),
    ...(payload.request &&
      Object.keys(payload.request).length > 0 && { request: payload.request }),
    ...(payload.lifetime && { lifetime: payload.lifetime }),
    ...(payload.autoMerge && { autoMerge: true }),
  };
}

/** A push onto the branch, and a revision by somebody else, stay within what was asked for: one more target is another request. */
function checkInside(
  answer: GateAnswer,
  known: string[] | undefined,
  by: 'push' | 'revision',
): void {
  if (!known) return;
  const outside = resourcesOf(answer).find(ref => !known.includes(ref));
  if (outside) {
    throw selfServiceError(
      by === 'push' ? 'change-outside-target' : 'revision-outside-target',
      { resource: outside, known: known.join(', ') },
    );
  }
}

function resourcesOf({ repository, targets }: GateAnswer): string[] {
  return [
    ...new Set(
      targets.map(
        ({ path }) => `${repository.owner}/${repository.repo}:${path}`,
      ),
    ),
  ].sort(byText);
}

function operationOf({ files, targets }: GateAnswer): ChangeOperation {
  if (targets.every(({ action }) => action === 'service.destroy')) {
    return 'delete';
  }
  return files.some(
    ({ action }) => action === 'updated' || action === 'deleted',
  )
    ? 'update'
    : 'create';
}

const VERBS = { create: 'Create', update: 'Change', delete: 'Remove' };

function titleOf(answer: GateAnswer): string {
  const [{ path, environment }, ...others] = answer.targets;
  const folder = path.slice(path.lastIndexOf('/') + 1);
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return `${VERBS[operationOf(answer)]} ${folder} in ${environment}${more}`;
}

function risksOf(
  answer: GateAnswer,
  options: {
    environments: string[];
    foreign: { author: { name: string } }[];
    autoMerge?: boolean;
  },
): Planned<ChangePlan>['risks'] {
  const { environments, foreign } = options;
  const destroyed = answer.targets.filter(
    ({ action }) => action === 'service.destroy',
  );
  return [
    ...destroyed.map(({ path }) => ({
      code: 'destroys',
      level: 'high' as const,
      message: `What "${path}" made is destroyed, with the data that it holds.`,
    })),
    ...(environments.length > 1
      ? [
          {
            code: 'several-environments',
            level: 'medium' as const,
            message: `It touches several environments at once: ${environments.join(
              ', ',
            )}.`,
          },
        ]
      : []),
    ...(options.autoMerge
      ? [
          {
            code: 'host-merges',
            level: 'medium' as const,
            message: `Once approved, the host merges by its own rules: what is pushed after that is kept out only where it requires the status "${APPROVAL_STATUS}".`,
          },
        ]
      : []),
    ...(foreign.length > 0
      ? [
          {
            code: 'pushed-by-people',
            level: 'medium' as const,
            message: `${
              foreign.length === 1 ? '1 commit' : `${foreign.length} commits`
            } on the branch did not come from the portal, but from ${[
              ...new Set(foreign.map(({ author }) => author.name)),
            ].join(', ')}.`,
          },
        ]
      : []),
  ];
}
