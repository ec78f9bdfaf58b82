// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Takes a unit to another version of its module: the version where it is written, what is newly asked for from the
// answers, and out what the module has no longer. Everything else stays byte for byte.
import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  ModuleInspection,
  RepositoryText,
} from '@fairway/backstage-plugin-self-service-common';
import {
  diffModuleInputs,
  editHcl,
  type HclEdit,
  inspectTerragruntUnit,
  readModule,
  replaceVersion,
  resolveVersions,
} from '@fairway/iac';
import { actionError } from '../errors';
import type { ModuleReader } from './moduleReader';

/** What an upgrade asks for and does, for one unit. */
export interface UnitUpgrade {
  /** Folder of the unit. */
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
  folder: string;
  content: string;
  shared: RepositoryText[];
  toVersion: string;
  answers: JsonObject;
  modules: ModuleReader;
}): Promise<UpgradedUnit> {
  const { folder, content, shared, toVersion, answers, modules } = options;
  const path = `${folder}/terragrunt.hcl`;
  const { source, version, place } = await versionOf({ path, content, shared });
  const { name } = await modules.ofSource(source);
  const module = await modules.inspect(name, toVersion);
  const before = await modules.inspect(name, version);
  const [old, next] = await Promise.all([
    readModule(before.files),
    readModule(module.files),
  ]);
  const diff = diffModuleInputs(old, next);
  const needed = [
    ...diff.addedRequired.map(each => each.name),
    ...diff.changed
      .filter(({ needsAnswer }) => needsAnswer)
      .map(each => each.name),
  ];
  const { inputKeys } = await inspectTerragruntUnit(content, { folder });
  checkAnswers({ path: folder, answers, needed, inputKeys, module });
  const gone = diff.removed
    .map(each => each.name)
    .filter(each => inputKeys.includes(each));
  const edits: HclEdit[] = [
    ...gone.map<HclEdit>(each => ({ op: 'remove', at: ['inputs', each] })),
    ...Object.entries({ ...module.forcedInputs, ...answers }).map<HclEdit>(
      ([input, value]) => ({
        op: 'set',
        at: ['inputs', input],
        value: value as JsonValue,
      }),
    ),
  ];
  const moved = await replaceVersion(content, { place, version: toVersion });
  const { text } = await editHcl(moved, edits);
  return {
    upgrade: {
      path: folder,
      from: version,
      to: toVersion,
      addedRequired: needed,
      removed: diff.removed.map(each => each.name),
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
      ...Object.fromEntries(gone.map(each => [each, undefined])),
    },
  };
}

async function versionOf(options: {
  path: string;
  content: string;
  shared: RepositoryText[];
}) {
  const { path, content, shared } = options;
  const sources = await resolveVersions({
    path,
    files: [{ path, content }, ...shared],
  });
  const found = sources.find(({ of }) => of === 'module');
  const { source, version, place } = found ?? {};
  if (!source || !version || !place) {
    throw actionError('unit-version-unknown', {
      path,
      reason: found?.reason ?? 'it takes no module',
    });
  }
  if (place.path !== path) {
    throw actionError('unit-version-shared', {
      path,
      shared: place.path,
      line: place.line,
    });
  }
  return { source, version, place };
}

function checkAnswers(options: {
  path: string;
  answers: JsonObject;
  needed: string[];
  inputKeys: string[];
  module: ModuleInspection;
}): void {
  const { path, answers, needed, inputKeys, module } = options;
  const given = Object.keys(answers);
  const missing = needed.filter(
    each => !inputKeys.includes(each) && !given.includes(each),
  );
  if (missing.length > 0) {
    throw actionError(
      'upgrade-answers-missing',
      { path, inputs: missing.join(', ') },
      { details: { inputs: missing } },
    );
  }
  const known = Object.keys(module.schema.properties ?? {});
  const unknown = given.filter(each => !known.includes(each));
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
