// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ModuleAnswer } from '../module/question';
import type { ModuleSettings } from '../module/settings';

/** Whether a change of a unit would change nothing: the same version, and nothing given. */
export function isUnchanged(
  { inputs = {}, secretInputs = {} }: ModuleSettings,
  { unit, before }: ModuleAnswer,
): boolean {
  return (
    unit !== undefined &&
    before === undefined &&
    Object.keys(inputs).length + Object.keys(secretInputs).length === 0
  );
}

/** Names of the dependencies that the form holds. */
export function dependencyNames(dependencies: unknown): string[] {
  return Array.isArray(dependencies)
    ? dependencies.flatMap(({ name } = {}) =>
        typeof name === 'string' ? [name] : [],
      )
    : [];
}
