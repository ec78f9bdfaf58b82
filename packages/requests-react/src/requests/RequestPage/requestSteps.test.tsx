// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { requestOf, at } from '../../__testUtils__/requests';
import { requestSteps } from './requestSteps';

/** The keys of the words, with what is filled in. */
const t = ((key: string, values?: object) =>
  values ? `${key} ${Object.values(values).join(' ')}` : key) as Parameters<
  typeof requestSteps
>[0]['t'];

const entityRef = 'resource:default/pg-orders';
const merged = {
  ...requestOf().steps[1],
  status: 'done' as const,
  attempt: 2,
  endedAt: at(30),
};

const summary = (options: Omit<Parameters<typeof requestSteps>[0], 't'>) =>
  requestSteps({ ...options, t }).map(
    ({ title, status }) => `${title}: ${status}`,
  );

describe('requestSteps', () => {
  it('leads from the request over the decision to the catalog', () => {
    expect(summary({ request: requestOf(), entityRef })).toEqual([
      'steps.requested: done',
      'Open the pull request: done',
      'steps.approval: current',
      'Merge: upcoming',
      'steps.inCatalog: upcoming',
    ]);
  });

  it('ends with the last step where the source names no entity', () => {
    expect(summary({ request: requestOf() }).at(-1)).toBe('Merge: upcoming');
  });

  it('waits for the catalog after the last step, and is done when it is there', () => {
    const request = requestOf({
      decision: 'approved',
      execution: 'succeeded',
      steps: [merged],
    });
    const last = (catalog?: 'present' | 'absent') =>
      summary({ request, entityRef, catalog }).at(-1);
    expect(last()).toBe('steps.inCatalog: waiting');
    expect(last('absent')).toBe('steps.inCatalog: waiting');
    expect(last('present')).toBe('steps.inCatalog: done');
  });

  it('waits until what was removed is gone', () => {
    const request = requestOf({
      operation: 'delete',
      decision: 'approved',
      execution: 'succeeded',
    });
    const last = (catalog: 'present' | 'absent') =>
      summary({ request, entityRef, catalog }).at(-1);
    expect(last('present')).toBe('steps.goneFromCatalog: waiting');
    expect(last('absent')).toBe('steps.goneFromCatalog: done');
  });

  it('says that what follows a rejection is not needed', () => {
    expect(
      summary({ request: requestOf({ decision: 'rejected' }), entityRef }),
    ).toEqual([
      'steps.requested: done',
      'Open the pull request: done',
      'steps.rejected: failed',
      'Merge: skipped',
      'steps.inCatalog: skipped',
    ]);
  });

  it('links each step by its name, and counts its attempts', () => {
    const link = {
      rel: 'merge',
      title: 'Commit',
      url: 'https://example.com/c',
    };
    const request = requestOf({
      decision: 'approved',
      execution: 'running',
      steps: [merged],
      links: [link],
    });
    const step = requestSteps({ request, t }).find(
      ({ title }) => title === 'Merge',
    );
    expect(step).toMatchObject({
      at: at(30),
      links: [link],
      note: 'steps.attempt 2',
    });
  });

  it('names the rule that approved', () => {
    const request = requestOf({
      decision: 'approved',
      execution: 'queued',
      approval: { mode: 'auto', by: ['dev-auto'] },
      stages: [],
    });
    expect(requestSteps({ request, t })[2]).toMatchObject({
      title: 'steps.approvedByRule',
      note: 'steps.rule dev-auto',
    });
  });
});
