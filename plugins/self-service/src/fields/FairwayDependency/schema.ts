// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import type { ModuleOptions } from '../module/question';

/** `ui:options` and value of the field; the value is `dependencies` of `iac:terragrunt:unit`. */
export const fairwayDependencySchema = makeFieldSchema({
  output: z =>
    z.array(
      z.object({
        name: z.string().describe('Name of the dependency block'),
        configPath: z
          .string()
          .describe("The other unit's folder, relative to this one"),
        outputs: z
          .record(z.string())
          .describe('Inputs with the outputs that fill them'),
      }),
    ),
  uiOptions: z =>
    z.object({
      repoUrl: z.string().describe('Repository of the units'),
      environmentField: z
        .string()
        .optional()
        .describe('Field of this form that holds the environment'),
      target: z
        .string()
        .optional()
        .describe(
          'Folder that the unit will have, with fields of this form in braces: live/acme-{environment}/eu-west-1/{environment}/{name}',
        ),
      module: z.string().optional().describe('Module that takes the outputs'),
      moduleField: z
        .string()
        .optional()
        .describe('Field of this form that holds the module instead'),
      version: z.string().optional().describe('Its version'),
      versionField: z
        .string()
        .optional()
        .describe('Field of this form that holds the version instead'),
      unitField: z
        .string()
        .optional()
        .describe('Field of this form that holds the folder of a unit'),
    }),
});

/** `ui:options` of the field. */
export interface FairwayDependencyOptions extends ModuleOptions {
  environmentField?: string;
  target?: string;
}
