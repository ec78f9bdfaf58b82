// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// From paths, contents and the base commit to targets: which service, in which environment and account, each file
// belongs to. What cannot be derived is refused.
import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import type { ChangeFile } from '@fairway/backstage-plugin-self-service-common';
import { selfServiceError } from '../errors';
import type { ModuleInspector } from '../modules/ModuleInspector';
import type { UnitModule, VettedModules } from '../modules/VettedModules';
import { accountOf, checkEnvironmentFile, checkSetUp } from './baseFacts';
import { readStack, STACK_FILE } from './deriveStack';
import {
  deriveTerraform,
  isTerraform,
  type MakeTarget,
} from './deriveTerraform';
import { checkDeploymentFiles, unitTextsOf } from './fileRules';
import { checkFolders } from './folderRules';
import { groupByTarget } from './groupByTarget';
import { readUnit, serviceBefore } from './readUnit';
import { checkPathFree } from './takenPaths';
import type { BaseReader, Derived, DerivedTarget, TargetFiles } from './types';

/** What the derivation asks. */
export interface DeriveOptions {
  base: BaseReader;
  repo: string;
  ownership: OwnershipService;
  modules: VettedModules;
  inspector: ModuleInspector;
  protectedGlobs: string[];
  yamlGlobs: string[];
  /** Of the whole change. */
  files: ChangeFile[];
}

/** The targets of the files of one target's folder. */
export async function deriveGroup(
  group: TargetFiles,
  options: DeriveOptions,
): Promise<Derived> {
  const { base, modules, yamlGlobs } = options;
  await checkEnvironmentFile(group, base);
  const make = await maker(group, base);
  if (isTerraform(group) && !(await hasUnit({ ...group, base }))) {
    const derived = await deriveTerraform(group, { base, modules, make });
    return withService(derived, group, make);
  }
  if (group.kind === 'deployment') {
    checkDeploymentFiles(group, { yamlGlobs });
    const goes = group.files.some(file => 'delete' in file);
    return {
      targets: [
        make({
          action: goes ? 'service.destroy' : 'service.deploy',
          path: group.folder,
          service: group.service!,
          exists: false,
        }),
      ],
      inputs: [],
    };
  }
  return deriveUnit(group, { ...options, make });
}

/** The targets of the units of a stack that a change touches. */
export async function deriveStack(
  file: ChangeFile,
  options: DeriveOptions,
): Promise<Derived> {
  const { base, repo, ownership, protectedGlobs } = options;
  const beside = file.path.slice(0, -STACK_FILE.length - 1);
  if ('content' in file && (await hasUnit({ ...options, folder: beside }))) {
    // Terragrunt would take the folder for both.
    throw selfServiceError('unit-file-not-allowed', {
      path: file.path,
      folder: beside,
    });
  }
  const derived: Derived = { targets: [], inputs: [] };
  for (const unit of await readStack(file, options)) {
    // As if the unit were written where it is generated.
    const content = { path: `${unit.folder}/terragrunt.hcl`, content: '' };
    checkFolders([content], { globs: protectedGlobs });
    const [group] = await groupByTarget([content], { repo, ownership });
    await checkEnvironmentFile(group, base);
    const make = await maker(group, base);
    const { folder: path, was, module, given } = unit;
    if (given) derived.inputs.push(given);
    const made = { path, file: file.path, exists: was !== undefined };
    if (module) {
      await checkSetUp(group, base);
      if (was === undefined) {
        await checkPathFree({ folder: path, file: file.path }, options);
      }
      const { service } = module;
      derived.targets.push(
        make({ ...made, action: 'service.deploy', service, module }),
      );
    }
    if (was !== undefined && was !== module?.service) {
      derived.targets.push(
        make({ ...made, action: 'service.destroy', service: was }),
      );
    }
  }
  return derived;
}

type Make = (
  options: Omit<Parameters<MakeTarget>[0], 'file'> & { file?: string },
) => DerivedTarget;

async function maker(group: TargetFiles, base: BaseReader): Promise<Make> {
  const { environment } = group;
  const account = await accountOf(group, base);
  return ({ action, path, file, service, module, exists }) => ({
    path,
    ...(file !== undefined && { file }),
    environment,
    service,
    ...(account !== undefined && { account }),
    ...(module && {
      module: { name: module.name, version: module.version },
    }),
    question: { action, environment, service, account },
    exists,
  });
}

/** Terraform below a unit's folder would be run by the unit, so it is looked at as the unit's. */
async function hasUnit(options: {
  folder: string;
  files: ChangeFile[];
  base: BaseReader;
}): Promise<boolean> {
  const { folder, files, base } = options;
  const path = `${folder}/terragrunt.hcl`;
  return (
    files.some(file => file.path === path) ||
    (await base.read(path)) !== undefined
  );
}

/** Where the path names a service, it is asked about as well: the modules' owners and the folder's have to agree. */
function withService(
  derived: Derived,
  group: TargetFiles,
  make: Make,
): Derived {
  const { service, folder, files } = group;
  if (service === undefined && derived.targets.length === 0) {
    throw selfServiceError('path-without-target', {
      path: files[0].path,
      repo: 'the repository',
      problem: 'it changes no call of a module, so whose it is cannot be told',
    });
  }
  if (service === undefined) return derived;
  const goes = derived.targets.some(
    ({ question }) => question.action === 'service.destroy',
  );
  return {
    ...derived,
    targets: [
      ...derived.targets,
      make({
        action: goes ? 'service.destroy' : 'service.deploy',
        path: folder,
        file: files[0].path,
        service,
        exists: true,
      }),
    ],
  };
}

async function deriveUnit(
  target: TargetFiles,
  options: DeriveOptions & { make: Make },
): Promise<Derived> {
  const { base, modules, ownership, repo, make } = options;
  const { folder } = target;
  const { path, before, after } = await unitTextsOf(target, base);
  const was =
    before === undefined
      ? undefined
      : await serviceBefore({ path, content: before }, { ...options, target });
  const exists = was !== undefined;
  const made = (
    action: 'service.deploy' | 'service.destroy',
    service: string,
    module?: UnitModule,
  ) => make({ action, path: folder, service, module, exists });
  if (after === undefined) {
    return { targets: [made('service.destroy', was!)], inputs: [] };
  }
  await checkSetUp(target, base);
  if (!exists) await checkPathFree({ folder, file: path }, options);
  const { module, given } = await readUnit(
    { path, content: after },
    {
      ...options,
      target,
      modules,
      environmentOfPath: async other =>
        (
          await ownership.targetOfPath({ repo, path: other })
        ).environment,
    },
  );
  const deployed = made('service.deploy', module.service, module);
  return {
    targets:
      // A unit that becomes another service's takes something away from the first.
      was === undefined || was === module.service
        ? [deployed]
        : [deployed, made('service.destroy', was)],
    // A README beside a unit asks its inputs nothing new.
    inputs: after === before ? [] : [given],
  };
}
