// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { checkPath } from '@fairway/git-host';
import { renderModuleCall } from '@fairway/iac';
import { actionError } from '../errors';
import { readText, writeText } from '../workspace/files';
import { unifiedDiff } from '../workspace/unifiedDiff';
import { examples } from './createTerraformModuleAction.examples';

const ID = 'iac:terraform:module';

/** Writes a module call of plain Terraform into the workspace. Touches the workspace alone. */
export function createTerraformModuleAction() {
  return createTemplateAction({
    id: ID,
    description:
      'Writes a Terraform module call with values into a file of its own in the workspace. When it is proposed, the module has to be a vetted one in Git, and its inputs as it takes them.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        targetPath: z =>
          z.string().describe('Folder of the file, for example network/dev'),
        moduleName: z =>
          z
            .string()
            .describe('Name of the module block, and of the file: <name>.tf'),
        source: z =>
          z
            .string()
            .describe(
              'A Git module without version, a registry module such as acme/network/aws, or a path that begins with ./ or ../',
            ),
        version: z =>
          z.string().describe('One exact version; none for a path').optional(),
        inputs: z =>
          z
            .record(z.any())
            .describe("Values for the module's variables, written as they are"),
        providers: z =>
          z
            .record(z.string())
            .describe(
              "Provider configurations by the module's name for them: { aws: aws.eu }",
            )
            .optional(),
      },
      output: {
        path: z => z.string().describe('Path of the file'),
        files: z => z.array(z.string()).describe('Paths that were written'),
      },
    },
    async handler(ctx) {
      const { input, workspacePath } = ctx;
      const { moduleName, source, version, providers } = input;
      const content = renderModuleCall({
        name: moduleName,
        source,
        version,
        inputs: input.inputs as JsonObject,
        providers,
      });
      const path = `${input.targetPath}/${moduleName}.tf`;
      checkPath(path);
      if ((await readText(workspacePath, path)) !== undefined) {
        throw actionError('workspace-file-exists', { path });
      }
      ctx.signal?.throwIfAborted();
      await writeText(workspacePath, path, content);
      ctx.logger.info(unifiedDiff({ path, after: content }));
      ctx.output('path', path);
      ctx.output('files', [path]);
    },
  });
}
