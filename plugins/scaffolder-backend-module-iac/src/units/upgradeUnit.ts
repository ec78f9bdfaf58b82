// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Takes a unit to another version of its module: the version where it is written, what is newly asked for from the
// answers, and out what the module has no longer. Everything else stays byte for byte.
import type { JsonObject, JsonValue } from '@backstage/types';
import type { ModuleInspection } from '@fairway/backstage-plugin-self-service-common';
import {
  diffModuleInputs,
  editHcl,
  type HclEdit,
  readModule,
} from '@fairway/iac';
import { actionError } from '../errors';
import type { ModuleReader } from './moduleReader';
import type { PlacedUnit } from './placedUnit';
import type { WrittenInputs } from './writtenInputs';
import { writtenUnit } from './writtenUnit';

/** What an upgrade asks for and does, for one unit. */
export interface UnitUpgrade {
  /** As it was named. */
  path: string;
  from: string;
  to: string;
  /** Inputs that have to be answered. */
  addedRequired: string[];
  /** Inputs that the module has no longer. */
  removed: string[];
  /** Inputs that are not as they were: type, default, validation, … */
  changed: { name: string; aspects: string[] }[];
}

/** An upgraded unit. */
export interface UpgradedUnit {
  upgrade: UnitUpgrade;
  content: string;
  module: ModuleInspection;
  /** Inputs as they are set now; undefined for those that are gone. */
  set: Record<string, unknown>;
}

/**
 * @throws InputError `upgrade-answers-missing`, `upgrade-answers-unknown`, `input-secret`; ConflictError
 * `unit-version-unknown`, `unit-version-shared`; NotFoundError `module-not-vetted`
 */
export async function upgradeUnit(options: {
  placed: PlacedUnit;
  toVersion: string;
  answers: JsonObject;
  modules: ModuleReader;
}): Promise<UpgradedUnit> {
  const { placed, toVersion, answers, modules } = options;
  const { path } = placed;
  const written = await writtenUnit(placed, { modules });
  const { name } = await modules.ofSource(written.source);
  const module = await modules.inspect(name, toVersion);
  const before = await modules.inspect(name, written.version);
  const [old, next] = await Promise.all([
    readModule(before.files),
    readModule(module.files),
  ]);
  const diff = diffModuleInputs(old, next);
  const moved = await written.moveTo(toVersion);
  const { inputs } = moved;
  const needed = [
    ...new Set([
      ...diff.addedRequired.map(each => each.name),
      ...diff.changed
        .filter(({ needsAnswer }) => needsAnswer)
        .map(each => each.name),
      ...inputs.needed,
    ]),
  ];
  checkAnswers({ path, answers, needed, inputs, module });
  const removed = diff.removed.map(each => each.name);
  const edits: HclEdit[] = [
    ...inputs.without(removed).map<HclEdit>(at => ({ op: 'remove', at })),
    ...Object.entries({ ...module.forcedInputs, ...answers }).flatMap<HclEdit>(
      ([input, value]) => {
        const at = inputs.at(input);
        return at ? [{ op: 'set', at, value: value as JsonValue }] : [];
      },
    ),
  ];
  const { text } = await editHcl(moved.content, edits);
  return {
    upgrade: {
      path,
      from: written.version,
      to: toVersion,
      addedRequired: needed,
      removed,
      changed: diff.changed.map(each => ({
        name: each.name,
        aspects: each.aspects,
      })),
    },
    content: text,
    module,
    set: {
      ...module.forcedInputs,
      ...answers,
      ...Object.fromEntries(removed.map(each => [each, undefined])),
    },
  };
}

function checkAnswers(options: {
  path: string;
  answers: JsonObject;
  needed: string[];
  inputs: WrittenInputs;
  module: ModuleInspection;
}): void {
  const { path, answers, needed, inputs, module } = options;
  const given = Object.keys(answers);
  const missing = needed.filter(
    each => !inputs.given.includes(each) && !given.includes(each),
  );
  if (missing.length > 0) {
    throw actionError(
      'upgrade-answers-missing',
      { path, inputs: missing.join(', ') },
      { details: { inputs: missing } },
    );
  }
  const known = Object.keys(module.schema.properties ?? {});
  const unknown = given.filter(
    each => !known.includes(each) || !inputs.at(each),
  );
  if (unknown.length > 0) {
    throw actionError('upgrade-answers-unknown', {
      path,
      inputs: unknown.join(', '),
    });
  }
  const secret = given.filter(each => module.sensitiveInputs.includes(each));
  if (secret.length > 0) {
    throw actionError('input-secret', { inputs: secret.join(', ') });
  }
}
