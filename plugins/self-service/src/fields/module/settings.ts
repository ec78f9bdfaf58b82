// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What the field of a module's inputs holds, and what it means together with what is in Git. In Git stays in Git: the
// value has only what the person gives, so that a change sets nothing else, and reverts nothing that was merged meanwhile.
import type { JsonObject } from '@backstage/types';
import {
  checkInputs,
  type InputProblem,
  type ModuleInspection,
  type UnitAnswer,
} from '@fairway/backstage-plugin-self-service-common';
import type { ModuleAnswer } from './question';

/** Value of the field. */
export interface ModuleSettings {
  module?: string;
  version?: string;
  /** Folder of the unit that it changes. */
  unit?: string;
  /** What the person gives; null takes something out that is in Git. */
  inputs?: JsonObject;
  /** References: `dependency.secrets.outputs.password`. */
  secretInputs?: Record<string, string>;
}

/** An output of another unit that fills an input. */
export interface Filling {
  dependency: string;
  output: string;
}

const REFERENCE =
  /^dependency\.([A-Za-z_][A-Za-z0-9_-]*)\.outputs\.([A-Za-z_][A-Za-z0-9_-]*)$/;

export function propertiesOf({
  schema,
}: Pick<ModuleInspection, 'schema'>): Record<string, JsonObject> {
  return (schema.properties ?? {}) as Record<string, JsonObject>;
}

/** Inputs whose one value whoever keeps the modules has set (`forced` in the catalog of modules), with that value. */
export function forcedInputs(inspection: ModuleInspection): JsonObject {
  return Object.fromEntries(
    Object.entries(propertiesOf(inspection)).flatMap(([name, schema]) =>
      schema.readOnly === true && schema.const !== undefined
        ? [[name, schema.const]]
        : [],
    ),
  );
}

/** The value made to fit what was read: another unit starts anew, another module or version keeps what it knows. */
export function fitted(
  value: ModuleSettings,
  { inspection, unit }: ModuleAnswer,
): ModuleSettings {
  const { name: module, version } = inspection;
  const isOther = value.unit !== undefined && value.unit !== unit?.path;
  const known = propertiesOf(inspection);
  const kept = <T>(given: Record<string, T> = {}): Record<string, T> =>
    isOther
      ? {}
      : Object.fromEntries(
          Object.entries(given).filter(([name]) => Object.hasOwn(known, name)),
        );
  const secretInputs = kept(value.secretInputs);
  const forced = Object.entries(forcedInputs(inspection)).filter(
    ([name, only]) =>
      JSON.stringify(unit?.inputs[name]) !== JSON.stringify(only),
  );
  return {
    module,
    version,
    ...(unit && { unit: unit.path }),
    inputs: {
      ...(kept(value.inputs) as JsonObject),
      ...Object.fromEntries(forced),
    },
    ...(Object.keys(secretInputs).length > 0 && { secretInputs }),
  };
}

/** What stands in the file when the change is made: Git with what is given on top, without what the module has no longer. */
export function merged(
  value: ModuleSettings,
  { inspection, unit }: ModuleAnswer,
): JsonObject {
  const known = propertiesOf(inspection);
  const inGit = Object.entries(unit?.inputs ?? {}).filter(([name]) =>
    Object.hasOwn(known, name),
  );
  return { ...Object.fromEntries(inGit), ...value.inputs };
}

/** Inputs that get their values otherwise: from outputs, from expressions, or from the template itself. */
export function elsewhere(options: {
  value: ModuleSettings;
  unit?: UnitAnswer;
  fillings: Record<string, Filling>;
  hide: string[];
}): string[] {
  const { value, unit, fillings, hide } = options;
  const given = Object.keys(value.inputs ?? {});
  return [
    ...Object.keys(value.secretInputs ?? {}),
    ...Object.keys(fillings),
    ...hide,
    ...[
      ...(unit?.references ?? []).map(({ input }) => input),
      ...(unit?.expressions ?? []),
    ].filter(name => !given.includes(name)),
  ];
}

/** By the same check as the server's. */
export function settingsProblems(options: {
  value: ModuleSettings;
  answer: ModuleAnswer;
  fillings: Record<string, Filling>;
  hide: string[];
}): InputProblem[] {
  const { value, answer } = options;
  return checkInputs(answer.inspection.schema, merged(value, answer), {
    elsewhere: elsewhere({ ...options, unit: answer.unit }),
  });
}

/** Names of the secret inputs whose reference leads to no dependency. */
export function invalidSecrets(options: {
  value: ModuleSettings;
  unit?: UnitAnswer;
  dependencies: string[];
}): string[] {
  const { value, unit, dependencies } = options;
  const known = [
    ...dependencies,
    ...(unit?.dependencies ?? []).map(({ name }) => name),
  ];
  return Object.entries(value.secretInputs ?? {})
    .filter(([, reference]) => {
      const [, name] = REFERENCE.exec(reference.trim()) ?? [];
      return name === undefined || !known.includes(name);
    })
    .map(([input]) => input);
}

/** What the dependencies of the form fill, by input. */
export function fillingsOf(dependencies: unknown): Record<string, Filling> {
  if (!Array.isArray(dependencies)) return {};
  return Object.fromEntries(
    dependencies.flatMap(({ name, outputs } = {}) =>
      typeof name === 'string' && typeof outputs === 'object' && outputs
        ? Object.entries(outputs).map(([input, output]) => [
            input,
            { dependency: name, output: String(output) },
          ])
        : [],
    ),
  );
}
