// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ChangeFileInput } from '@fairway/backstage-plugin-self-service-common';
import { inspectTerragruntUnit, type UnitFacts } from '@fairway/iac';
import { selfServiceError } from '../errors';
import type { UnitModule, VettedModules } from '../modules/VettedModules';
import { sameName } from './baseFacts';
import { protectingGlob } from './fileRules';
import type { BaseReader, TargetFiles } from './types';

/**
 * Reads a proposed `terragrunt.hcl` without running anything: it may hold values, a vetted module, protected files that
 * it includes and units of its own environment that it depends on, and nothing else.
 *
 * @throws NotAllowedError `unit-refused`, `include-refused`, `dependency-refused`, and what `VettedModules.ofUnit` throws
 */
export async function readUnit(
  file: ChangeFileInput,
  options: {
    target: TargetFiles;
    base: BaseReader;
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
    if (!isThere || !protectingGlob(included, protectedGlobs)) {
      throw selfServiceError('include-refused', {
        path,
        included: included ?? include.parent ?? include.path ?? '',
        problem: isThere ? 'it is not a protected file' : 'it is not there',
      });
    }
  }
}

async function checkDependencies(
  facts: UnitFacts,
  options: {
    path: string;
    target: TargetFiles;
    environmentOfPath(path: string): Promise<string | undefined>;
  },
): Promise<void> {
  const { path, target, environmentOfPath } = options;
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
  }
}

function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function join(folder: string, path = ''): string {
  return folder === '' ? path : `${folder}/${path}`;
}
