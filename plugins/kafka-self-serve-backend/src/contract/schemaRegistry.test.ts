// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { EmbeddedCluster } from '@fairway/kafka-embedded';
import { ConfluentSchemaRegistry } from '../registry/ConfluentSchemaRegistry';
import { schemaRegistryContract } from './schemaRegistryContract';

jest.setTimeout(60_000);

// Where everything has to be checked, a program that was not built is a failure.
const describeWithCluster =
  EmbeddedCluster.available().available || process.env.CI
    ? describe
    : describe.skip;

describeWithCluster('SchemaRegistry on the embedded registry', () => {
  let cluster: EmbeddedCluster;
  beforeAll(async () => {
    cluster = await EmbeddedCluster.start({
      clusterId: 'registry',
      brokers: 1,
    });
  });
  afterAll(() => cluster?.stop());

  schemaRegistryContract({
    subject: () => ({
      registry: ConfluentSchemaRegistry.create({
        cluster: 'embedded',
        registry: { url: cluster.registryUrl! },
      }),
    }),
  });
});
