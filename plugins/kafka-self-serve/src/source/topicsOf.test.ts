// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { topicsOf } from './topicsOf';

const topic = (name: string) => ({ operation: 'create', name });

describe('topicsOf', () => {
  it('finds the topics of a bundle, each once', () => {
    const payload = {
      environment: 'dev',
      items: [
        { kind: 'kafka.topic', payload: topic('orders.new') },
        {
          kind: 'kafka.grant',
          payload: {
            environment: 'dev',
            topic: { pattern: 'LITERAL', name: 'orders.new' },
          },
        },
        { kind: 'kafka.subject', payload: { name: 'orders.new-value' } },
      ],
    };
    expect(topicsOf({ kind: 'kafka.bundle', payload })).toEqual([
      { environment: 'dev', name: 'orders.new' },
    ]);
  });

  it('looks at where a promotion goes', () => {
    const payload = { from: 'dev', to: 'prod', topics: [{ name: 'orders.a' }] };
    expect(topicsOf({ kind: 'kafka.promote', payload })).toEqual([
      { environment: 'prod', name: 'orders.a' },
    ]);
  });

  it('knows no topic for a prefix, or for an application', () => {
    const payload = {
      environment: 'dev',
      topic: { pattern: 'PREFIXED', name: 'orders.' },
    };
    expect(topicsOf({ kind: 'kafka.grant', payload })).toEqual([]);
    expect(
      topicsOf({ kind: 'kafka.application', payload: { name: 'orders' } }),
    ).toEqual([]);
  });
});
