// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What a unit of a stack takes: its template, and the module that the template takes with the unit's values.
import { posix } from 'node:path';
import { type RepositoryFile, resolveVersions } from '@fairway/iac';
import { selfServiceError } from '../../errors';
import type { ModuleInspector } from '../../modules/ModuleInspector';
import type { UnitModule, VettedModules } from '../../modules/VettedModules';
import type { CodeFile } from '../codeRules';
import { protectingGlob } from '../fileRules';
import { sharedFiles } from '../includedFiles';
import type { BaseReader } from '../types';
import { parentOf } from './blocks';

/** What it takes to follow a unit to its module. */
export interface StackOptions {
  base: BaseReader;
  modules: VettedModules;
  inspector: ModuleInspector;
  protectedGlobs: string[];
}

/**
 * The module of a unit, by its template and its values.
 *
 * @throws as `readStack` does
 */
export async function moduleOf(
  file: CodeFile,
  unit: string,
  options: StackOptions,
): Promise<{ module: UnitModule; template: string }> {
  const { modules } = options;
  const refuse = (problem: string) =>
    selfServiceError('stack-unit-refused', { unit, path: file.path, problem });
  const { template, text, found } = await throughTemplate(file, unit, {
    ...options,
    refuse,
    vet: source => modules.ofUnit(source),
  });
  const [inner, ...more] = found;
  const isTold = inner?.source && inner.version !== undefined;
  if (!isTold || text === undefined || more.length > 0) {
    throw selfServiceError('source-not-derived', {
      path: file.path,
      place: `unit.${unit}, through its template,`,
      problem:
        inner?.reason ??
        `it names ${more.length > 0 ? 'several modules' : 'no version'}`,
    });
  }
  const module = await modules.ofUnit(`${inner.source}?ref=${inner.version}`);
  if (template && template.service !== module.service) {
    throw refuse(
      `its template is of the service "${template.service}", and its module of "${module.service}"; have the catalog of modules corrected`,
    );
  }
  return { module, template: text };
}

/** The service of a unit as it stands, at whatever versions. */
export async function serviceOf(
  file: CodeFile,
  unit: string,
  options: StackOptions,
): Promise<string> {
  const { modules } = options;
  const unknown = (source?: string) =>
    selfServiceError('unit-service-unknown', {
      path: `${file.path}#${unit}`,
      source: source ?? 'an expression',
    });
  const { source, template, found } = await throughTemplate(file, unit, {
    ...options,
    refuse: () => unknown(),
    vet: async text => {
      const service = await modules.serviceOf(text);
      return service === undefined ? undefined : { service };
    },
  });
  const service =
    template?.service ??
    (found[0]?.source && (await modules.serviceOf(found[0].source)));
  if (!service) throw unknown(source);
  return service;
}

async function throughTemplate<T extends { service: string }>(
  file: CodeFile,
  unit: string,
  options: StackOptions & {
    refuse(problem: string): Error;
    vet(source: string): Promise<T | undefined>;
  },
) {
  const { base, inspector, protectedGlobs, refuse, vet } = options;
  const folder = parentOf(file.path);
  const shared = await sharedFiles(file.content, { ...options, folder });
  const files: RepositoryFile[] = [file, ...shared];
  const [own] = await sourcesOf(unit, 'unit-template', file.path, files);
  const { source, version } = own ?? {};
  if (!source || (own.kind !== 'local' && version === undefined)) {
    throw refuse(
      `its source cannot be told without running it (${
        own?.reason ?? 'there is none'
      }); write it as text with ?ref=`,
    );
  }
  if (own.kind === 'local') {
    const at = posix.normalize(posix.join(folder, source, 'terragrunt.hcl'));
    if (!/^\.{1,2}\//.test(source) || at.startsWith('../')) {
      throw refuse(
        `its source "${source}" is no path in this repository; begin it with ./ or ../`,
      );
    }
    const content = await base.read(at);
    if (content === undefined || !protectingGlob(at, protectedGlobs)) {
      throw refuse(
        `its template "${at}" ${
          content === undefined ? 'is not there' : 'is no protected file'
        }; use a template of the vetted modules, or have it protected`,
      );
    }
    const found = await sourcesOf(unit, 'module', file.path, [
      ...files,
      { path: at, content },
    ]);
    return { source, text: content, found };
  }
  const template = await vet(`${source}?ref=${version}`);
  if (!template) return { source, found: [] };
  const name = 'name' in template ? String(template.name) : undefined;
  // Of what is there already only the service counts, which the catalog says of the template.
  if (name === undefined) return { source, template, found: [] };
  const content = await inspector.template(name, version!);
  if (content === undefined) {
    throw refuse(
      `its source "${source}" has no terragrunt.hcl, so it is no template of a unit; use one that is, or a unit of its own`,
    );
  }
  const found = await sourcesOf(unit, 'module', file.path, files, content);
  return { source, template, text: content, found };
}

async function sourcesOf(
  unit: string,
  of: 'unit-template' | 'module',
  path: string,
  files: RepositoryFile[],
  template?: string,
) {
  const sources = await resolveVersions({
    path,
    files,
    ...(template !== undefined && { templates: { [unit]: template } }),
  });
  return sources.filter(
    each => each.of === of && each.at[0] === 'unit' && each.at[1] === unit,
  );
}
