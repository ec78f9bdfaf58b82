// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { codes, ORDERS, PROD } from '../__testUtils__/examples';
import type { BundleItem } from '../schemas/requests';
import type { TopicCreatePayload } from '../schemas/topics';
import { checkBundle, checkTopicCreates } from './bundles';
import { resourceRefs } from './resourceRefs';

const topic = (name: string, environment = 'prod'): TopicCreatePayload => ({
  operation: 'create',
  environment,
  instance: 'orders@prod',
  name,
});
const item = (name: string, environment?: string): BundleItem => ({
  kind: 'kafka.topic',
  payload: topic(name, environment),
});
const check = (items: BundleItem[]) =>
  codes(checkBundle({ payload: { environment: 'prod', items } }));

describe('a bundle', () => {
  it('holds different things of one environment', () => {
    expect(check([item('orders.a'), item('orders.b')])).toEqual([]);
    expect(check([])).toEqual(['bundle-empty']);
    expect(check([item('orders.a'), item('orders_a')])).toEqual([
      'bundle-resource-twice',
    ]);
    expect(check([item('orders.a', 'dev')])).toEqual([
      'bundle-environment-differs',
    ]);
    const many = Array.from({ length: 101 }, (_, i) => item(`orders.${i}`));
    expect(check(many)).toEqual(['bundle-too-large']);
  });

  it('takes partitions and configs of one topic for one change, and nothing else', () => {
    const environment = 'prod';
    const change = (payload: object) =>
      ({
        kind: 'kafka.topic',
        payload: { environment, name: 'orders.a', ...payload },
      } as BundleItem);
    const more = change({ operation: 'partitions', partitions: 4 });
    const other = change({ operation: 'config', set: {}, remove: [] });
    const gone = change({ operation: 'delete', typedName: 'orders.a' });
    expect(check([more, other])).toEqual([]);
    for (const both of [
      [more, more],
      [other, other],
      [more, gone],
      [gone, item('orders.a')],
    ]) {
      expect(check(both)).toEqual(['bundle-resource-twice']);
    }
    expect(check([more, other, more])).toEqual(['bundle-resource-twice']);
  });

  it('makes one new password at most', () => {
    const credential = (operation: string, username: string) =>
      ({
        kind: 'kafka.credential',
        payload: {
          operation,
          environment: 'prod',
          instance: 'orders@prod',
          username,
        },
      } as BundleItem);
    expect(
      check([credential('create', 'a'), credential('revoke', 'b')]),
    ).toEqual([]);
    expect(
      check([credential('create', 'a'), credential('rotate', 'b')]),
    ).toEqual(['bundle-passwords']);
  });

  it('of topics counts them together', () => {
    const instance = { ...ORDERS, limits: { topics: 2 } };
    const usage = { topics: 1, partitions: 3, bytes: 0 };
    const found = checkTopicCreates({
      payloads: [topic('orders.a'), topic('orders.b'), topic('orders_a')],
      contextOf: () => ({ environment: PROD, instance, usage }),
    });
    expect(found.map(codes)).toEqual([
      [],
      ['limit-topics'],
      ['topic-name-pending', 'topic-outside-ownership', 'limit-topics'],
    ]);
  });
});

describe('the resources of a request', () => {
  it('are the same for names that collide', () => {
    const refs = (name: string) =>
      resourceRefs({ kind: 'kafka.topic', payload: topic(name) });
    expect(refs('orders.a')).toEqual(['kafka:prod/topic/orders_a']);
    expect(refs('orders_a')).toEqual(refs('orders.a'));
  });

  it('of a bundle and of a promotion are those of all topics', () => {
    const items = [item('a'), item('b')];
    const payload = { environment: 'prod', items };
    expect(resourceRefs({ kind: 'kafka.bundle', payload })).toEqual([
      'kafka:prod/topic/a',
      'kafka:prod/topic/b',
    ]);
    const topics = [{ name: 'a', overrides: {} }];
    expect(
      resourceRefs({
        kind: 'kafka.promote',
        payload: { from: 'dev', to: 'prod', topics },
      }),
    ).toEqual(['kafka:prod/topic/a']);
  });
});
