// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { aCluster, aTopicSpec, PROD } from '../__testUtils__/examples';
import type { TopicPayload } from '../schemas/topics';
import { desiredOfSubject, desiredOfTopic, mergeDesired } from './fromPayload';
import { planChanges } from './plan';

const observed = aTopicSpec({
  configs: { 'retention.ms': '5', 'segment.ms': '7' },
});
const base = { environment: 'prod', name: 'orders.created' };

const desired = (payload: TopicPayload) =>
  desiredOfTopic({ payload, environment: PROD, observed });

describe('what a request wants', () => {
  it('of a topic keeps everything that it does not speak of', () => {
    const payload: TopicPayload = {
      operation: 'config',
      ...base,
      set: { 'retention.ms': '9' },
      remove: ['segment.ms'],
    };
    expect(desired(payload)).toEqual({
      topics: [aTopicSpec({ configs: { 'retention.ms': '9' } })],
    });
    expect(
      desired({ operation: 'partitions', ...base, partitions: 6 }),
    ).toEqual({ topics: [{ ...observed, partitions: 6 }] });
  });

  it('deletes nothing but the topic that is there', () => {
    const payload: TopicPayload = {
      operation: 'delete',
      ...base,
      typedName: 'orders.created',
    };
    expect(desired(payload)).toEqual({ deletedTopics: ['orders.created'] });
    expect(desiredOfTopic({ payload, environment: PROD })).toEqual({});
    expect(
      desired({ operation: 'protection', ...base, deletionProtection: true }),
    ).toEqual({});
  });

  it('together is one plan', () => {
    const together = mergeDesired([
      desiredOfTopic({
        payload: {
          operation: 'create',
          instance: 'orders@prod',
          ...base,
        },
        environment: PROD,
      }),
      desiredOfSubject({
        operation: 'register',
        environment: 'prod',
        instance: 'orders@prod',
        name: 'orders.created-value',
        strategy: 'TopicName',
        format: 'AVRO',
        schema: '"string"',
      }),
      { scramUsers: [{ user: 'orders', mechanism: 'SCRAM-SHA-512' }] },
    ]);
    const outcome = planChanges({ desired: together, observed: aCluster() });
    const steps = outcome.outcome === 'planned' ? outcome.plan.steps : [];
    expect(steps.map(({ id }) => id)).toEqual([
      'topic.create:orders.created',
      'subject.register:orders.created-value',
      'user.create:orders',
    ]);
  });
});
