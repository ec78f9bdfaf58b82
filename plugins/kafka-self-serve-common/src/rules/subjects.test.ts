// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { BILLING, codes, ORDERS, PROD } from '../__testUtils__/examples';
import type { Compatibility } from '../model/resources';
import type { SubjectRegisterPayload } from '../schemas/access';
import {
  checkSubject,
  ownerOfSubject,
  subjectName,
  topicsOfSubject,
} from './subjects';

const payload: SubjectRegisterPayload = {
  operation: 'register',
  environment: 'prod',
  instance: 'orders@prod',
  name: 'orders.created-value',
  strategy: 'TopicName',
  format: 'AVRO',
  schema: '{"type":"string"}',
};

describe('the name of a subject', () => {
  it('follows the strategy, and leads back to the topic', () => {
    const topic = 'orders-eu';
    const record = 'com.acme.Order';
    const byTopic = subjectName({ strategy: 'TopicName', topic, part: 'key' });
    expect(byTopic).toBe('orders-eu-key');
    expect(topicsOfSubject(byTopic, 'TopicName')).toEqual([topic]);
    const both = subjectName({ strategy: 'TopicRecordName', topic, record });
    expect(both).toBe('orders-eu-com.acme.Order');
    expect(topicsOfSubject(both, 'TopicRecordName')).toEqual(['orders', topic]);
    const alone = subjectName({ strategy: 'RecordName', record });
    expect(topicsOfSubject(alone, 'RecordName')).toEqual([]);
  });

  it.each([
    ['orders.created-value', 'orders@prod'],
    ['orders.created-com.acme.Order', 'orders@prod'],
    ['com.acme.billing.Invoice', 'billing@prod'],
    ['invoices-key', 'billing@prod'],
    ['invoices.other-key', undefined],
    ['com.acme.Order', undefined],
  ])('gives "%s" to %s', (name, owner) => {
    expect(ownerOfSubject([ORDERS, BILLING], name)?.id).toBe(owner);
  });
});

describe('a request for a subject', () => {
  const check = (fields: Partial<SubjectRegisterPayload> = {}, rest = {}) =>
    codes(
      checkSubject({
        payload: { ...payload, ...fields },
        environment: PROD,
        instance: ORDERS,
        ...rest,
      }),
    );

  it('is taken for the topics of the instance', () => {
    expect(check()).toEqual([]);
    expect(
      check({
        name: 'orders.created-com.acme.Order',
        strategy: 'TopicRecordName',
      }),
    ).toEqual([]);
  });

  it('is told everything that is wrong at once', () => {
    expect(
      check(
        { name: 'payments', schema: '{', format: 'JSON' },
        {
          environment: { name: 'prod' },
          observed: { name: 'payments', format: 'AVRO' },
        },
      ),
    ).toEqual([
      'registry-missing',
      'subject-outside-ownership',
      'subject-name-strategy',
      'subject-schema-invalid',
      'subject-format-change',
    ]);
  });

  it.each<[Compatibility, Compatibility, boolean]>([
    ['BACKWARD', 'NONE', true],
    ['FULL', 'BACKWARD', true],
    ['FORWARD', 'BACKWARD', true],
    ['BACKWARD_TRANSITIVE', 'FULL', true],
    ['BACKWARD', 'FULL', false],
    ['FULL', 'FULL_TRANSITIVE', false],
    ['NONE', 'NONE', false],
  ])('from %s to %s promises less: %p', (current, compatibility, weaker) => {
    const found = checkSubject({
      payload: {
        operation: 'compatibility',
        environment: 'prod',
        instance: 'orders@prod',
        name: 'orders.created-value',
        compatibility,
      },
      environment: PROD,
      instance: ORDERS,
      observed: { name: 'orders.created-value', compatibility: current },
    });
    expect(codes(found)).toEqual(weaker ? ['compatibility-weaker'] : []);
  });

  it('sets the level only of a subject that is there', () => {
    const { format, schema, strategy, ...rest } = payload;
    const found = checkSubject({
      payload: { ...rest, operation: 'compatibility', compatibility: 'FULL' },
      environment: PROD,
      instance: ORDERS,
    });
    expect(codes(found)).toEqual(['subject-not-found']);
  });
});
