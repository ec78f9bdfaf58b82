// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { JsonObject } from '@backstage/types';
import {
  type KafkaEntitiesAnswer,
  type ObservedSubject,
  topicsOfSubject,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type {
  KafkaParts,
  StoredApplication,
  StoredSubject,
  StoredTopic,
} from '../domain/ports';

const LONGEST = 63;

/** Topics as Resources, subjects as APIs: owned ones, since an entity has an owner. */
export async function entities({
  stores,
}: Pick<KafkaParts, 'stores'>): Promise<KafkaEntitiesAnswer> {
  const [environments, applications] = await Promise.all([
    stores.environments.list(),
    stores.applications.list(),
  ]);
  const byName = new Map(applications.map(each => [each.name, each]));
  const found: JsonObject[] = [];
  for (const { name: environment } of environments) {
    for await (const topics of stores.topics.each(environment)) {
      for (const topic of topics) {
        const owner = topic.application && byName.get(topic.application);
        if (owner) found.push(topicEntity(topic, owner));
      }
    }
    const subjects = await stores.subjects.all({ environment, schemas: true });
    for (const subject of subjects) {
      const owner = subject.application && byName.get(subject.application);
      const seen = subject.observed;
      // One that was only asked for has nothing to show yet.
      if (owner && seen) found.push(subjectEntity(subject, seen, owner));
    }
  }
  return { entities: found };
}

function metadata(options: {
  environment: string;
  name: string;
  type: 'subject' | 'topic';
  title: string;
  state: string;
}): JsonObject {
  const { environment, name, type, title, state } = options;
  return {
    name: entityName(environment, name),
    title,
    annotations: {
      'fairway.dev/state': state,
      'fairway.dev/kafka-environment': environment,
      [`fairway.dev/kafka-${type}`]: name,
    },
  };
}

function topicEntity(topic: StoredTopic, owner: StoredApplication): JsonObject {
  const { environment, name, description, phase } = topic;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      ...metadata({
        environment,
        name,
        type: 'topic',
        title: `${name} (${environment})`,
        state: phase,
      }),
      ...(description && { description }),
    },
    spec: {
      type: 'kafka-topic',
      owner: owner.ownerRef,
      dependencyOf: [owner.componentRef],
    },
  };
}

function subjectEntity(
  subject: StoredSubject,
  { format = 'AVRO', schema = '' }: ObservedSubject,
  owner: StoredApplication,
): JsonObject {
  const { environment, name, phase } = subject;
  const [topic] = topicsOfSubject(name, 'TopicName');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: metadata({
      environment,
      name,
      type: 'subject',
      title: `${name} (${environment})`,
      state: phase,
    }),
    spec: {
      type: format.toLowerCase(),
      lifecycle: environment,
      owner: owner.ownerRef,
      definition: schema,
      ...(topic && {
        dependsOn: [`resource:default/${entityName(environment, topic)}`],
      }),
    },
  };
}

/** A name that the catalog takes, the same for the same thing and another for another. */
function entityName(environment: string, name: string): string {
  const wanted = `kafka-${environment}-${name}`;
  const fits = /^[a-zA-Z0-9]+(?:[-_.][a-zA-Z0-9]+)*$/.test(wanted);
  if (fits && wanted.length <= LONGEST) return wanted;
  const hash = createHash('sha256').update(wanted).digest('hex').slice(0, 10);
  const words = wanted
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .slice(0, LONGEST - hash.length - 1)
    .replace(/-+$/, '');
  return `${words}-${hash}`;
}
