// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { actionError } from '../errors';
import type { SelfService } from '../SelfService';
import { moduleReader } from '../units/moduleReader';
import { examples } from './createModuleInspectAction.examples';

const ID = 'iac:module:inspect';

/** Says what a vetted module takes and gives at a version. Reads only. */
export function createModuleInspectAction(options: {
  selfService: SelfService;
}) {
  const { selfService } = options;
  return createTemplateAction({
    id: ID,
    description:
      'Reads a vetted module at a version: the form of its inputs, which of them are required or sensitive, and its outputs.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        moduleRef: z =>
          z
            .string()
            .describe('Name of a vetted module, for example postgres-database')
            .optional(),
        source: z =>
          z
            .string()
            .describe(
              'Instead of the name: source of a vetted module, as a unit has it; its ?ref= is the version',
            )
            .optional(),
        version: z =>
          z
            .string()
            .describe(
              'A version that the catalog of modules lists; the newest approved one if left out',
            )
            .optional(),
        path: z =>
          z
            .string()
            .describe(
              "With a source that names the repository alone: the module's folder, for example modules/network",
            )
            .optional(),
      },
      output: {
        schema: z => z.record(z.any()).describe('JSON Schema of the inputs'),
        uiSchema: z => z.record(z.any()).describe('How a form shows them'),
        requiredInputs: z =>
          z.array(z.string()).describe('Inputs without a default'),
        sensitiveInputs: z =>
          z
            .array(z.string())
            .describe('Inputs that never become literals: give references'),
        outputs: z =>
          z
            .array(
              z.object({
                name: z.string(),
                description: z.string().optional(),
                isSensitive: z.boolean(),
              }),
            )
            .describe('What other units can take from it'),
        version: z => z.string().describe('Version that was read'),
        commitSha: z => z.string().describe('Commit of that version'),
        warnings: z =>
          z
            .array(z.string())
            .describe('What could not be read, and why not to use it'),
      },
    },
    async handler(ctx) {
      const { moduleRef, path } = ctx.input;
      if ((moduleRef === undefined) === (ctx.input.source === undefined)) {
        throw actionError('module-not-named');
      }
      const [plain, query = ''] = (ctx.input.source ?? '').split('?');
      const modules = moduleReader({ selfService, action: ID, ctx });
      const module =
        moduleRef === undefined
          ? await modules.ofSource(path ? `${plain}//${path}` : plain)
          : await selfService.call(ID, ctx, (clients, call) =>
              clients.modules.getModule(moduleRef, call),
            );
      const version =
        ctx.input.version ??
        (new URLSearchParams(query).get('ref') ||
          module.versions.find(({ status }) => status === 'approved')?.version);
      if (!version) {
        throw actionError('module-without-version', { name: module.name });
      }
      const found = await modules.inspect(module.name, version);
      // Written anew: templates take plain values alone.
      const plainly = JSON.parse(JSON.stringify(found)) as typeof found;
      ctx.output('schema', plainly.schema);
      ctx.output('uiSchema', plainly.uiSchema);
      ctx.output('requiredInputs', plainly.requiredInputs);
      ctx.output('sensitiveInputs', plainly.sensitiveInputs);
      ctx.output('outputs', plainly.outputs);
      ctx.output('version', plainly.version);
      ctx.output('commitSha', plainly.commitSha);
      ctx.output('warnings', [
        ...(plainly.status === 'blocked'
          ? [`The version "${version}" is blocked: ${plainly.reason}`]
          : []),
        ...Array.from(
          plainly.warnings,
          each => `${each.path}, line ${each.line}: ${each.message}`,
        ),
      ]);
    },
  });
}
