// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BackendFeature } from '@backstage/backend-plugin-api';

const SOURCE = resolve(__dirname, '../backend.ts');

/**
 * It loads its parts by import() itself, which Jest cannot do either. It mounts nothing unless a secret for webhooks is
 * configured; the browser tests start it with the rest.
 */
const LOADED_BY_IMPORT = ['@backstage/plugin-events-backend-module-github'];

/**
 * What `backend.ts` adds, in its order. Read from its text, as Jest cannot
 * evaluate the imports there; an `add` of another form is an error, so that
 * nothing is in the portal and not in the tests.
 */
export function portalFeatures(): BackendFeature[] {
  const text = readFileSync(SOURCE, 'utf8');
  const names = [
    ...text.matchAll(/backend\.add\(\s*import\('([^']+)'\),?\s*\);/g),
  ].map(([, name]) => name);
  const added = text.match(/backend\s*\.\s*add\b/g) ?? [];
  if (names.length === 0 || names.length !== added.length) {
    throw new Error(
      `"${SOURCE}" adds ${added.length} features, and ${names.length} of them in the form backend.add(import('name'));`,
    );
  }
  return names
    .filter(name => !LOADED_BY_IMPORT.includes(name))
    .map(name => require(name).default);
}
