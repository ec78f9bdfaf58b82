// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  foldTopicName,
  type OpenKafkaRequest,
  type ResourceType,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { OpenInEnvironments } from '../domain/openRequests';
import type { OpenRequests } from '../domain/state';
import type { StoredEnvironment, StoredInstance } from '../domain/stored';

/** Resources that belong to whoever owns their name. */
const OWNED: Record<string, ResourceType> = {
  topic: 'TOPIC',
  group: 'GROUP',
  subject: 'SUBJECT',
};

/** Open requests about an application, its instances, and what they own: topics that are yet to be made, too. */
export async function openRequestsOf(
  openRequests: Pick<OpenRequests, 'about'> & OpenInEnvironments,
  options: {
    application: string;
    instances: readonly StoredInstance[];
    environments: readonly StoredEnvironment[];
    grants: readonly { id: string; environment: string }[];
  },
): Promise<OpenKafkaRequest[]> {
  const { application, instances, environments, grants } = options;
  const own = new Set([
    ...instances.flatMap(({ id, environment }) =>
      ['instance', 'limits', 'client-quota'].map(
        type => `kafka:${environment}/${type}/${id}`,
      ),
    ),
    ...grants.map(({ id, environment }) => `kafka:${environment}/grant/${id}`),
  ]);
  const isOurs = (ref: string) =>
    own.has(ref) || instances.some(instance => isOfInstance(ref, instance));
  const nearby = await openRequests.inEnvironments(
    environments.filter(({ name }) =>
      instances.some(({ environment }) => environment === name),
    ),
  );
  return [
    ...(await openRequests.about([`kafka:application/${application}`])),
    ...nearby
      .filter(({ resourceRefs }) => resourceRefs.some(isOurs))
      .map(({ request }) => request),
  ];
}

function isOfInstance(ref: string, instance: StoredInstance): boolean {
  const parsed = /^kafka:([^/]+)\/([^/]+)\/(.+)$/.exec(ref);
  if (!parsed || parsed[1] !== instance.environment) return false;
  const [, , type, rest] = parsed;
  if (type === 'access') {
    const [grantee, , , ...topic] = rest.split('/');
    return (
      grantee === instance.id || ownsName(instance, 'TOPIC', topic.join('/'))
    );
  }
  return type in OWNED && ownsName(instance, OWNED[type], rest);
}

/** Topics are folded in refs. */
function ownsName(
  { patterns }: StoredInstance,
  type: ResourceType,
  name: string,
): boolean {
  const fold = type === 'TOPIC' ? foldTopicName : (text: string) => text;
  const folded = fold(name);
  return patterns.some(
    pattern =>
      pattern.type === type &&
      (pattern.pattern === 'PREFIXED'
        ? folded.startsWith(fold(pattern.name))
        : folded === fold(pattern.name)),
  );
}
