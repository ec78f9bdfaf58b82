// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Plain Terraform: a change adds, changes and removes calls of vetted modules, each in a block of its own. Whose they are
// is the modules' to say. What else is in such a file stays as it is, byte for byte, and a file in which something is run
// is not written at all.
import type { HclBlock } from '@fairway/iac';
import { selfServiceError } from '../errors';
import type { UnitModule, VettedModules } from '../modules/VettedModules';
import {
  type CodeFile,
  notPlain,
  parseCode,
  refuseCode,
  textOf,
} from './codeRules';
import { splitInputs } from './inputRules';
import type { BaseReader, Derived, TargetFiles } from './types';

const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const OVERRIDE = /(^|[/_])override\.tf$/;
/** Of the block itself; everything else is an input of the module. */
const META = ['source', 'count', 'for_each', 'providers', 'depends_on'];
const ROOTS = new Set(['var', 'local', 'module', 'data', 'each', 'count']);

interface Call {
  path: string;
  block: HclBlock;
  text: string;
}

/** How the gate makes a target of a service. */
export type MakeTarget = (options: {
  action: 'service.deploy' | 'service.destroy';
  /** What it is called: the folder and the name of the call. */
  path: string;
  file: string;
  service: string;
  module?: UnitModule;
  exists: boolean;
}) => Derived['targets'][number];

export function isTerraform({ files }: TargetFiles): boolean {
  return files.some(({ path }) => path.endsWith('.tf'));
}

/**
 * @throws NotAllowedError `terraform-file-not-allowed`, `code-refused`, `unit-service-unknown`, and what
 * `VettedModules.ofUnit` throws
 */
export async function deriveTerraform(
  target: TargetFiles,
  options: { base: BaseReader; modules: VettedModules; make: MakeTarget },
): Promise<Derived> {
  const { base, modules, make } = options;
  const before = new Map<string, Call>();
  const after = new Map<string, Call>();
  for (const file of target.files) {
    const { path } = file;
    const content = 'content' in file ? file.content : undefined;
    if (!path.endsWith('.tf') || OVERRIDE.test(path)) {
      const isNote = path.endsWith('/README.md');
      if (content === undefined || isNote) continue;
      throw selfServiceError('terraform-file-not-allowed', {
        path,
        folder: target.folder,
      });
    }
    const old = await base.read(path);
    const was = old === undefined ? undefined : { path, content: old };
    const is = content === undefined ? undefined : { path, content };
    await checkRest(was, is);
    for (const [at, file_] of [
      [before, was],
      [after, is],
    ] as const) {
      for (const call of file_ ? await callsOf(file_) : []) {
        const key = keyOf(call);
        const twice = at.get(key);
        if (twice && at === after) {
          throw refuseCode(
            file_!,
            call.block.range,
            `the module "${call.block.labels[0]}" is there already, in "${twice.path}"; give it another name`,
          );
        }
        at.set(key, call);
      }
    }
  }

  const derived: Derived = { targets: [], inputs: [] };
  for (const [key, call] of after) {
    const old = before.get(key);
    if (old?.text === call.text && old.path === call.path) continue;
    const file = target.files.find(({ path }) => path === call.path);
    const content = file && 'content' in file ? file.content : '';
    const { module, given } = await readCall(call, { content, modules });
    const made = { path: key, file: call.path, exists: old !== undefined };
    derived.targets.push(
      make({
        ...made,
        action: 'service.deploy',
        service: module.service,
        module,
      }),
    );
    derived.inputs.push(given);
    const service = old && (await serviceOf(old, modules));
    if (service !== undefined && service !== module.service) {
      derived.targets.push(
        make({ ...made, action: 'service.destroy', service }),
      );
    }
  }
  for (const [key, call] of before) {
    if (after.has(key)) continue;
    derived.targets.push(
      make({
        action: 'service.destroy',
        path: key,
        file: call.path,
        service: await serviceOf(call, modules),
        exists: true,
      }),
    );
  }
  return derived;
}

/**
 * The services of the modules that a file calls, as it stands.
 *
 * @throws NotAllowedError `code-refused`, `unit-service-unknown`
 */
export async function servicesOfCalls(
  file: CodeFile,
  modules: VettedModules,
): Promise<string[]> {
  const calls = await callsOf(file);
  const services = await Promise.all(
    calls.map(call => serviceOf(call, modules)),
  );
  return [...new Set(services)];
}

