// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { actionError } from '../errors';
import type { SelfService } from '../SelfService';
import { noUnit } from '../units/noUnit';
import { beginChange } from '../workspace/begin';
import { removeFile } from '../workspace/files';
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
              'Folder of the unit, for example live/acme-dev/eu-west-1/dev/orders-db',
            ),
        confirmName: z =>
          z
            .string()
            .describe(
              "Name of the unit's folder, typed by the person, for example orders-db",
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
        removed: z => z.array(z.string()).describe('Paths that go'),
        dependents: z =>
          z.array(z.string()).describe('Folders of the units that need it'),
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
      const removed = Array.from(answer.files, file => file.path);
      if (!removed.includes(`${path}/terragrunt.hcl`)) {
        throw await noUnit({
          ...{ selfService, action: ID, ctx },
          ...{ repoUrl: input.repoUrl, path, files: answer.files },
        });
      }
      const found = await selfService.call(
        ID,
        ctx,
        ({ infrastructure }, call) =>
          infrastructure.dependentsOf({ repoUrl: input.repoUrl, path }, call),
      );
      const dependents = [
        ...new Set(Array.from(found.dependents, ({ unit }) => unit)),
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
      const { diff } = await previewChange({
        selfService,
        action: ID,
        ctx,
        repoUrl: input.repoUrl,
        files: removed.map(file => ({ path: file, delete: true })),
        request: input.request,
      });
      ctx.signal?.throwIfAborted();
      for (const file of removed) await removeFile(workspacePath, file);
      ctx.logger.info(diff);
      ctx.output('removed', removed);
      ctx.output('dependents', dependents);
      ctx.output('diff', diff);
    },
  });
}
