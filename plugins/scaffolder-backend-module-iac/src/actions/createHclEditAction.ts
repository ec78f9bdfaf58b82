// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonValue } from '@backstage/types';
import { editHcl } from '@fairway/iac';
import type { SelfService } from '../SelfService';
import { fileToEdit } from '../workspace/begin';
import { writeText } from '../workspace/files';
import { unifiedDiff } from '../workspace/unifiedDiff';
import { examples } from './createHclEditAction.examples';
import { editOutput, optionalRepoUrl } from './inputs';

const ID = 'iac:hcl:edit';

/** Edits an HCL file byte for byte. Touches the workspace alone; who may change the file is decided when it is proposed. */
export function createHclEditAction(options: { selfService: SelfService }) {
  const { selfService } = options;
  return createTemplateAction({
    id: ID,
    description:
      'Changes values and blocks of an HCL file; every other byte stays as it is, comments too. Values stay text, whatever is in them.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        repoUrl: optionalRepoUrl,
        path: z =>
          z
            .string()
            .describe(
              'The file, for example live/acme-dev/eu-west-1/dev/orders-db/terragrunt.hcl',
            ),
        edits: z =>
          z
            .array(
              z
                .object({
                  op: z
                    .enum(['set', 'remove', 'insertBlock', 'removeBlock'])
                    .describe(
                      'set replaces a value or adds the key; remove takes a key away; insertBlock adds a block, its attributes in value; removeBlock takes one away',
                    ),
                  at: z
                    .array(z.union([z.string(), z.number()]))
                    .min(1)
                    .describe(
                      'The place from the top: block types and labels, attributes, keys, indexes, for example [unit, db, values, version]',
                    ),
                  value: z
                    .any()
                    .describe('What is written, always as a value')
                    .optional(),
                  expression: z
                    .string()
                    .describe(
                      'Instead of a value: a reference such as dependency.network.outputs.id, from a closed list',
                    )
                    .optional(),
                })
                .strict(),
            )
            .min(1)
            .describe('Edits, one after the other; all of them or none'),
      },
      output: editOutput,
    },
    async handler(ctx) {
      const { input, workspacePath } = ctx;
      const { path, repoUrl } = input;
      const before = await fileToEdit({
        selfService,
        action: ID,
        ctx,
        repoUrl,
        path,
      });
      const { text, changed } = await editHcl(
        before,
        input.edits.map(({ at, value, ...edit }) => ({
          ...edit,
          at: at.map(String),
          ...(value !== undefined && { value: value as JsonValue }),
        })),
      );
      ctx.signal?.throwIfAborted();
      const diff = unifiedDiff({ path, before, after: text });
      if (changed) await writeText(workspacePath, path, text);
      ctx.logger.info(diff || `"${path}" says all of it already`);
      ctx.output('path', path);
      ctx.output('changed', changed);
      ctx.output('diff', diff);
    },
  });
}
