// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { aTopicSpec, codes, PROD } from '../__testUtils__/examples';
import {
  checkEnvironment,
  checkEnvironmentDelete,
  checkPromotion,
  nextEnvironment,
  promotedTopic,
} from './environments';

const DEV = { ...PROD, name: 'dev', order: 10, clusterId: 'cluster-dev' };
const STAGING = { ...PROD, name: 'staging', order: 20, clusterId: 'c2' };
const environments = [PROD, DEV, STAGING];

describe('an environment', () => {
  it('is one cluster, at a place of its own', () => {
    const check = (fields: object) =>
      codes(
        checkEnvironment({ environment: { ...PROD, ...fields }, environments }),
      );
    expect(check({})).toEqual([]);
    expect(check({ clusterId: undefined })).toEqual([]);
    expect(check({ clusterId: 'cluster-dev', order: 20 })).toEqual([
      'environment-cluster-taken',
      'environment-order-taken',
    ]);
  });

  it('stays while it holds something, and says what', () => {
    expect(checkEnvironmentDelete({ name: 'prod', holds: [] })).toEqual([]);
    const holds = ['3 topics', '1 application instance'];
    const [found] = checkEnvironmentDelete({ name: 'prod', holds });
    expect(found.message).toContain('3 topics, 1 application instance');
  });
});

describe('promotion', () => {
  it('goes from each environment to the next', () => {
    expect(nextEnvironment(environments, DEV)?.name).toBe('staging');
    expect(nextEnvironment(environments, PROD)).toBeUndefined();
  });

  it('skips none and never goes back', () => {
    const check = (from: string, to: string, name = 'a') =>
      checkPromotion({
        payload: { from, to, topics: [{ name, overrides: {} }] },
        environments,
        sources: ['a'],
      });
    expect(check('dev', 'staging')).toEqual([]);
    expect(check('dev', 'prod')[0]).toMatchObject({
      code: 'promotion-order',
      next: 'Promote to staging.',
    });
    expect(codes(check('prod', 'dev', 'b'))).toEqual([
      'promotion-order',
      'promotion-source-missing',
    ]);
  });

  const source = aTopicSpec({
    partitions: 3,
    replicationFactor: 1,
    configs: { 'retention.ms': '5', 'min.insync.replicas': '1' },
  });

  it('takes the topic along, with the replicas of where it goes', () => {
    expect(promotedTopic({ source, to: PROD })).toEqual(
      aTopicSpec({
        configs: { 'retention.ms': '5', 'min.insync.replicas': '2' },
      }),
    );
  });

  it('never makes the topic smaller that is there, and takes what is overridden', () => {
    const target = aTopicSpec({ partitions: 6, replicationFactor: 2 });
    const overrides = { configs: { 'retention.ms': '9' } };
    expect(promotedTopic({ source, to: PROD, target, overrides })).toEqual(
      aTopicSpec({
        partitions: 6,
        replicationFactor: 2,
        configs: { 'retention.ms': '9', 'min.insync.replicas': '2' },
      }),
    );
    const fewer = { partitions: 2 };
    expect(
      promotedTopic({ source, to: PROD, target, overrides: fewer }).partitions,
    ).toBe(2);
  });
});
