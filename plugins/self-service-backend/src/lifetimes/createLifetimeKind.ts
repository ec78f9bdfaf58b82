// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  LIFETIME_KIND,
  type LifetimePayload,
  type LifetimePlan,
} from '@fairway/backstage-plugin-self-service-common';
import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import type { ApprovalRule } from '@fairway/requests-common';
import type { PeopleDirectory, RequestKind } from '@fairway/requests-node';
import { z } from 'zod';
import { selfServiceError } from '../errors';
import type { Held, Holdings } from '../resources/Holdings';
import type { Extending } from './Extending';
import { placeOf, refOf } from './toManagedResource';
import type { LifetimeStore } from './LifetimeStore';
import { inWords } from './times';
import type { Lifetime } from './types';
import { checkOwner } from './owners';

const schema = z.strictObject({
  resourceId: z.string().regex(/^[0-9a-f]{64}$/, 'is no id of a resource'),
  until: z.iso.datetime(),
}) satisfies z.ZodType<LifetimePayload>;

export interface LifetimeKindParts {
  resources: Pick<Holdings, 'get'>;
  lifetimes: LifetimeStore;
  /** Made after the engine, which it needs itself. */
  extending: () => Extending;
  ownership: OwnershipService;
  directory: PeopleDirectory;
  /** Who decides where nobody owns the environment. */
  administrators: string[];
}

/** The kind `lifetime`: more life than its maximum, which the owners of the environment have to agree to. */
export function createLifetimeKind(
  parts: LifetimeKindParts,
): RequestKind<LifetimePayload, LifetimePlan> {
  const read = async (
    id: string,
  ): Promise<{ resource: Held; life?: Lifetime }> => {
    const resource = await parts.resources.get(id);
    if (!resource || resource.goneAt) {
      throw selfServiceError('resource-not-found', { id });
    }
    return { resource, life: await parts.lifetimes.find(id) };
  };
  return {
    kind: LIFETIME_KIND,
    schema,
    async plan({ resourceId, until }, { requesterRef }) {
      const { resource, ...found } = await read(resourceId);
      const refs = await parts.directory.refsOf(requesterRef);
      checkOwner(resource, { userRef: requesterRef, refs });
      const extending = parts.extending();
      const moment = new Date(until);
      const life = extending.checkLonger(resource, found.life, moment);
      const { path, environment, service, ownerRef } = resource;
      const from = life.expiresAt.toISOString();
      const { maximumAt } = await extending.maximumOf(resource, life);
      const name = path.slice(path.lastIndexOf('/') + 1);
      return {
        plan: {
          resourceId,
          ...placeOf(resource),
          path,
          environment,
          service,
          from,
          until: moment.toISOString(),
        },
        view: {
          fields: [
            { path: 'expiresAt', before: from, after: moment.toISOString() },
          ],
          effects: [
            `"${path}" lives until ${inWords(
              moment,
            )}, and no longer until ${inWords(life.expiresAt)}`,
            'A removal that is asked for by then is taken back',
          ],
        },
        operation: 'extend',
        title: `Extend ${name} in ${environment}`,
        // Beside a change or a removal of it, which may be open.
        resourceRefs: [`${refOf(resource)}#lifetime`],
        environmentRef: environment,
        ownerRef,
        risks: maximumAt
          ? [
              {
                code: 'beyond-maximum',
                level: 'medium',
                message: `Without an approval it lives until ${inWords(
                  maximumAt,
                )} at most.`,
              },
            ]
          : [],
        checks: [],
      };
    },
    approval: ({ plan }, { requesterRef }) =>
      approvalOf(plan, { ...parts, requesterRef }),
    steps: () => [
      {
        id: 'extend',
        title: 'Set the new end',
        async run({ plan, request }) {
          const { resource, life } = await read(plan.resourceId);
          if (!life) {
            throw selfServiceError('lifetime-none', { path: resource.path });
          }
          await parts.extending().extend(resource, life, {
            until: new Date(plan.until),
            actorRef: request.requesterRef,
            reason: request.justification,
            requestId: request.id,
          });
          return { status: 'done', statusLabel: 'extended' };
        },
      },
    ],
  };
}

/** Those whom a deployment would ask, and never nobody: the maximum is there so that somebody looks. */
async function approvalOf(
  { environment, service }: LifetimePlan,
  options: {
    ownership: OwnershipService;
    administrators: string[];
    requesterRef: string;
  },
): Promise<ApprovalRule> {
  const { administrators, ownership, requesterRef } = options;
  const asked = await ownership.approvalsFor({
    userEntityRef: requesterRef,
    target: { action: 'service.deploy', environment, service },
  });
  if (asked.stages.length > 0) {
    return {
      mode: 'stages',
      by: asked.by,
      stages: asked.stages.map(({ entry, ...stage }) => ({
        id: entry,
        ...stage,
      })),
    };
  }
  const from = asked.environmentOwners.length
    ? asked.environmentOwners
    : administrators;
  return {
    mode: 'stages',
    by: ['lifetime-maximum'],
    stages: [{ id: 'lifetime-maximum', from, count: 1, rejectAfter: 1 }],
  };
}
