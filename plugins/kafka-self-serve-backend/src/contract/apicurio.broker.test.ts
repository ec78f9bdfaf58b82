// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ConfluentSchemaRegistry } from '../registry/ConfluentSchemaRegistry';
import { schemaRegistryContract } from './schemaRegistryContract';

jest.setTimeout(60_000);

/** Set by whoever has started a registry (README). */
const url = process.env.FAIRWAY_TEST_REGISTRY;
const describeOnApicurio = url ? describe : describe.skip;

describeOnApicurio('SchemaRegistry on Apicurio', () => {
  schemaRegistryContract({
    subject: () => ({
      registry: ConfluentSchemaRegistry.create({
        cluster: 'apicurio',
        registry: { url: url ?? '' },
      }),
    }),
    differences: ['no-reasons', 'level-none-when-unset', 'modes-not-enforced'],
  });
});
