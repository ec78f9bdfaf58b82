// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Writes schema/*.schema.json from the zod schemas: run `yarn schema` in this package.
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
require('@backstage/cli/config/nodeTransform.cjs');

const { ownershipJsonSchemas } = require('../src/schema/jsonSchema');

const folder = join(__dirname, '../schema');
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(ownershipJsonSchemas())) {
  writeFileSync(
    join(folder, name),
    `${JSON.stringify(schema, undefined, 2)}\n`,
  );
}