/** Everything but calls of modules is the same before and after, and nothing in it runs anything. */
async function checkRest(was?: CodeFile, is?: CodeFile): Promise<void> {
  const old = was && (await parseCode(was));
  const kept = (old?.blocks ?? [])
    .filter(({ type }) => type !== 'module')
    .map(block => textOf(was!, block));
  const body = is && (await parseCode(is));
  for (const { name, range } of body?.attributes ?? []) {
    throw refuseCode(is!, range, `"${name}" stands in no block; remove it`);
  }
  for (const block of body?.blocks ?? []) {
    checkRuns(is!, block);
    if (block.type === 'module') continue;
    const at = kept.indexOf(textOf(is!, block));
    if (at === -1) {
      throw refuseCode(
        is!,
        block.range,
        `the block "${block.type}" is no call of a module, and only those are written here; leave it as it is, or take a vetted module`,
      );
    }
    kept.splice(at, 1);
  }
  if (kept.length > 0) {
    throw refuseCode(
      was!,
      { line: 1, column: 1 },
      `what would go away, "${
        kept[0].split('\n')[0]
      }", is no call of a module, so whose it is cannot be told; leave it as it is`,
    );
  }
}

/** Provisioners and the data source `external` run programs beside the pipeline's credentials. */
function checkRuns(file: CodeFile, block: HclBlock): void {
  const { type, labels, body, range } = block;
  const runs =
    type === 'provisioner' ||
    type === 'connection' ||
    (type === 'data' && labels[0] === 'external');
  if (runs) {
    const what = type === 'data' ? 'the data source "external"' : `"${type}"`;
    throw refuseCode(
      file,
      range,
      `${what} runs programs, so nothing is written to this file here; have the owners of the repository change it`,
    );
  }
  for (const inner of body.blocks) checkRuns(file, inner);
}

async function callsOf(file: CodeFile): Promise<Call[]> {
  const { blocks } = await parseCode(file);
  return blocks
    .filter(({ type }) => type === 'module')
    .map(block => ({ path: file.path, block, text: textOf(file, block) }));
}

function keyOf({ path, block }: Call): string {
  return `${path.slice(0, path.lastIndexOf('/'))}/${block.labels.join('/')}`;
}

async function readCall(
  { path, block }: Call,
  options: { content: string; modules: VettedModules },
) {
  const { content, modules } = options;
  const file = { path, content };
  const { labels, body, range } = block;
  if (labels.length !== 1 || !NAME.test(labels[0])) {
    throw refuseCode(
      file,
      range,
      'a module has one name, of letters, digits, _ and -',
    );
  }
  const [nested] = body.blocks;
  if (nested) {
    throw refuseCode(
      file,
      nested.range,
      `the block "${nested.type}" is not allowed in a call of a module; remove it`,
    );
  }
  const names = new Set<string>();
  for (const attribute of body.attributes) {
    const { name, value } = attribute;
    if (names.has(name)) {
      throw refuseCode(
        file,
        attribute.range,
        `"${name}" is there twice; keep one`,
      );
    }
    names.add(name);
    const roots = name === 'providers' ? rootsOf(value) : ROOTS;
    const found = notPlain(value, roots);
    if (found) {
      throw refuseCode(
        file,
        found.range,
        `"${name}" is more than values and references; write the value itself`,
      );
    }
  }
  const source = body.attributes.find(({ name }) => name === 'source');
  const text =
    source?.value.kind === 'literal' ? source.value.value : undefined;
  if (typeof text !== 'string') {
    throw refuseCode(
      file,
      source?.range ?? range,
      'its source is no plain text; write it as git::https://…//modules/name?ref=v1.0.0',
    );
  }
  const version = body.attributes.find(({ name }) => name === 'version');
  if (version) {
    throw refuseCode(
      file,
      version.range,
      'the version of a module in Git stands in its source, as ?ref=; remove the attribute',
    );
  }
  const module = await modules.ofUnit(text);
  const inputs = body.attributes.filter(({ name }) => !META.includes(name));
  return { module, given: { path, module, ...splitInputs(inputs) } };
}

/** `{ aws = aws.eu }`: names of providers on both sides, with no more to them. */
function rootsOf(value: HclBlock['body']['attributes'][number]['value']) {
  return new Set(
    value.kind === 'object'
      ? value.entries.flatMap(({ value: item }) =>
          item.kind === 'reference' && item.path.length <= 2
            ? item.path.slice(0, 1)
            : [],
        )
      : [],
  );
}

async function serviceOf(
  { path, block }: Call,
  modules: VettedModules,
): Promise<string> {
  const source = block.body.attributes.find(({ name }) => name === 'source');
  const text =
    source?.value.kind === 'literal' ? String(source.value.value) : undefined;
  const service = text && (await modules.serviceOf(text));
  if (!service) {
    throw selfServiceError('unit-service-unknown', {
      path,
      source: text ?? 'an expression',
    });
  }
  return service;
}
