// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPolicy } from '../loadPolicy';
import type { CompiledPolicy } from '../model';

/* eslint-disable-next-line no-restricted-syntax */
const read = (name: string) =>
  readFileSync(join(__dirname, '../__fixtures__', name), 'utf8');

export const POLICY_TEXT = read('policy.yaml');
export const TESTS_TEXT = read('policy.tests.yaml');

/** The policy of a text that has to be in order. */
export function policyOf(text: string): CompiledPolicy {
  const { policy, errors } = loadPolicy(text);
  if (!policy) throw new Error(errors.map(each => each.message).join('\n'));
  return policy;
}
