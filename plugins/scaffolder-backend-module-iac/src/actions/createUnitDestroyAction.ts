// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { actionError } from '../errors';
import type { SelfService } from '../SelfService';
import { placeUnit } from '../units/placedUnit';
import {
  neededAs,
  readersOfCall,
  withoutUnit,
  writeFiles,
} from '../units/removeUnit';
import { beginChange } from '../workspace/begin';
import { examples } from './createUnitDestroyAction.examples';
import { repoUrl, request } from './inputs';
import { previewChange } from './previewChange';

const ID = 'iac:unit:destroy';

/**
 * Takes a unit's folder out of the workspace: merged, the pipeline destroys what it made. Asks early whether the person
 * may; the proposal decides again.
 */
export function createUnitDestroyAction(options: { selfService: SelfService }) {
  const { selfService } = options;
  return createTemplateAction({
    id: ID,
    description:
      'Removes a unit, so that what it made is destroyed once the change is merged. Refused while another unit needs it, unless that is wanted; the change is one of its own.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        repoUrl,
        path: z =>
          z
            .string()
            .describe(
              "Folder of the unit, for example live/acme-dev/eu-west-1/dev/orders-db; of a stack's unit the folder of the stack with its path, of a call of a module the folder with its name",
            ),
        confirmName: z =>
          z
            .string()
            .describe(
              'Last part of that path, typed by the person, for example orders-db',
            ),
        allowDependents: z =>
          z
            .boolean()
            .describe(
              'Remove it although other units need it; false if left out',
            )
            .optional(),
        request,
      },
      output: {
        removed: z =>
          z
            .array(z.string())
            .describe(
              'Paths that go; of a unit in a file with others its own, the file stays',
            ),
        dependents: z =>
          z
            .array(z.string())
            .describe(
              'Folders of the units that need it; of a call of a module the files that read it',
            ),
        diff: z => z.string().describe('Unified diff, as git prints it'),
      },
    },
    async handler(ctx) {
      const { input, workspacePath } = ctx;
      const { path } = input;
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (input.confirmName !== name) {
        throw actionError('destroy-not-confirmed', {
          given: input.confirmName,
          name,
        });
      }
      const { answer } = await beginChange({
        selfService,
        action: ID,
        ctx,
        repoUrl: input.repoUrl,
        paths: [path],
      });
      const placed = await placeUnit({
        ...{ selfService, action: ID, ctx, answer },
        ...{ repoUrl: input.repoUrl, path },
      });
      const needed = await neededAs(placed);
      const found = await selfService.call(
        ID,
        ctx,
        ({ infrastructure }, call) =>
          infrastructure.dependentsOf(
            { repoUrl: input.repoUrl, path: needed },
            call,
          ),
      );
      const dependents = [
        ...new Set([
          ...Array.from(found.dependents, ({ unit }) => unit),
          ...(await readersOfCall(placed, workspacePath)),
        ]),
      ];
      for (const each of found.unresolved) {
        ctx.logger.warn(
          `"${each.path}", line ${each.line}, may need it: ${each.message}`,
        );
      }
      if (dependents.length > 0 && !input.allowDependents) {
        throw actionError(
          'unit-has-dependents',
          { path, dependents: dependents.join(', ') },
          { details: { dependents } },
        );
      }
      const files = await withoutUnit(placed, {
        folder: answer.files,
      });
      const { diff } = await previewChange({
        selfService,
        action: ID,
        ctx,
        repoUrl: input.repoUrl,
        files,
        ...(placed.block && { onExists: 'replace' as const }),
        request: input.request,
      });
      ctx.signal?.throwIfAborted();
      await writeFiles(workspacePath, files);
      ctx.logger.info(diff);
      ctx.output(
        'removed',
        placed.block ? [path] : Array.from(files, file => file.path),
      );
      ctx.output('dependents', dependents);
      ctx.output('diff', diff);
    },
  });
}
