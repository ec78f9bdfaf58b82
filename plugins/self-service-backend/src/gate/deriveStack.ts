// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Stacks: `terragrunt.stack.hcl` with unit blocks. Each unit that a change touches is decided about by itself: its template
// has to be vetted (or protected, where it lies in this repository), the module that the template takes with the unit's
// values too, and the folder that the unit is generated in says environment and account. Units that a change leaves as
// they are are not its own.
import { posix } from 'node:path';
import {
  type HclBlock,
  type HclBody,
  readLiteral,
  type RepositoryFile,
  resolveVersions,
} from '@fairway/iac';
import type { ChangeFile } from '@fairway/backstage-plugin-self-service-common';
import { selfServiceError } from '../errors';
import type { ModuleInspector } from '../modules/ModuleInspector';
import type { UnitModule, VettedModules } from '../modules/VettedModules';
import {
  type CodeFile,
  notPlain,
  parseCode,
  refuseCode,
  textOf,
} from './codeRules';
import { protectingGlob } from './fileRules';
import { sharedFiles } from './includedFiles';
import type { BaseReader } from './types';

export const STACK_FILE = 'terragrunt.stack.hcl';
const ATTRIBUTES = ['source', 'path', 'values', 'no_dot_terragrunt_stack'];
const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const PATH = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/;
/** Where a template from Git is put, for the time that it is read. */
const READ_AS = 'fairway-template';

/** A unit of a stack that a change touches. */
export interface StackUnitChange {
  name: string;
  /** Where it is generated, without `.terragrunt-stack`: the folder that its target is derived from. */
  folder: string;
  /** The service that it was of; undefined for a new one. */
  was?: string;
  /** What it takes now; undefined where it goes away. */
  module?: UnitModule;
  /** Values, which the template makes inputs of. */
  values: string[];
}

interface StackOptions {
  base: BaseReader;
  modules: VettedModules;
  inspector: ModuleInspector;
  protectedGlobs: string[];
}

export function isStack({ path }: { path: string }): boolean {
  return path === STACK_FILE || path.endsWith(`/${STACK_FILE}`);
}

/**
 * The units that a change of a stack touches; all of them where it touches none by itself.
 *
 * @throws NotAllowedError `code-refused`, `stack-unit-refused`, `source-not-derived`, `unit-service-unknown`,
 * `path-without-target`, and what `VettedModules.ofUnit` throws
 */
export async function readStack(
  change: ChangeFile,
  options: StackOptions,
): Promise<StackUnitChange[]> {
  const { path } = change;
  const old = await options.base.read(path);
  const was = old === undefined ? undefined : { path, content: old };
  const is =
    'content' in change ? { path, content: change.content } : undefined;
  const before = was && (await parseCode(was));
  const after = is && (await parseCode(is));
  const isEveryUnit = is && after ? checkRest(is, after, was, before) : false;

  const units = after ? unitsOf(is!, after) : new Map<string, HclBlock>();
  const known = new Map(
    (before?.blocks ?? [])
      .filter(({ type }) => type === 'unit')
      .map(block => [block.labels[0] ?? '', block]),
  );
  checkPaths(units, { path, known });
  const isTouched = (name: string, block: HclBlock) => {
    const held = known.get(name);
    return isEveryUnit || !held || textOf(was!, held) !== textOf(is!, block);
  };
  const gone = [...known].filter(([name]) => !units.has(name));
  let touched = [...units].filter(([name, block]) => isTouched(name, block));
  if (touched.length + gone.length === 0) touched = [...units];
  if (touched.length + gone.length === 0) {
    throw selfServiceError('path-without-target', {
      path,
      repo: 'the repository',
      problem: "a stack without units is nobody's",
    });
  }

  const changes: StackUnitChange[] = [];
  for (const [name, block] of touched) {
    const held = known.get(name);
    const values = checkUnit(is!, block);
    changes.push({
      name,
      folder: folderOf(path, literalOf(block, 'path')),
      ...(held && { was: await serviceOf(was!, name, options) }),
      module: await moduleOf(is!, name, options),
      values,
    });
  }
  for (const [name, block] of gone) {
    changes.push({
      name,
      folder: folderOf(path, literalOf(block, 'path')),
      was: await serviceOf(was!, name, options),
      values: [],
    });
  }
  return changes;
}

/** Looks at everything but units. @returns whether locals are others, which any unit may read */
function checkRest(
  is: CodeFile,
  after: HclBody,
  was?: CodeFile,
  before?: HclBody,
): boolean {
  for (const { name, range } of after.attributes) {
    throw refuseCode(is, range, `"${name}" stands in no block; remove it`);
  }
  const textsOf = (type: string, file?: CodeFile, body?: HclBody) =>
    (body?.blocks ?? [])
      .filter(block => block.type === type)
      .map(block => textOf(file!, block));
  for (const block of after.blocks) {
    if (block.type === 'unit') continue;
    if (textsOf(block.type, was, before).includes(textOf(is, block))) continue;
    if (block.type !== 'locals') {
      throw refuseCode(
        is,
        block.range,
        `the block "${block.type}" of a stack is not written here; use units, and locals that are values`,
      );
    }
    const [nested] = block.body.blocks;
    const computed = block.body.attributes
      .map(({ value }) => readLiteral(value))
      .find(literal => !literal.isLiteral);
    if (nested || (computed && !computed.isLiteral)) {
      throw refuseCode(
        is,
        nested?.range ??
          (computed && !computed.isLiteral
            ? computed.expression.range
            : block.range),
        'a local is more than a value; write the value itself',
      );
    }
  }
  return (
    textsOf('locals', is, after).join('\n') !==
    textsOf('locals', was, before).join('\n')
  );
}

