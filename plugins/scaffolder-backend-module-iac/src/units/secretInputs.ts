// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { UnitDependency } from '@fairway/iac';
import { actionError } from '../errors';

const REFERENCE =
  /^dependency\.([A-Za-z_][A-Za-z0-9_-]*)\.outputs\.([A-Za-z_][A-Za-z0-9_-]*)$/;

/**
 * Puts references to secrets with the dependencies that they come from; a sensitive input is never a literal.
 *
 * @param options - `secretInputs` by input: `dependency.secrets.outputs.password`
 * @throws InputError `input-secret` for a sensitive input among the values, `secret-reference-invalid`
 */
export function withSecretInputs(options: {
  dependencies: UnitDependency[];
  secretInputs: Record<string, string>;
  inputs: Record<string, unknown>;
  sensitiveInputs: string[];
}): UnitDependency[] {
  const { dependencies, secretInputs, inputs, sensitiveInputs } = options;
  // Null is how a module says that there is none.
  const literal = Object.entries(inputs)
    .filter(([name, value]) => sensitiveInputs.includes(name) && value !== null)
    .map(([name]) => name);
  if (literal.length > 0) {
    throw actionError('input-secret', { inputs: literal.join(', ') });
  }
  const added = new Map<string, Record<string, string>>();
  for (const [input, reference] of Object.entries(secretInputs)) {
    const [, name, output] = REFERENCE.exec(reference) ?? [];
    if (
      name === undefined ||
      !dependencies.some(dependency => dependency.name === name)
    ) {
      throw actionError('secret-reference-invalid', { input, reference });
    }
    added.set(name, { ...added.get(name), [input]: output });
  }
  return dependencies.map(dependency => ({
    ...dependency,
    outputs: { ...dependency.outputs, ...added.get(dependency.name) },
  }));
}
