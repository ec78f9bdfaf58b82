// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonValue } from '@backstage/types';
import { editYaml } from '@fairway/iac';
import type { SelfService } from '../SelfService';
import { fileToEdit } from '../workspace/begin';
import { writeText } from '../workspace/files';
import { unifiedDiff } from '../workspace/unifiedDiff';
import { examples } from './createYamlEditAction.examples';
import { editOutput, optionalRepoUrl } from './inputs';

const ID = 'iac:yaml:edit';

/** Edits a YAML file byte for byte. Touches the workspace alone; who may change the file is decided when it is proposed. */
export function createYamlEditAction(options: { selfService: SelfService }) {
  const { selfService } = options;
  return createTemplateAction({
    id: ID,
    description:
      'Changes values of a YAML file; every other byte stays as it is, comments and quotes too.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        repoUrl: optionalRepoUrl,
        path: z =>
          z
            .string()
            .describe(
              'The file, for example deploy/dev/orders-api/values.yaml',
            ),
        document: z =>
          z
            .number()
            .int()
            .min(0)
            .describe(
              'Which document of a file with several, from 0; the only one if left out',
            )
            .optional(),
        edits: z =>
          z
            .array(
              z
                .object({
                  op: z
                    .enum(['add', 'replace', 'remove', 'merge'])
                    .describe(
                      'add adds a key that is not there, or an item before an index ("-" appends); replace replaces a value; remove takes one away; merge puts an object into a map, null removes',
                    ),
                  path: z
                    .array(z.union([z.string(), z.number()]))
                    .describe(
                      'Keys and indexes from the top, for example [spec, containers, 0, image]',
                    ),
                  value: z
                    .any()
                    .describe('What is written; none for remove')
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
      const { path, repoUrl, document } = input;
      const before = await fileToEdit({
        selfService,
        action: ID,
        ctx,
        repoUrl,
        path,
      });
      const { text, changed } = editYaml(before, {
        ...(document !== undefined && { document }),
        edits: input.edits.map(({ value, ...edit }) => ({
          ...edit,
          ...(value !== undefined && { value: value as JsonValue }),
        })),
      });
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
