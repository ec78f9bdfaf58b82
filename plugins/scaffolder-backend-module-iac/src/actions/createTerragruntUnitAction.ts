// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject, JsonValue } from '@backstage/types';
import { CHANGE_KIND } from '@fairway/backstage-plugin-self-service-common';
import { checkPath } from '@fairway/git-host';
import { renderTerragruntUnit } from '@fairway/iac';
import type { SelfService } from '../SelfService';
import { writeNewFile } from '../workspace/writeNewFile';
import { examples } from './createTerragruntUnitAction.examples';
import { changePayload } from './changePayload';
import { repoUrl, request } from './inputs';

const ID = 'iac:terragrunt:unit';

/**
 * Renders a Terragrunt unit of a vetted module into the workspace, if the person may deploy it there. The refusal comes
 * here, early; `git:change:propose` decides again about what is left in the workspace at the end.
 */
export function createTerragruntUnitAction(options: {
  selfService: SelfService;
}) {
  const { selfService } = options;
  return createTemplateAction({
    id: ID,
    description:
      'Writes the terragrunt.hcl of a unit: a vetted module at a version, with values. Values stay text, whatever is in them.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        repoUrl,
        targetPath: z =>
          z
            .string()
            .describe(
              'Folder of the unit in the repository, for example live/acme-dev/eu-west-1/dev/orders-db',
            ),
        environment: z =>
          z
            .string()
            .describe(
              'Environment that the unit is meant for. The path decides; this may only agree with it.',
            ),
        moduleRef: z =>
          z
            .string()
            .describe('Name of a vetted module, for example postgres-database'),
        version: z =>
          z
            .string()
            .describe('An approved version of the module, for example v1.1.0'),
        inputs: z =>
          z
            .record(z.any())
            .describe("Values for the module's variables, written as they are"),
        request,
        dependencies: z =>
          z
            .array(
              z.object({
                name: z.string().describe('Name of the dependency block'),
                configPath: z
                  .string()
                  .describe(
                    "The other unit's folder, relative to this one, for example ../network",
                  ),
                outputs: z
                  .record(z.string())
                  .describe('Inputs that are filled from its outputs')
                  .optional(),
                mockOutputs: z
                  .record(z.any())
                  .describe(
                    'What a plan takes while the other unit is not applied',
                  )
                  .optional(),
              }),
            )
            .describe(
              'Units of the same environment whose outputs this one takes',
            )
            .optional(),
        onExists: z =>
          z
            .enum(['fail'])
            .describe(
              'What to do when the unit exists: fail is the only way yet',
            )
            .optional(),
      },
      output: {
        path: z => z.string().describe('Path of the unit file'),
        files: z => z.array(z.string()).describe('Paths that were written'),
        source: z =>
          z.string().describe("The module's source with its version"),
        action: z => z.enum(['created']).describe('What happened to the unit'),
      },
    },
    async handler(ctx) {
      const { input, workspacePath } = ctx;
      const path = `${input.targetPath}/terragrunt.hcl`;
      checkPath(path);
      const module = await selfService.call(ID, ctx, ({ modules }, call) =>
        modules.getModule(input.moduleRef, call),
      );
      const content = renderTerragruntUnit({
        source: module.source,
        version: input.version,
        include: { root: true },
        dependencies: input.dependencies,
        inputs: withoutUndefined(input.inputs),
      });

      const preview = await selfService.call(ID, ctx, ({ requests }, call) =>
        requests.preview(
          {
            kind: CHANGE_KIND,
            payload: changePayload({
              repoUrl: input.repoUrl,
              files: [{ path, content }],
              request: input.request,
              expect: { environment: input.environment },
            }),
          },
          call,
        ),
      );
      for (const { summary } of preview.checks) {
        if (summary) ctx.logger.info(summary);
      }

      ctx.signal?.throwIfAborted();
      await writeNewFile({ workspacePath, path, content });
      ctx.output('path', path);
      ctx.output('files', [path]);
      ctx.output('source', `${module.source}?ref=${input.version}`);
      ctx.output('action', 'created');
    },
  });
}

/** A template's expression that gives nothing leaves an input without a value: such an input is not there. */
function withoutUndefined(inputs: Record<string, JsonValue>): JsonObject {
  return Object.fromEntries(
    Object.entries(inputs).filter(([, value]) => value !== undefined),
  );
}
