// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { EmbeddedCluster } from '@fairway/kafka-embedded';
import { Secret } from '../config/Secret';
import {
  DEFAULT_CONNECT_TIMEOUT,
  DEFAULT_REQUEST_TIMEOUT,
} from '../config/types';
import type { KnownDifference } from './differences';
import { kafkaAdminContract } from './kafkaAdminContract';
import { openKafka } from './openKafka';

jest.setTimeout(120_000);

const DIFFERENCES: KnownDifference[] = [
  'config-values-unchecked',
  'few-configs-described',
  'topic-names-unchecked',
  'quota-values-unchecked',
  'scram-iterations-ignored',
];
const SUPERUSER = { username: 'admin', password: 'admin-secret' };

// Where everything has to be checked, a program that was not built is a failure.
const describeWithCluster =
  EmbeddedCluster.available().available || process.env.CI
    ? describe
    : describe.skip;

describeWithCluster.each([
  {
    name: 'the embedded cluster, open, one broker',
    brokers: 1,
    secured: false,
  },
  {
    name: 'the embedded cluster, secured, three brokers',
    brokers: 3,
    secured: true,
  },
])('KafkaAdmin on $name', ({ brokers, secured }) => {
  let cluster: EmbeddedCluster;
  let opened: ReturnType<typeof openKafka>;

  beforeAll(async () => {
    cluster = await EmbeddedCluster.start({
      clusterId: 'contract',
      brokers,
      registry: false,
      ...(secured && { superusers: [SUPERUSER] }),
    });
    opened = openKafka(
      {
        name: 'embedded',
        bootstrapServers: cluster.bootstrapServers,
        connectTimeout: DEFAULT_CONNECT_TIMEOUT,
        requestTimeout: DEFAULT_REQUEST_TIMEOUT,
        ...(secured && {
          sasl: {
            mechanism: 'SCRAM-SHA-512' as const,
            username: SUPERUSER.username,
            password: Secret.create(SUPERUSER.password),
          },
        }),
      },
      { brokers, clusterId: 'contract', version: '4.4' },
    );
  });
  afterAll(async () => {
    await opened?.close();
    await cluster?.stop();
  });

  kafkaAdminContract({
    subject: () => opened.subject,
    secured,
    differences: DIFFERENCES,
  });
});
