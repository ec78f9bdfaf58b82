// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ChangeFile } from '@fairway/backstage-plugin-self-service-common';
import type { SelfService } from '../SelfService';
import { moduleReader } from '../units/moduleReader';
import { placeUnit } from '../units/placedUnit';
import {
  mergedParameters,
  readProvenance,
  writeProvenance,
} from '../units/provenance';
import { type UnitUpgrade, upgradeUnit } from '../units/upgradeUnit';
import { beginChange } from '../workspace/begin';
import { writeText } from '../workspace/files';
import { examples } from './createUnitUpgradeAction.examples';
import { repoUrl, request } from './inputs';
import { previewChange } from './previewChange';

const ID = 'iac:unit:upgrade';

/** Takes units to another version of their modules. Asks early whether the person may; the proposal decides again. */
export function createUnitUpgradeAction(options: { selfService: SelfService }) {
  const { selfService } = options;
  return createTemplateAction({
    id: ID,
    description:
      'Takes units to another version of their module: says what the version asks for, sets it from the answers, takes out what is gone, and leaves everything else as it is.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        repoUrl,
        paths: z =>
          z
            .array(z.string())
            .min(1)
            .max(20)
            .describe(
              "Folders of the units, for example live/acme-dev/eu-west-1/dev/orders-db; of a stack's unit the folder of the stack with its path, of a call of a module the folder with its name",
            ),
        toVersion: z =>
          z
            .string()
            .describe('An approved version of the module, for example v1.1.0'),
        answers: z =>
          z
            .record(z.any())
            .describe(
              'Values for inputs, those that the version newly requires among them; for every one of the units',
            )
            .optional(),
        request,
      },
      output: {
        units: z =>
          z
            .array(
              z.object({
                path: z.string().describe('The unit, as it was named'),
                from: z.string().describe('Version that it had'),
                to: z.string().describe('Version that it has'),
                addedRequired: z
                  .array(z.string())
                  .describe('Inputs that are required and were not'),
                removed: z
                  .array(z.string())
                  .describe('Inputs that the module has no longer'),
                changed: z
                  .array(
                    z.object({
                      name: z.string(),
                      aspects: z.array(z.string()),
                    }),
                  )
                  .describe('Inputs that are not as they were, and in what'),
              }),
            )
            .describe('What the version is for each unit'),
        diff: z => z.string().describe('Unified diff, as git prints it'),
      },
    },
    async handler(ctx) {
      const { input, workspacePath } = ctx;
      const { answer } = await beginChange({
        selfService,
        action: ID,
        ctx,
        repoUrl: input.repoUrl,
        paths: input.paths,
      });
      const modules = moduleReader({ selfService, action: ID, ctx });
      const upgrades: UnitUpgrade[] = [];
      // Several units may be in one file.
      const files = new Map<string, ChangeFile>();
      const changed = (file: ChangeFile) => files.set(file.path, file);
      for (const folder of input.paths) {
        const placed = await placeUnit({
          ...{ selfService, action: ID, ctx, answer },
          ...{ repoUrl: input.repoUrl, path: folder },
        });
        const { file: path } = placed;
        const upgraded = await upgradeUnit({
          placed,
          toVersion: input.toVersion,
          answers: input.answers ?? {},
          modules,
        });
        await writeText(workspacePath, path, upgraded.content);
        changed({ path, content: upgraded.content });
        const before = placed.block
          ? undefined
          : await readProvenance(workspacePath, folder);
        if (before) {
          const { module, set } = upgraded;
          changed(
            await writeProvenance({
              workspacePath,
              folder,
              provenance: {
                module: {
                  source: module.source,
                  version: module.version,
                  commit: module.commitSha,
                },
                parameters: mergedParameters(before.parameters, set),
                requester: ctx.user?.ref,
              },
              files: [{ path: 'terragrunt.hcl', content: upgraded.content }],
              sensitiveInputs: module.sensitiveInputs,
            }),
          );
        }
        upgrades.push(upgraded.upgrade);
      }
      const { diff } = await previewChange({
        selfService,
        action: ID,
        ctx,
        repoUrl: input.repoUrl,
        files: [...files.values()],
        onExists: 'replace',
        request: input.request,
      });
      ctx.logger.info(diff);
      ctx.output('units', upgrades);
      ctx.output('diff', diff);
    },
  });
}
