// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { codes } from '../__testUtils__/examples';
import { planFromFiles, validateFile } from './planFromFiles';

const topic = {
  name: 'orders',
  partitions: 3,
  replicationFactor: 1,
  configs: { 'retention.ms': '1000' },
};
const acl = {
  resourceType: 'TOPIC',
  resourceName: 'orders',
  patternType: 'LITERAL',
  principal: 'User:a',
  host: '*',
  operation: 'READ',
  permission: 'ALLOW',
};
const observed = {
  topics: [topic, { ...topic, name: '__consumer_offsets' }],
  acls: [acl],
  subjects: [],
};

function ids(desired: object, state: object = observed) {
  const outcome = planFromFiles({ observed: state, desired });
  return outcome.outcome === 'planned'
    ? outcome.plan.steps.map(({ id }) => id)
    : outcome.codes;
}

describe('planFromFiles', () => {
  it('has nothing to do where the files agree', () => {
    expect(ids({ topics: [topic], acls: [acl], subjects: [] })).toEqual([]);
  });

  it('reads what YAML makes of values, and words in any case', () => {
    expect(
      ids({
        topics: [{ ...topic, configs: { 'retention.ms': 1000 } }],
        acls: [
          {
            type: 'topic',
            name: 'orders',
            principal: 'User:a',
            operation: 'read',
          },
        ],
      }),
    ).toEqual([]);
  });

  it('takes the desired file as whole: what is not in it goes, internal topics aside', () => {
    expect(ids({ topics: [], acls: [] })).toEqual([
      'acl.delete:ALLOW User:a from *: READ on TOPIC LITERAL orders',
      'topic.delete:orders',
    ]);
  });

  it('leaves sections alone that are not in it', () => {
    expect(ids({})).toEqual([]);
    expect(ids({ subjects: [] })).toEqual([]);
  });

  it('adds access before it removes any', () => {
    const wide = { ...acl, resourceName: 'ord', patternType: 'PREFIXED' };
    expect(ids({ acls: [wide] })).toEqual([
      'acl.create:ALLOW User:a from *: READ on TOPIC PREFIXED ord',
      'acl.delete:ALLOW User:a from *: READ on TOPIC LITERAL orders',
    ]);
  });

  it('is refused with the codes of all errors', () => {
    expect(
      ids({
        topics: [
          { ...topic, partitions: 2 },
          { ...topic, name: 'a.b', configs: { x: '1' } },
          { ...topic, name: 'a_b' },
        ],
      }),
    ).toEqual(['config-unknown', 'partitions-decrease', 'topic-name-pending']);
  });

  it.each([
    [{ topics: [{ name: 'a' }] }],
    [{ topics: [{ ...topic, replicas: 1 }] }],
    [{ topics: [{ ...topic, configs: { 'retention.ms': 2 ** 60 } }] }],
    [{ acls: [{ ...acl, operation: 'LOOK' }] }],
    [{ acls: null }],
    [{ topcis: [] }],
    [[]],
  ])('refuses a file that cannot be read: %p', desired => {
    const outcome = planFromFiles({ observed, desired });
    expect(outcome).toMatchObject({
      outcome: 'refused',
      codes: ['payload-invalid'],
    });
    expect(outcome.problems[0].path[0]).toBe('desired');
  });

  it('says where in which file', () => {
    const outcome = planFromFiles({
      observed: { topics: [{ name: 'a', partitions: 'x' }] },
      desired: { topics: [{ ...topic, partitions: 2 }] },
    });
    expect(outcome.problems.map(({ path }) => path)).toEqual([
      ['observed', 'topics', 0, 'partitions'],
      ['observed', 'topics', 0, 'replicationFactor'],
    ]);
    const lower = { topics: [{ ...topic, partitions: 2 }] };
    expect(
      planFromFiles({ observed, desired: lower }).problems[0].path,
    ).toEqual(['desired', 'topics', 0, 'partitions']);
  });
});

describe('validateFile', () => {
  it('judges a file without a cluster', () => {
    expect(validateFile({ desired: { topics: [topic] } })).toEqual([]);
    expect(
      codes(validateFile({ desired: { topics: [{ ...topic, name: '' }] } })),
    ).toEqual(['topic-name-empty']);
  });
});
