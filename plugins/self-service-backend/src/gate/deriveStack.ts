// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Stacks: `terragrunt.stack.hcl` with unit blocks. Each unit that a change touches is decided about by itself: its template
// has to be vetted (or protected, where it lies in this repository), the module that the template takes with the unit's
// values too, and the folder that the unit is generated in says environment and account. Units that a change leaves as
// they are are not its own.
import type { HclBlock } from '@fairway/iac';
import type { ChangeFile } from '@fairway/backstage-plugin-self-service-common';
import { selfServiceError } from '../errors';
import type { UnitModule } from '../modules/VettedModules';
import type { GivenInputs } from './inputRules';
import { parseCode, textOf } from './codeRules';
import { folderOf, literalOf } from './stack/blocks';
import { checkPaths, checkRest, checkUnit, unitsOf } from './stack/stackRules';
import { unitInputs } from './stack/unitInputs';
import { moduleOf, serviceOf, type StackOptions } from './stack/unitModule';

export const STACK_FILE = 'terragrunt.stack.hcl';
/** A unit of a stack that a change touches. */
export interface StackUnitChange {
  name: string;
  /** Where it is generated, without `.terragrunt-stack`: the folder that its target is derived from. */
  folder: string;
  /** The service that it was of; undefined for a new one. */
  was?: string;
  /** What it takes now; undefined where it goes away. */
  module?: UnitModule;
  /** What it gives to its module; undefined where that is as it was. */
  given?: GivenInputs;
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
    const entries = checkUnit(is!, block);
    const { module, template } = await moduleOf(is!, name, options);
    changes.push({
      name,
      folder: folderOf(path, literalOf(block, 'path')),
      ...(held && { was: await serviceOf(was!, name, options) }),
      module,
      ...(isTouched(name, block) && {
        given: await unitInputs({
          path: `${path}#${name}`,
          module,
          template,
          entries,
        }),
      }),
    });
  }
  for (const [name, block] of gone) {
    changes.push({
      name,
      folder: folderOf(path, literalOf(block, 'path')),
      was: await serviceOf(was!, name, options),
    });
  }
  return changes;
}
