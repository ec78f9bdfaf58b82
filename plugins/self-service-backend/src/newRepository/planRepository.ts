// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { OwnershipDecision } from '@fairway/backstage-plugin-ownership-common';
import type {
  RepositoryPayload,
  RepositoryPlan,
} from '@fairway/backstage-plugin-self-service-common';
import { formatRepoUrl, type RepositoryRef } from '@fairway/git-host';
import type { PlanContext, Planned } from '@fairway/requests-node';
import type { NewRepositorySettings } from '../config/readNewRepositories';
import { oneLine } from '../domain/text';
import { selfServiceError } from '../errors';
import { askPermissions } from '../gate/askPermissions';
import { checkPerson } from '../gate/checkPerson';
import { decidersOf } from '../gate/decidersOf';
import { checkFileList, checkProtected } from '../gate/fileRules';
import { policyDenied } from '../gate/refusals';
import { checkAddedSecrets } from '../gate/secretRules';
import { newFilesDiff } from './newFilesDiff';
import type { RepositoryParts } from './types';

const ACTION = 'service.deploy';

/** There is nothing before a beginning. */
const NOTHING = {
  read: async () => undefined,
  nearestAbove: async () => undefined,
};

export interface PlannedRepository {
  planned: Planned<RepositoryPlan>;
  decision: OwnershipDecision;
  entry: NewRepositorySettings;
}

/**
 * Plans a repository, with the requester as they are now. It is called as the service that it is of, so that whoever may
 * begin one is whom the ownership policy lets deploy that service; nothing else of the request says so.
 *
 * @throws NotAllowedError `new-repository-not-allowed`, `new-repository-visibility`, `new-repository-owner`,
 * `policy-denied`, `permission-denied`, `protected-path`, InputError `new-repository-name` and those of the files
 */
export async function planRepository(
  payload: RepositoryPayload,
  context: PlanContext<RepositoryPayload>,
  parts: RepositoryParts,
): Promise<PlannedRepository> {
  const { actor, purpose, requesterRef, request } = context;
  const { visibility = 'private' } = payload;
  const { entry, repository } = parts.repositories.beginnable(payload.repoUrl);
  const repoUrl = formatRepoUrl(repository);
  const { repo } = repository;
  if (!entry.visibilities.includes(visibility)) {
    throw selfServiceError('new-repository-visibility', {
      ...{ repo, visibility, known: entry.visibilities.join(', ') },
    });
  }
  const resource = `repository:${repoUrl}`;
  // Whoever sets right what somebody else has asked for does not ask for something else in their name.
  const isOthers = actor.type === 'user' && actor.ref !== requesterRef;
  const known = request?.resourceRefs ?? [];
  if (isOthers && purpose === 'revise' && !known.includes(resource)) {
    throw selfServiceError('revision-outside-target', {
      ...{ resource, known: known.join(', ') },
    });
  }
  checkFileList(payload.files);
  checkProtected(payload.files, { globs: entry.protectedGlobs, repoUrl });
  const { decision, deciderRefs } = await decide(payload, {
    ...{ context, parts, entry, repository },
  });
  await checkAddedSecrets(payload.files, NOTHING);
  const ownerRef = await ownerOf(payload, { parts, requesterRef, repo });
  const { environment, service } = decision.target;
  const plan: RepositoryPlan = {
    repoUrl,
    environment: environment!,
    service: service!,
    targetRef: decision.targetRef,
    visibility,
    ...(payload.description && { description: payload.description }),
    files: payload.files.map(({ path, content }) => ({
      path,
      sha256: createHash('sha256').update(content).digest('hex'),
    })),
    ...(payload.request &&
      Object.keys(payload.request).length > 0 && { request: payload.request }),
  };
  const planned: Planned<RepositoryPlan> = {
    plan,
    view: {
      diff: newFilesDiff(payload.files),
      effects: [
        'It is approved as the ownership policy and the configuration ask',
        `${visibility === 'public' ? 'A public' : 'A private'} repository ${
          repository.owner
        }/${repo} is made on ${
          repository.host
        }, with one commit of these files`,
        'Nothing is written over: a repository of that name is left as it is',
      ],
    },
    operation: 'create',
    title: oneLine(request?.title ?? `Begin the repository ${repo}`),
    resourceRefs: [resource],
    environmentRef: environment,
    ownerRef,
    readerRefs: [...new Set([...deciderRefs, ...entry.approvers])],
    risks:
      visibility === 'public'
        ? [
            {
              code: 'public',
              level: 'high',
              message: `Everybody can read "${repo}", and all that is ever pushed to it.`,
            },
          ]
        : [],
    checks: [
      {
        name: `Ownership policy: ${ACTION} on ${decision.targetRef}`,
        state: 'passed',
        summary: decision.message,
      },
    ],
  };
  return { planned, decision, entry };
}

async function decide(
  payload: RepositoryPayload,
  options: {
    context: PlanContext<RepositoryPayload>;
    parts: RepositoryParts;
    entry: NewRepositorySettings;
    repository: RepositoryRef;
  },
): Promise<{ decision: OwnershipDecision; deciderRefs: string[] }> {
  const { context, entry, parts, repository } = options;
  const { actor, requesterRef: userRef } = context;
  const { auth, ownership, permissions } = parts;
  const { repo } = repository;
  const { environment } = entry;
  const { request } = payload;
  const decision = await ownership.decide({
    userEntityRef: userRef,
    target: { action: ACTION, environment, service: repo },
    request,
  });
  if (decision.decision !== 'allow') {
    throw policyDenied([{ path: repo, decision }]);
  }
  // Another spelling would be another repository of the same service.
  if (decision.target.service !== repo) {
    const service = decision.target.service!;
    throw selfServiceError('new-repository-name', { repo, service });
  }
  const decided = [{ decision }];
  const deciderRefs = await decidersOf(decided, {
    ...{ ownership, userRef, request },
  });
  if (actor.type === 'user' && actor.ref === userRef && actor.credentials) {
    const { credentials } = actor;
    checkPerson(credentials, { auth, userRef });
    await askPermissions(decided, {
      ...{ permissions, credentials, userRef, deciderRefs },
    });
  }
  return { decision, deciderRefs };
}

/** A group of the requester: nobody begins a repository for somebody else. */
async function ownerOf(
  { ownerRef }: RepositoryPayload,
  options: { parts: RepositoryParts; requesterRef: string; repo: string },
): Promise<string> {
  const { parts, repo, requesterRef } = options;
  const { groupRefs } = await parts.people.requester(requesterRef);
  const [first] = groupRefs;
  const owner = ownerRef ?? first;
  if (owner === undefined || !groupRefs.includes(owner)) {
    throw selfServiceError('new-repository-owner', {
      ...{ repo, ownerRef: owner ?? 'nobody' },
      groups: groupRefs.join(', ') || 'none, since you are in no group',
    });
  }
  return owner;
}
