// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ModuleAnswer } from '../module/question';
import { propertiesOf } from '../module/settings';

/** The inputs of a module as the form groups them, each in the order of the module. */
export function groupsOf(options: { answer: ModuleAnswer; hide: string[] }): {
  /** Required, and without a value in Git. */
  needed: string[];
  /** With a value, a reference or an expression in Git. */
  there: string[];
  /** The rest. */
  optional: string[];
} {
  const { answer, hide } = options;
  const { inspection, unit } = answer;
  const names = Object.keys(propertiesOf(inspection)).filter(
    name => !hide.includes(name),
  );
  const inGit = unit
    ? [
        ...Object.keys(unit.inputs),
        ...unit.references.map(({ input }) => input),
        ...unit.expressions,
      ]
    : [];
  const isNeeded = (name: string) =>
    inspection.requiredInputs.includes(name) && !inGit.includes(name);
  return {
    needed: names.filter(isNeeded),
    there: names.filter(name => inGit.includes(name)),
    optional: names.filter(name => !isNeeded(name) && !inGit.includes(name)),
  };
}
