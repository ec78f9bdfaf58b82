// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import {
  editHcl,
  isIacError,
  parseModuleSource,
  putStackUnit,
} from '@fairway/iac';
import { checkPath } from '@fairway/git-host';
import { actionError } from '../errors';
import { readText, writeText } from '../workspace/files';
import { unifiedDiff } from '../workspace/unifiedDiff';
import { examples } from './createStackUnitAction.examples';

const ID = 'iac:terragrunt:stack:unit';
const STACK_FILE = 'terragrunt.stack.hcl';

/** Puts a unit into a stack of the workspace, or takes it out. Touches the workspace alone. */
export function createStackUnitAction() {
  return createTemplateAction({
    id: ID,
    description:
      'Puts a unit into a terragrunt.stack.hcl of the workspace, or takes it out; every other byte stays as it is. When it is proposed, its template, its module and its folder are decided about.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        stackPath: z =>
          z
            .string()
            .describe(
              'Folder of the stack, for example live/acme-dev/eu-west-1/dev',
            ),
        unitName: z => z.string().describe('Name of the unit block'),
        source: z =>
          z
            .string()
            .describe(
              "The unit's template: a Git source with ?ref=, or a path that begins with ./ or ../; needed for present",
            )
            .optional(),
        unitPath: z =>
          z
            .string()
            .describe(
              'Folder that the unit is generated in, below the stack. It is the key of its state, and never changes; the name if left out',
            )
            .optional(),
        values: z =>
          z
            .record(z.any())
            .describe('Values for the unit, written as they are')
            .optional(),
        state: z =>
          z
            .enum(['present', 'absent'])
            .describe('present, if left out; absent takes the unit out')
            .optional(),
      },
      output: {
        path: z => z.string().describe('Path of the stack file'),
        files: z => z.array(z.string()).describe('Paths that were written'),
        action: z =>
          z
            .enum(['created', 'updated', 'removed', 'unchanged'])
            .describe('What happened to the unit'),
      },
    },
    async handler(ctx) {
      const { input, workspacePath } = ctx;
      const path = `${input.stackPath}/${STACK_FILE}`;
      checkPath(path);
      const before = await readText(workspacePath, path);
      const { text, action } =
        input.state === 'absent'
          ? await without(before, input.unitName)
          : await putStackUnit(before, stackUnitOf(input));
      ctx.signal?.throwIfAborted();
      if (text !== before && text !== undefined) {
        await writeText(workspacePath, path, text);
        ctx.logger.info(unifiedDiff({ path, before, after: text }));
      }
      ctx.output('path', path);
      ctx.output('files', action === 'unchanged' ? [] : [path]);
      ctx.output('action', action);
    },
  });
}

async function without(text: string | undefined, name: string) {
  if (text === undefined) return { text, action: 'unchanged' as const };
  try {
    const edited = await editHcl(text, [
      { op: 'removeBlock', at: ['unit', name] },
    ]);
    return { text: edited.text, action: 'removed' as const };
  } catch (error) {
    if (isIacError(error, 'hcl-path-not-found')) {
      return { text, action: 'unchanged' as const };
    }
    throw error;
  }
}

function stackUnitOf(input: {
  unitName: string;
  source?: string;
  unitPath?: string;
  values?: JsonObject;
}) {
  const { unitName, source, unitPath = unitName, values } = input;
  if (!source) throw actionError('stack-unit-without-source', { unitName });
  const unit = { name: unitName, path: unitPath, values };
  if (/^\.{1,2}\//.test(source)) return { ...unit, source };
  const { ref } = parseModuleSource(source);
  const [plain] = source.split('?');
  return { ...unit, source: plain, version: ref };
}
