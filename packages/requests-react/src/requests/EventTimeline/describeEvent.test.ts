// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describeEvent } from './describeEvent';

/** Where events are written. */
const WRITERS = [
  resolve(__dirname, '../../../../requests-node/src'),
  resolve(__dirname, '../../../../../plugins/self-service-backend/src'),
];

const STEPS = [
  { id: 'merge', phase: 'execute', title: 'Merge the pull request' },
] as const;

describe('describeEvent', () => {
  it('names a step by its title', () => {
    expect(
      describeEvent(
        { type: 'step-done', data: { phase: 'execute', step: 'merge' } },
        [...STEPS],
      ),
    ).toEqual({ key: 'stepDone', subject: 'Merge the pull request' });
  });

  it('names a step that is not there any more by its id', () => {
    expect(
      describeEvent({ type: 'step-started', data: { step: 'pull-request' } }),
    ).toMatchObject({ key: 'stepStarted', subject: 'pull request' });
  });

  it.each([
    ['comment', 'cancelled'],
    ['message', 'step-failed'],
    ['waitingFor', 'step-waiting'],
  ])('keeps the %s of %s', (field, type) => {
    expect(describeEvent({ type, data: { [field]: 'Because.' } }).words).toBe(
      'Because.',
    );
  });

  it.each(['of-a-later-release', 'toString'])(
    'does not invent words for %s',
    type => {
      expect(describeEvent({ type, data: {} }).key).toBeUndefined();
    },
  );

  it('has words for every type that the code writes', () => {
    const sources = WRITERS.flatMap(folder =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(file => /(?<!\.test)\.ts$/.test(file))
        // What happens to a resource is in its own history.
        .filter(
          file => !/^(lifetimes|resources)\/|\/DispatchedStore\./.test(file),
        )
        .map(file => readFileSync(resolve(folder, file), 'utf8')),
    ).join('\n');
    const written = [
      // An event is told from other things with a type by its actor.
      ...sources.matchAll(/type: '([a-z-]+)',?\s+actorRef/g),
      ...sources.matchAll(/stepEvent\(\s*'([a-z-]+)'/g),
      ...sources.matchAll(/event: '([a-z-]+)',\s+actorRef/g),
    ].map(([, type]) => type);
    expect(written).toEqual(
      expect.arrayContaining(['created', 'step-done', 'reported', 'approved']),
    );
    for (const type of new Set(written)) {
      // What is only sent as news, and no event.
      if (['superseded', 'reminder'].includes(type)) continue;
      expect([type, describeEvent({ type, data: {} }).key]).toEqual([
        type,
        expect.any(String),
      ]);
    }
  });
});
