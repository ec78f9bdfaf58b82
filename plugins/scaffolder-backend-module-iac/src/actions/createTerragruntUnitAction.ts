// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { ChangeFile } from '@fairway/backstage-plugin-self-service-common';
import { checkPath } from '@fairway/git-host';
import { actionError } from '../errors';
import type { SelfService } from '../SelfService';
import { moduleReader } from '../units/moduleReader';
import {
  mergedParameters,
  readProvenance,
  writeProvenance,
} from '../units/provenance';
import { mergeUnit, renderUnit } from '../units/putUnit';
import { withSecretInputs } from '../units/secretInputs';
import { beginChange } from '../workspace/begin';
import { readState } from '../workspace/changeState';
import { readText, writeText } from '../workspace/files';
import { examples } from './createTerragruntUnitAction.examples';
import { repoUrl, request } from './inputs';
import { previewChange } from './previewChange';

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
            .describe(
              "Values for the module's variables, written as they are; null for none",
            ),
        secretInputs: z =>
          z
            .record(z.string())
            .describe(
              'Sensitive inputs as references, never values: { password: dependency.secrets.outputs.password }',
            )
            .optional(),
        include: z =>
          z
            .object({
              root: z
                .literal(true)
                .describe('The root.hcl above, always')
                .optional(),
              envcommon: z
                .string()
                .describe(
                  'A file that units share, relative to the folder of root.hcl, for example _envcommon/postgres.hcl',
                )
                .optional(),
            })
            .strict()
            .describe('What the unit includes')
            .optional(),
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
            .enum(['fail', 'merge', 'replace'])
            .describe(
              'What to do when the unit exists. fail, if left out; merge: set what is given here and leave the rest as it is, comments too; replace: write it anew',
            )
            .optional(),
        owner: z =>
          z
            .string()
            .describe(
              'Group that owns the unit, as an entity ref, for the record beside it',
            )
            .optional(),
        provenance: z =>
          z
            .boolean()
            .describe(
              'Write .fairway.yaml beside the unit, which says where it comes from; true if left out',
            )
            .optional(),
      },
      output: {
        path: z => z.string().describe('Path of the unit file'),
        files: z => z.array(z.string()).describe('Paths that were written'),
        source: z =>
          z.string().describe("The module's source with its version"),
        action: z =>
          z
            .enum(['created', 'updated', 'unchanged'])
            .describe('What happened to the unit'),
      },
    },
    async handler(ctx) {
      const { input, workspacePath } = ctx;
      const folder = input.targetPath;
      const path = `${folder}/terragrunt.hcl`;
      checkPath(path);
      const onExists = input.onExists ?? 'fail';
      if (onExists !== 'fail') {
        await beginChange({
          selfService,
          action: ID,
          ctx,
          repoUrl: input.repoUrl,
          paths: [folder],
        });
      }
      const before = await readText(workspacePath, path);
      if (before !== undefined && onExists === 'fail') {
        throw actionError('workspace-file-exists', { path });
      }
      const modules = moduleReader({ selfService, action: ID, ctx });
      const module = await modules.inspect(input.moduleRef, input.version);
      // What is forced is written out; a value of the step's own against it is for the gate to refuse.
      const inputs = {
        ...module.forcedInputs,
        ...withoutUndefined(input.inputs),
      };
      const unit = {
        source: module.source,
        version: input.version,
        inputs,
        dependencies: withSecretInputs({
          dependencies: input.dependencies ?? [],
          secretInputs: input.secretInputs ?? {},
          inputs,
          sensitiveInputs: module.sensitiveInputs,
        }),
        envcommon: input.include?.envcommon,
      };
      const content =
        before !== undefined && onExists === 'merge'
          ? await mergeUnit(before, unit)
          : renderUnit(unit);

      const change = {
        selfService,
        action: ID,
        ctx,
        repoUrl: input.repoUrl,
        onExists: before === undefined ? undefined : ('replace' as const),
        request: input.request,
        expect: { environment: input.environment },
      };
      const files: ChangeFile[] = [{ path, content }];
      const { environment } =
        before === content
          ? { environment: undefined }
          : await previewChange({ ...change, files });

      ctx.signal?.throwIfAborted();
      await writeText(workspacePath, path, content);
      if (before !== content && (input.provenance ?? true)) {
        const known =
          onExists === 'merge'
            ? await readProvenance(workspacePath, folder)
            : undefined;
        files.push(
          await writeProvenance({
            workspacePath,
            folder,
            provenance: {
              template: ctx.templateInfo && { ref: ctx.templateInfo.entityRef },
              module: {
                source: module.source,
                version: module.version,
                commit: module.commitSha,
              },
              parameters: mergedParameters(known?.parameters ?? {}, inputs),
              owner: input.owner,
              environment,
              requester: ctx.user?.ref,
            },
            files: [{ path: 'terragrunt.hcl', content }],
            sensitiveInputs: module.sensitiveInputs,
          }),
        );
      }
      const isKnown =
        (await readState(workspacePath))?.files[path] !== undefined;
      ctx.output('path', path);
      ctx.output(
        'files',
        files.map(file => file.path),
      );
      ctx.output('source', `${module.source}?ref=${input.version}`);
      const written = isKnown ? 'updated' : 'created';
      ctx.output('action', before === content ? 'unchanged' : written);
    },
  });
}

/** A template's expression that gives nothing leaves an input without a value: such an input is not there. */
function withoutUndefined(inputs: Record<string, JsonValue>): JsonObject {
  return Object.fromEntries(
    Object.entries(inputs).filter(([, value]) => value !== undefined),
  );
}
