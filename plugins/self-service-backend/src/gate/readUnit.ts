// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ChangeFile } from '@fairway/backstage-plugin-self-service-common';
import { inspectTerragruntUnit, type UnitFacts } from '@fairway/iac';
import { selfServiceError } from '../errors';
import type { UnitModule, VettedModules } from '../modules/VettedModules';
import { sameName } from './baseFacts';
import { protectingGlob } from './fileRules';
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
): Promise<UnitModule> {
  const { target, modules } = options;
  const { path, content } = file;
  const facts = await inspectTerragruntUnit(content, { folder: target.folder });
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
  await checkIncludes(facts, { ...options, path });
  await checkDependencies(facts, { ...options, path });
  return modules.ofUnit(facts.source);
}

/**
 * The service of a unit as it stands at the base, whoever wrote it: only its source counts, at any version.
 *
 * @throws NotAllowedError `unit-service-unknown` for a source that names no vetted module in plain text
 */
export async function serviceBefore(
  file: { path: string; content: string },
  options: { target: TargetFiles; modules: VettedModules },
): Promise<string> {
  const { path, content } = file;
  const { target, modules } = options;
  const { source } = await inspectTerragruntUnit(content, {
    folder: target.folder,
  });
  const service = source && (await modules.serviceOf(source));
  if (!service) {
    throw selfServiceError('unit-service-unknown', {
      path,
      source: source ?? 'an expression',
    });
  }
  return service;
}

async function checkIncludes(
  facts: UnitFacts,
  options: {
    path: string;
    target: TargetFiles;
    base: BaseReader;
    protectedGlobs: string[];
  },
): Promise<void> {
  const { path, target, base, protectedGlobs } = options;
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
    const parent =
      include.parent === undefined
        ? undefined
        : await base.nearestAbove(include.parent, target.folder);
    const included = {
      'parent-name': parent?.path,
      'beside-parent': parent && join(parentOf(parent.path), include.path),
      path: include.path,
    }[include.by];
    const isThere =
      included !== undefined && (await base.read(included)) !== undefined;
    const problem = !isThere
      ? 'it is not there'
      : whyNotIncluded(included, { folder: target.folder, protectedGlobs });
    if (problem) {
      throw selfServiceError('include-refused', {
        path,
        included: included ?? include.parent ?? include.path ?? '',
        problem,
      });
    }
  }
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

function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function join(folder: string, path = ''): string {
  return folder === '' ? path : `${folder}/${path}`;
}
