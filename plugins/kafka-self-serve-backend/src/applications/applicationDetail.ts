// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type ApplicationActionName,
  type ApplicationDetail,
  type ApplicationSummary,
  type InstanceView,
  limitsOf,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { OpenInEnvironments } from '../domain/openRequests';
import type { KafkaParts } from '../domain/parts';
import type { OpenRequests } from '../domain/state';
import type {
  InstanceFigures,
  StoredApplication,
  StoredInstance,
} from '../domain/stored';
import type { Viewer } from '../domain/viewer';
import { grantView } from '../reading/access';
import { action, isOwner } from '../reading/actions';
import { noFigures } from '../store/KnexApplicationStore';
import { credentialView } from './credentialView';
import { openRequestsOf } from './openRequestsOf';

/** An application with its instances, and its access in and out. */
export async function applicationDetail(
  parts: Pick<KafkaParts, 'clock' | 'stores'> & {
    openRequests: Pick<OpenRequests, 'about'> & OpenInEnvironments;
  },
  options: {
    application: StoredApplication;
    summary: ApplicationSummary;
    instances: readonly StoredInstance[];
    figures: ReadonlyMap<string, InstanceFigures>;
    caller: Viewer;
  },
): Promise<ApplicationDetail> {
  const { stores, openRequests, clock } = parts;
  const { application, summary, instances, caller } = options;
  const ids = new Set(instances.map(({ id }) => id));
  const given = await Promise.all(
    [...ids].map(instance => stores.grants.list({ instance })),
  );
  const now = clock();
  const seen = [...new Map(given.flat().map(each => [each.id, each])).values()]
    // One that its environment hides stays hidden.
    .filter(({ environment }) => caller.environments.includes(environment));
  const parties = await stores.applications.owners(
    seen.flatMap(({ owner, grantee }) => [owner, grantee]),
  );
  const grants = seen.map(grant =>
    grantView(grant, { viewer: caller, instances: parties, now }),
  );
  return {
    ...summary,
    instances: await instanceViews(parts, options),
    accessIn: grants.filter(({ grantee }) => ids.has(grantee)),
    accessOut: grants.filter(({ owner }) => ids.has(owner)),
    openRequests: await openRequestsOf(openRequests, {
      application: application.name,
      instances,
      environments: await stores.environments.list(),
      grants,
    }),
    actions: actionsOf(application, instances, caller),
  };
}

async function instanceViews(
  { stores, clock }: Pick<KafkaParts, 'clock' | 'stores'>,
  options: {
    instances: readonly StoredInstance[];
    figures: ReadonlyMap<string, InstanceFigures>;
    caller: Viewer;
  },
): Promise<InstanceView[]> {
  const { instances, figures, caller } = options;
  const environments = new Map(
    (await stores.environments.list()).map(each => [each.name, each]),
  );
  const waiting = await stores.credentials.waitingTickets(
    clock().toISOString(),
  );
  const owners = new Map(instances.map(each => [each.id, each]));
  return Promise.all(
    instances.map(async instance => {
      const { ownerRef: _, requestId: __, ...rest } = instance;
      const { usage, ...counts } = figures.get(instance.id) ?? noFigures();
      const credentials = await stores.credentials.list({
        instance: instance.id,
      });
      return {
        ...rest,
        usage,
        counts,
        effectiveLimits: limitsOf(
          instance,
          environments.get(instance.environment),
        ),
        credentials: credentials.map(credential =>
          credentialView(credential, {
            viewer: caller,
            instances: owners,
            waiting,
          }),
        ),
      };
    }),
  );
}

function actionsOf(
  application: StoredApplication,
  instances: readonly StoredInstance[],
  caller: Viewer,
): Record<ApplicationActionName, ReturnType<typeof action>> {
  const { name, ownerRef } = application;
  const notOwner =
    caller.isAdministrator || isOwner(caller, application)
      ? undefined
      : `Only ${ownerRef}, which owns the application, may ask for this.`;
  const nowhere =
    instances.length === 0
      ? `The application ${name} is in no environment yet.`
      : undefined;
  const held =
    instances.length > 0
      ? `The application ${name} is still in ${instances
          .map(({ environment }) => environment)
          .join(', ')}.`
      : undefined;
  return {
    edit: action(notOwner),
    delete: action(notOwner ?? held),
    'add-instance': action(notOwner),
    'request-topic': action(notOwner ?? nowhere),
    'request-credential': action(notOwner ?? nowhere),
    'request-limits': action(notOwner ?? nowhere),
  };
}
