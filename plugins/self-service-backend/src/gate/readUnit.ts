// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ChangeFile } from '@fairway/backstage-plugin-self-service-common';
import { inspectTerragruntUnit, type UnitFacts } from '@fairway/iac';
import { selfServiceError } from '../errors';
import type { UnitModule, VettedModules } from '../modules/VettedModules';
import { sameName } from './baseFacts';
import { protectingGlob } from './fileRules';
import { pathOfInclude } from './includedFiles';
import { type GivenInputs, inputsOfFile } from './inputRules';
import { withPlainSource } from './plainSource';
import type { BaseReader, TargetFiles } from './types';

const ROOT_FILE = 'root.hcl';

/**
 * Reads a proposed `terragrunt.hcl` without running anything: it may hold values, a vetted module, protected files that
 * it includes, `root.hcl` among them, and units of its own environment that it depends on, and nothing else.
 *
 * @throws NotAllowedError `unit-refused`, `include-refused`, `dependency-refused`, `dependency-missing`, and what `VettedModules.ofUnit` throws
 */
export async function readUnit(
  file: { path: string; content: string },
  options: {
    target: TargetFiles;
    base: BaseReader;
    /** Of the whole change. */
    files: ChangeFile[];
    modules: VettedModules;
    protectedGlobs: string[];
    environmentOfPath(path: string): Promise<string | undefined>;
  },
): Promise<{ module: UnitModule; given: GivenInputs }> {
  const { target, modules } = options;
  const { path } = file;
  const { folder } = target;
  const content = await withPlainSource(file, { ...options, folder });
  const facts = await inspectTerragruntUnit(content, { folder });
  const [finding] = facts.findings;
  if (finding || facts.source === undefined) {
    throw selfServiceError(
      'unit-refused',
      {
        path,
        line: finding?.line ?? 1,
        column: finding?.column ?? 1,
        text: content.split('\n')[(finding?.line ?? 1) - 1]?.trim() ?? '',
        problem: finding?.message ?? 'it has no module source',
      },
      {
        line: finding?.line,
        column: finding?.column,
        details: { findings: facts.findings },
      },
    );
  }
  const included = await checkIncludes(facts, { ...options, path });
  await checkDependencies(facts, { ...options, path });
  const module = await modules.ofUnit(facts.source);
  return {
    module,
    given: {
      path,
      module,
      values: facts.inputs,
      expressions: facts.inputKeys.filter(
        key => !Object.hasOwn(facts.inputs, key),
      ),
      included: await inputsOfFiles(included),
    },
  };
}

/** What the included files give together. */
async function inputsOfFiles(
  texts: string[],
): Promise<GivenInputs['included']> {
  const all = await Promise.all(texts.map(inputsOfFile));
  return {
    values: Object.assign({}, ...all.map(({ values }) => values)),
    names: all.flatMap(({ names }) => names),
    isOpen: all.some(({ isOpen }) => isOpen),
  };
}

/**
 * The service of a unit as it stands at the base, whoever wrote it: only its source counts, at any version.
 *
 * @throws NotAllowedError `unit-service-unknown` for a source that names no vetted module
 */
export async function serviceBefore(
  file: { path: string; content: string },
  options: {
    target: Pick<TargetFiles, 'folder'>;
    base: BaseReader;
    protectedGlobs: string[];
    modules: VettedModules;
  },
): Promise<string> {
  const { path } = file;
  const { target, modules } = options;
  const { folder } = target;
  const { source } = await inspectTerragruntUnit(
    await withPlainSource(file, { ...options, folder }),
    { folder },
  );
  const service = source && (await modules.serviceOf(source));
  if (!service) {
    throw selfServiceError('unit-service-unknown', {
      path,
      source: source ?? 'an expression',
    });
  }
  return service;
}

/** The texts of what is included, all of it allowed. */
async function checkIncludes(
  facts: UnitFacts,
  options: {
    path: string;
    target: TargetFiles;
    base: BaseReader;
    protectedGlobs: string[];
  },
): Promise<string[]> {
  const { path, target, base, protectedGlobs } = options;
  const texts: string[] = [];
  const hasRoot = facts.includes.some(
    ({ by, parent }) => by === 'parent-name' && parent === ROOT_FILE,
  );
  if (!hasRoot) {
    throw selfServiceError('include-refused', {
      path,
      included: ROOT_FILE,
      problem: `it has to be there: include "root" { path = find_in_parent_folders("${ROOT_FILE}") }`,
    });
  }
  for (const include of facts.includes) {
    const included = await pathOfInclude(include, {
      folder: target.folder,
      base,
    });
    const text = included === undefined ? undefined : await base.read(included);
    const problem =
      included === undefined || text === undefined
        ? 'it is not there'
        : whyNotIncluded(included, { folder: target.folder, protectedGlobs });
    if (problem || text === undefined) {
      throw selfServiceError('include-refused', {
        path,
        included: included ?? include.parent ?? include.path ?? '',
        problem: problem ?? '',
      });
    }
    texts.push(text);
  }
  return texts;
}

function whyNotIncluded(
  included: string,
  options: { folder: string; protectedGlobs: string[] },
): string | undefined {
  if (!protectingGlob(included, options.protectedGlobs)) {
    return 'it is not a protected file';
  }
  // What lies beside the folders above belongs to another account, region or environment, unless it is shared by name.
  const above = options.folder.split('/').slice(0, -1);
  const segments = included.split('/');
  const apart = segments.findIndex((segment, at) => segment !== above[at]);
  const isAbove = apart === segments.length - 1;
  return isAbove || segments[apart]?.startsWith('_')
    ? undefined
    : 'it lies in a folder of another account, region or environment';
}

async function checkDependencies(
  facts: UnitFacts,
  options: {
    path: string;
    target: TargetFiles;
    base: BaseReader;
    files: ChangeFile[];
    environmentOfPath(path: string): Promise<string | undefined>;
  },
): Promise<void> {
  const { path, target, base, files, environmentOfPath } = options;
  for (const { configPath, path: folder } of facts.dependencies) {
    const actual =
      folder && (await environmentOfPath(`${folder}/terragrunt.hcl`));
    if (!actual || !sameName(actual, target.environment)) {
      throw selfServiceError('dependency-refused', {
        path,
        configPath,
        actual: actual ? `"${actual}"` : 'no environment',
        environment: target.environment,
      });
    }
    const unit = `${folder}/terragrunt.hcl`;
    const isThere =
      files.some(file => file.path === unit && 'content' in file) ||
      (!files.some(file => file.path === unit) &&
        (await base.read(unit)) !== undefined);
    if (folder === target.folder || !isThere) {
      throw selfServiceError('dependency-missing', {
        path,
        configPath,
        problem: isThere
          ? 'a unit cannot depend on itself'
          : `there is no "${unit}"`,
      });
    }
  }
}
