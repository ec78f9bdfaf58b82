// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { environmentSchema } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { environmentOf } from '../../__testUtils__/views';
import { draftOf, inputOf } from './environmentDraft';

describe('the draft of an environment', () => {
  it('gives back what was there when nothing was changed', () => {
    const view = environmentOf({
      description: 'To try things out',
      color: '#2e7d32',
      defaults: {
        partitions: 3,
        replicationFactor: 1,
        configs: { 'min.insync.replicas': '2', 'retention.ms': '1000' },
      },
      limits: {
        partitionsPerTopic: 24,
        instance: { topics: 20, partitions: 120, bytes: 1_000 },
        sizes: { S: { partitions: 1, 'retention.ms': '86400000' } },
        deleteGraceDays: 0,
      },
      policyRefs: ['names'],
    });
    const input = inputOf(draftOf(view), view);
    expect(environmentSchema.parse(input)).toEqual(input);
    const { name, displayName, description, color, order } = view;
    expect(input).toEqual({
      name,
      displayName,
      description,
      color,
      order,
      environment: view.environment,
      store: view.store,
      connection: view.connection,
      schemaRegistry: view.schemaRegistry,
      defaults: view.defaults,
      limits: view.limits,
      policyRefs: view.policyRefs,
    });
  });

  it('leaves out limits that are empty and sizes without partitions', () => {
    const draft = { ...draftOf(), name: 'new', displayName: 'New' };
    const { limits } = inputOf(draft);
    expect(limits).toEqual({ instance: {}, sizes: {}, deleteGraceDays: 1 });
  });

  it('reads configs line by line, with "=" in their values', () => {
    const draft = { ...draftOf(), configs: ' a=1 \n\nb=x=y' };
    expect(inputOf(draft).defaults.configs).toEqual({ a: '1', b: 'x=y' });
  });
});
