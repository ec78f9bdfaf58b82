// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { codes } from '../__testUtils__/examples';
import { checkTopicName } from './topicNames';

const check = (name: string, existing: string[] = [], pending: string[] = []) =>
  codes(checkTopicName({ name, existing, pending }));

describe('checkTopicName', () => {
  it.each(['a', 'orders.created', 'A-1_b', '_schemas', 'x'.repeat(249), '...'])(
    'takes "%s"',
    name => {
      expect(check(name)).toEqual([]);
    },
  );

  it.each([
    ['', ['topic-name-empty']],
    ['x'.repeat(250), ['topic-name-too-long']],
    ['.', ['topic-name-dots']],
    ['..', ['topic-name-dots']],
    ['__x', ['topic-name-internal']],
    ['é', ['topic-name-characters']],
    ['a b', ['topic-name-characters']],
    ['a\n', ['topic-name-characters']],
    ['__ x', ['topic-name-characters', 'topic-name-internal']],
  ])('refuses "%s" for all reasons together', (name, expected) => {
    expect(check(name)).toEqual(expected);
  });

  it('compares with every topic on the broker, with "." as "_"', () => {
    const existing = ['orders_created', 'orders.created', 'orders-created'];
    expect(check('orders.created', existing)).toEqual([
      'topic-name-collides',
      'topic-name-exists',
    ]);
    expect(check('orders.created', ['Orders.created'])).toEqual([]);
  });

  it('compares with what other requests ask for', () => {
    expect(check('a.b', [], ['a_b'])).toEqual(['topic-name-pending']);
    expect(check('a.b', [], ['a.b'])).toEqual(['topic-name-pending']);
    expect(check('a.b', [], ['a-b'])).toEqual([]);
  });

  it('names both topics of a collision', () => {
    const [found] = checkTopicName({ name: 'a.b', existing: ['a_b'] });
    expect(found).toMatchObject({ path: ['name'], value: 'a.b' });
    expect(found.message).toContain('"a.b" is the same as "a_b"');
  });
});
