// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnedPattern } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { EnvironmentState, Touched } from '../domain/state';
import type { StoredGrant, StoredInstance } from '../domain/stored';
import type { KafkaStores } from '../domain/stores';

const literalTopic = (name: string): OwnedPattern => ({
  type: 'TOPIC',
  pattern: 'LITERAL',
  name,
});

/** What the stores have of what is touched: each thing by its name or its id, never an environment. */
export async function readTouched(
  stores: KafkaStores,
  environment: string,
  touched: Touched,
): Promise<
  Pick<
    EnvironmentState,
    | 'applications'
    | 'credentials'
    | 'grants'
    | 'instances'
    | 'topics'
    | 'usages'
  >
> {
  const { topics = [], instances: named = [], access, leaving } = touched;
  const grants = await stores.grants.involved(environment, {
    ids: touched.grants,
    topics,
    owners: leaving ? named : [],
    grantees: access ? named : [],
  });
  const parties = grants.flatMap(({ owner, grantee }) => [owner, grantee]);
  const instances = await stores.applications.involved(environment, {
    ids: [...named, ...parties],
    principals: touched.principals,
    patterns: [...(touched.patterns ?? []), ...topics.map(literalTopic)],
  });
  const holders = new Set([...named, ...grants.map(({ grantee }) => grantee)]);
  const alsoGranted = access
    ? await stores.grants.involved(environment, { grantees: [...holders] })
    : [];
  const all = new Map([...grants, ...alsoGranted].map(each => [each.id, each]));
  const ofAccess = access
    ? topicsOfAccess(
        instances.filter(({ id }) => holders.has(id)),
        [...all.values()],
        touched,
      )
    : [];
  return {
    applications: (
      await Promise.all(
        (touched.applications ?? []).map(name => stores.applications.get(name)),
      )
    ).filter(application => application !== undefined),
    instances,
    usages: await stores.applications.usages(instances.map(({ id }) => id)),
    grants: [...all.values()],
    credentials: leaving
      ? (
          await Promise.all(
            named.map(instance => stores.credentials.list({ instance })),
          )
        ).flat()
      : [],
    topics: await stores.topics.alike(environment, [...topics, ...ofAccess]),
  };
}

/** Topics that access is given to by name: only such as are there can be. */
function topicsOfAccess(
  instances: readonly StoredInstance[],
  grants: readonly StoredGrant[],
  { patterns = [] }: Touched,
): string[] {
  const owned = [...instances.flatMap(each => each.patterns), ...patterns]
    .filter(({ type }) => type === 'TOPIC')
    .concat(grants.map(({ topic }) => ({ type: 'TOPIC', ...topic })));
  return owned.flatMap(({ pattern, name }) =>
    pattern === 'LITERAL' ? [name] : [],
  );
}