function unitsOf(file: CodeFile, body: HclBody): Map<string, HclBlock> {
  const units = new Map<string, HclBlock>();
  for (const block of body.blocks.filter(({ type }) => type === 'unit')) {
    const [name = ''] = block.labels;
    if (block.labels.length !== 1 || !NAME.test(name) || units.has(name)) {
      throw refuseCode(
        file,
        block.range,
        'a unit has one name of letters, digits, _ and -, which no other unit has',
      );
    }
    units.set(name, block);
  }
  return units;
}

/** The path is the key of the state: it never changes, and no two units share one. */
function checkPaths(
  units: Map<string, HclBlock>,
  options: { path: string; known: Map<string, HclBlock> },
): void {
  const { path, known } = options;
  const taken = new Map<string, string>();
  for (const [unit, block] of units) {
    const at = literalOf(block, 'path');
    const refuse = (problem: string) =>
      selfServiceError('stack-unit-refused', { unit, path, problem });
    if (at === undefined || !PATH.test(at)) {
      throw refuse(
        `its path "${
          at ?? 'an expression'
        }" is no plain folder below the stack; write one such as "orders-db"`,
      );
    }
    const other = taken.get(at);
    if (other !== undefined) {
      throw refuse(
        `"${other}" has the path "${at}" already; give each its own`,
      );
    }
    taken.set(at, unit);
    const held = known.get(unit);
    const before = held && literalOf(held, 'path');
    if (held && before !== at) {
      throw refuse(
        `its path was "${before}" and is the key of its state; keep it, or remove the unit and add another`,
      );
    }
  }
}

/** @returns the names of its values */
function checkUnit(file: CodeFile, block: HclBlock): string[] {
  const { attributes, blocks } = block.body;
  const [nested] = blocks;
  if (nested) {
    throw refuseCode(
      file,
      nested.range,
      `the block "${nested.type}" is not allowed in a unit of a stack; remove it`,
    );
  }
  const seen = new Set<string>();
  for (const { name, value, range } of attributes) {
    if (!ATTRIBUTES.includes(name) || seen.has(name)) {
      throw refuseCode(
        file,
        range,
        `"${name}" is not allowed here, or twice; a unit of a stack has ${ATTRIBUTES.join(
          ', ',
        )}`,
      );
    }
    seen.add(name);
    // The source is followed to its text, by whoever reads it.
    const found =
      name === 'source' ? undefined : notPlain(value, new Set(['local']));
    const isBoolean =
      value.kind === 'literal' && typeof value.value === 'boolean';
    if (found || (name === 'no_dot_terragrunt_stack' && !isBoolean)) {
      throw refuseCode(
        file,
        (found ?? value).range,
        `"${name}" is more than values; write the value itself`,
      );
    }
  }
  const values = attributes.find(({ name }) => name === 'values')?.value;
  if (values && values.kind !== 'object') {
    throw refuseCode(
      file,
      values.range,
      'the values are not a map; write { name = value }',
    );
  }
  return values?.kind === 'object'
    ? values.entries.flatMap(({ name }) => name ?? [])
    : [];
}

/**
 * The module of a unit, by its template and its values.
 *
 * @throws as `readStack` does
 */
async function moduleOf(
  file: CodeFile,
  unit: string,
  options: StackOptions,
): Promise<UnitModule> {
  const { modules } = options;
  const refuse = (problem: string) =>
    selfServiceError('stack-unit-refused', { unit, path: file.path, problem });
  const { template, found } = await throughTemplate(file, unit, {
    ...options,
    refuse,
    vet: source => modules.ofUnit(source),
  });
  const [inner, ...more] = found;
  if (!inner?.source || inner.version === undefined || more.length > 0) {
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
  return module;
}

/** The service of a unit as it stands, at whatever versions. */
async function serviceOf(
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
    return { source, found };
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
  const found = await sourcesOf(unit, 'module', file.path, [
    { path: file.path, content: await withLocalTemplate(file, unit) },
    ...shared,
    {
      path: [folder, READ_AS, 'terragrunt.hcl'].filter(Boolean).join('/'),
      content,
    },
  ]);
  return { source, template, found };
}

async function sourcesOf(
  unit: string,
  of: 'unit-template' | 'module',
  path: string,
  files: RepositoryFile[],
) {
  const sources = await resolveVersions({ path, files });
  return sources.filter(
    each => each.of === of && each.at[0] === 'unit' && each.at[1] === unit,
  );
}

/** The same stack, with the unit's template beside it. */
async function withLocalTemplate(
  file: CodeFile,
  unit: string,
): Promise<string> {
  const { blocks } = await parseCode(file);
  const source = blocks
    .find(({ type, labels }) => type === 'unit' && labels[0] === unit)
    ?.body.attributes.find(({ name }) => name === 'source');
  const { start, end } = source!.value.range;
  const { content } = file;
  return `${content.slice(0, start)}"./${READ_AS}"${content.slice(end)}`;
}

function literalOf(block: HclBlock, name: string): string | undefined {
  const value = block.body.attributes.find(each => each.name === name)?.value;
  return value?.kind === 'literal' && typeof value.value === 'string'
    ? value.value
    : undefined;
}

function folderOf(path: string, below = ''): string {
  return [parentOf(path), below].filter(Boolean).join('/');
}

function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
