// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fs from 'node:fs';
import { failureOf } from './failureOf';
import { Secret } from '../config/Secret';
import {
  DEFAULT_CONNECT_TIMEOUT,
  DEFAULT_REQUEST_TIMEOUT,
  type KafkaConnection,
} from '../config/types';
import { kafkaAdminContract } from './kafkaAdminContract';
import { openKafka } from './openKafka';

jest.setTimeout(120_000);

/** Set by whoever has started the brokers (README). */
const environment = (name: string) =>
  process.env[`FAIRWAY_TEST_KAFKA_${name}`] ?? '';
const describeWith = (variable: string) =>
  environment(variable) ? describe : describe.skip;
const connectionTo = (variable: string): KafkaConnection => ({
  name: 'apache',
  bootstrapServers: environment(variable).split(','),
  connectTimeout: DEFAULT_CONNECT_TIMEOUT,
  requestTimeout: DEFAULT_REQUEST_TIMEOUT,
});
const fileOf = (variable: string) =>
  fs.readFileSync(environment(variable), 'utf8');

let opened: ReturnType<typeof openKafka> | undefined;
afterAll(() => opened?.close());

describeWith('BOOTSTRAP')('KafkaAdmin on Apache Kafka, open, one node', () => {
  beforeAll(() => {
    opened = openKafka(connectionTo('BOOTSTRAP'), {
      brokers: 1,
      version: '4.4',
    });
  });
  afterAll(() => opened?.close());

  kafkaAdminContract({ subject: () => opened!.subject, secured: false });

  it('has no ACLs, and says so', async () => {
    const failure = await failureOf(opened!.subject.admin.listAcls());
    expect(failure.code).toBe('kafka-acls-disabled');
  });
});

describeWith('SASL_BOOTSTRAP')(
  'KafkaAdmin on Apache Kafka, secured, three nodes',
  () => {
    beforeAll(() => {
      opened = openKafka(
        {
          ...connectionTo('SASL_BOOTSTRAP'),
          sasl: {
            mechanism: 'SCRAM-SHA-512',
            username: environment('SASL_USERNAME'),
            password: Secret.create(environment('SASL_PASSWORD')),
          },
        },
        { brokers: 3, version: '4.4' },
      );
    });
    afterAll(() => opened?.close());

    kafkaAdminContract({ subject: () => opened!.subject, secured: true });
  },
);

describeWith('TLS_BOOTSTRAP')('KafkaAdmin on Apache Kafka, TLS', () => {
  beforeAll(() => {
    opened = openKafka(connectionTo('TLS_BOOTSTRAP'), { brokers: 1 });
  });
  afterAll(() => opened?.close());
  const adminWith = (variable: string, changed: Partial<KafkaConnection>) =>
    opened!.subject.adminWith({ ...connectionTo(variable), ...changed });
  const brokersOf = async (
    variable: string,
    changed: Partial<KafkaConnection>,
  ) => (await adminWith(variable, changed).describeCluster()).brokers.length;

  it('connects with the certificate authority of the brokers', async () => {
    expect(
      await brokersOf('TLS_BOOTSTRAP', { tls: { ca: fileOf('CA') } }),
    ).toBe(1);
  });

  it('connects with a certificate of its own, and is known by it', async () => {
    const tls = {
      ca: fileOf('CA'),
      certificate: fileOf('CERTIFICATE'),
      key: Secret.create(fileOf('KEY')),
    };
    expect(await brokersOf('MUTUAL_TLS_BOOTSTRAP', { tls })).toBe(1);
    // Only super users may, so the broker knows who this is.
    expect(await adminWith('MUTUAL_TLS_BOOTSTRAP', { tls }).listAcls()).toEqual(
      [],
    );
  });

  it('signs in by PLAIN over TLS', async () => {
    const sasl = {
      mechanism: 'PLAIN' as const,
      username: environment('PLAIN_USERNAME'),
      password: Secret.create(environment('PLAIN_PASSWORD')),
    };
    const tls = { ca: fileOf('CA') };
    expect(
      await adminWith('PLAIN_BOOTSTRAP', { tls, sasl }).listAcls(),
    ).toEqual([]);
    const wrong = { ...sasl, password: Secret.create('wrong') };
    const failure = await failureOf(
      adminWith('PLAIN_BOOTSTRAP', { tls, sasl: wrong }).listAcls(),
    );
    expect(failure.code).toBe('kafka-authentication-failed');
  });

  it.each([
    [
      'a broker whose authority is not trusted',
      'TLS_BOOTSTRAP',
      () => ({ tls: {} }),
    ],
    [
      'a broker by another name',
      'TLS_BOOTSTRAP',
      () => ({
        tls: { ca: fileOf('CA'), serverName: 'elsewhere.example.com' },
      }),
    ],
    [
      'a broker that wants a certificate, without one',
      'MUTUAL_TLS_BOOTSTRAP',
      () => ({ tls: { ca: fileOf('CA') } }),
    ],
    ['a broker that speaks TLS, without it', 'TLS_BOOTSTRAP', () => ({})],
  ])('refuses to go on with %s', async (_, variable, changed) => {
    const failure = await failureOf(
      adminWith(variable, changed()).listTopics(),
    );
    expect(failure.code).toBe('kafka-tls-failed');
  });

  it('is named as what is missing when the portal has no access', async () => {
    const stranger = adminWith('TLS_BOOTSTRAP', { tls: { ca: fileOf('CA') } });
    expect((await failureOf(stranger.listAcls())).code).toBe(
      'kafka-not-authorized',
    );
  });
});
