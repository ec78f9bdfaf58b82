// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { aTopicSpec } from '../__testUtils__/examples';
import { topicDrift, topicPhase } from './drift';

const desired = aTopicSpec({ configs: { 'cleanup.policy': 'delete,compact' } });
const same = aTopicSpec({ configs: { 'cleanup.policy': 'compact,delete' } });
const other = aTopicSpec({ partitions: 6, configs: { 'retention.ms': '5' } });

describe('drift', () => {
  it('is what differs in meaning, field by field', () => {
    expect(topicDrift({ desired, observed: same })).toEqual([]);
    expect(topicDrift({ desired, observed: other })).toEqual([
      { path: 'topic orders.created / partitions', before: '3', after: '6' },
      {
        path: 'topic orders.created / configs.cleanup.policy',
        before: 'compact,delete',
      },
      { path: 'topic orders.created / configs.retention.ms', after: '5' },
    ]);
  });

  it.each([
    ['ready', { desired, observed: same }],
    ['drifted', { desired, observed: other }],
    ['pending', { desired }],
    ['missing', { desired, wasObserved: true }],
    ['ready', { observed: other }],
    ['deleting', { desired, observed: same, deleteAfter: '2026-12-01' }],
  ] as const)('makes the phase %s', (phase, options) => {
    expect(topicPhase(options)).toBe(phase);
  });
});
