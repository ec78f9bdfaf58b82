// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  belowItem,
  type BundlePayload,
  checkBundle,
  checkGrant,
  checkSubject,
  checkTopicCreate,
  type GrantCreatePayload,
  type InstanceView,
  type KafkaEnvironmentView,
  type Problem,
  type SubjectRegisterPayload,
  type TopicCreatePayload,
  type TopicPolicy,
} from '@fairway/backstage-plugin-kafka-self-serve-common';

/** What the rules need to know about the place. */
export interface TopicPlace {
  instance?: InstanceView;
  environment?: KafkaEnvironmentView;
  policies: readonly TopicPolicy[];
  /** Names on the broker and of requests that are like the one that is asked for. */
  existing: readonly string[];
  /** The instances of the person in this environment. */
  instances: readonly InstanceView[];
  /** ISO 8601. */
  today: string;
}

/** What the rules say of a topic and of what comes with it; the same functions as on the server. */
export function checkDraft(
  asked: {
    topic: TopicCreatePayload;
    grants: GrantCreatePayload[];
    subject?: SubjectRegisterPayload;
    bundle: BundlePayload;
  },
  place: TopicPlace & { environment: KafkaEnvironmentView },
): Problem[] {
  const { topic, grants, subject, bundle } = asked;
  const { environment, instance, policies, existing, today } = place;
  const context = {
    environment,
    brokers: environment.status?.brokers,
    policies: policies.filter(({ name }) =>
      environment.policyRefs.includes(name),
    ),
    instance,
    usage: instance?.usage,
  };
  const instances = instance
    ? [instance, ...place.instances.filter(({ id }) => id !== instance.id)]
    : place.instances;
  return [
    ...belowItem(0, checkTopicCreate({ ...context, payload: topic, existing })),
    ...grants.flatMap((payload, index) =>
      belowItem(
        index + 1,
        checkGrant({ payload, instances, grants: [], now: today }).filter(
          // That the topic has no name is said at its name.
          ({ path }) => topic.name !== '' || path[0] !== 'topic',
        ),
      ),
    ),
    ...(subject
      ? belowItem(
          bundle.items.length - 1,
          checkSubject({ payload: subject, environment, instance }).filter(
            ({ code }) =>
              topic.name !== '' || code !== 'subject-outside-ownership',
          ),
        )
      : []),
    ...(bundle.items.length > 1 ? checkBundle({ payload: bundle }) : []),
  ];
}
