// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  KAFKA_REQUEST_KINDS,
  type KafkaRequestKind,
  parsePayload,
} from './requests';

const environment = 'prod';
const instance = 'orders@prod';
const pattern = { pattern: 'LITERAL', name: 'a' };

/** One of each kind and operation, as somebody would send it. */
const EXAMPLES: Record<KafkaRequestKind, object[]> = {
  'kafka.application': [
    {
      operation: 'create',
      name: 'orders',
      ownerRef: 'group:default/orders',
      componentRef: 'component:default/orders',
    },
    { operation: 'delete', name: 'orders' },
  ],
  'kafka.application-instance': [
    {
      operation: 'create',
      application: 'orders',
      environment,
      principals: ['User:orders'],
      patterns: [{ type: 'TOPIC', ...pattern }],
      limits: { topics: 5 },
      visibility: 'private',
    },
    { operation: 'delete', application: 'orders', environment },
  ],
  'kafka.topic': [
    {
      operation: 'create',
      environment,
      instance,
      name: 'a',
      size: 'S',
      labels: { 'acme.example/domain': 'sales', pii: '' },
    },
    { operation: 'config', environment, name: 'a', set: { x: 'y' } },
    { operation: 'partitions', environment, name: 'a', partitions: 3 },
    { operation: 'delete', environment, name: 'a', typedName: 'a' },
    {
      operation: 'protection',
      environment,
      name: 'a',
      deletionProtection: true,
    },
  ],
  'kafka.grant': [
    {
      operation: 'create',
      environment,
      grantee: instance,
      access: 'CONSUME',
      topic: pattern,
      group: pattern,
      expiresAt: '2026-12-01T00:00:00+01:00',
    },
    { operation: 'renew', environment, grant: 'g1' },
  ],
  'kafka.revoke': [{ environment, grant: 'g1' }],
  'kafka.subject': [
    {
      operation: 'register',
      environment,
      instance,
      name: 'a-value',
      format: 'AVRO',
      schema: '"string"',
    },
    {
      operation: 'compatibility',
      environment,
      instance,
      name: 'a-value',
      compatibility: 'FULL',
    },
  ],
  'kafka.offset-reset': [
    {
      environment,
      instance,
      group: 'g',
      topics: [{ name: 'a', partitions: [0] }],
      strategy: { kind: 'shift', by: -5 },
    },
  ],
  'kafka.limits': [{ environment, instance, limits: { bytes: 5 } }],
  'kafka.client-quota': [
    { environment, instance, quota: { producerByteRate: 5 } },
  ],
  'kafka.credential': [
    { operation: 'create', environment, instance, username: 'orders' },
    { operation: 'rotate', environment, instance, username: 'orders' },
  ],
  'kafka.ownership-claim': [
    { environment, instance, patterns: [{ type: 'GROUP', ...pattern }] },
  ],
  'kafka.ownership-transfer': [
    { environment, from: instance, to: 'b@prod', patterns: [] },
  ],
  'kafka.promote': [{ from: 'dev', to: 'prod', topics: [{ name: 'a' }] }],
  'kafka.bundle': [
    {
      environment,
      items: [{ kind: 'kafka.revoke', payload: { environment, grant: 'g' } }],
    },
  ],
};

const EACH = KAFKA_REQUEST_KINDS.flatMap(kind =>
  EXAMPLES[kind].map(example => [kind, example] as const),
);

describe('the payload of a request', () => {
  it.each(EACH)('of the kind %s is read: %p', (kind, example) => {
    expect(parsePayload(kind, example)).toMatchObject({
      success: true,
      data: example,
    });
  });

  it.each(EACH)('of the kind %s has no other fields: %p', (kind, example) => {
    const parsed = parsePayload(kind, { ...example, extra: 1 });
    expect(parsed).toMatchObject({
      success: false,
      problems: [{ code: 'payload-invalid', path: ['extra'], value: 1 }],
    });
  });

  it('says which label has a name that is none, and how names are written', () => {
    const parsed = parsePayload('kafka.topic', {
      operation: 'create',
      environment,
      instance,
      name: 'a',
      labels: { 'Not A Key': '', domain: 'sales' },
    });
    expect(parsed).toMatchObject({
      success: false,
      problems: [
        {
          path: ['labels', 'Not A Key'],
          value: 'Not A Key',
          message: expect.stringContaining('write lower case letters'),
        },
      ],
    });
  });

  it('that cannot be read is told every field at once', () => {
    const parsed = parsePayload('kafka.topic', {
      operation: 'create',
      environment: 'Prod',
      instance: 'orders',
      name: 5,
    });
    expect(parsed.success).toBe(false);
    if (parsed.success) return;
    expect(parsed.problems.map(({ path }) => path)).toEqual([
      ['environment'],
      ['instance'],
      ['name'],
    ]);
    expect(parsed.problems[0].message).toBe(
      'The field "environment" cannot be "Prod": Not a name: write lower case letters, digits and "-". Correct it and try again.',
    );
  });

  it.each([undefined, null, 'x', [], { operation: 'recreate' }])(
    'is refused as %p',
    input => {
      expect(parsePayload('kafka.topic', input).success).toBe(false);
    },
  );

  it('gets what it leaves out', () => {
    expect(
      parsePayload('kafka.credential', EXAMPLES['kafka.credential'][0]),
    ).toMatchObject({
      data: { mechanism: 'SCRAM-SHA-512' },
    });
  });

  it('names a partition once', () => {
    const offset = { topic: 'a', partition: 0, offset: '5' };
    const strategy = { kind: 'explicit', offsets: [offset, offset] };
    const [example] = EXAMPLES['kafka.offset-reset'];
    const parsed = parsePayload('kafka.offset-reset', { ...example, strategy });
    expect(parsed.success).toBe(false);
  });
});
