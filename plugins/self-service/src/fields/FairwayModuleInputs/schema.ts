// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import type { ModuleOptions } from '../module/question';

/** `ui:options` and value of the field. */
export const fairwayModuleInputsSchema = makeFieldSchema({
  output: z =>
    z.object({
      module: z.string().optional().describe('Name of the module'),
      version: z.string().optional().describe('Version that it is for'),
      unit: z
        .string()
        .optional()
        .describe('Folder of the unit that is changed'),
      inputs: z
        .record(z.any())
        .optional()
        .describe(
          'What the person gives, by input; of a unit that is there only what is to change, null for what is taken out',
        ),
      secretInputs: z
        .record(z.string())
        .optional()
        .describe('Sensitive inputs as references'),
    }),
  uiOptions: z =>
    z.object({
      module: z.string().optional().describe('Name of a vetted module'),
      moduleField: z
        .string()
        .optional()
        .describe('Field of this form that holds the name instead'),
      version: z
        .string()
        .optional()
        .describe(
          "Version; the unit's own, else the newest approved one, if left out",
        ),
      versionField: z
        .string()
        .optional()
        .describe('Field of this form that holds the version instead'),
      repoUrl: z
        .string()
        .optional()
        .describe('Repository of the unit, with unitField'),
      unitField: z
        .string()
        .optional()
        .describe(
          'Field of this form that holds the folder of a unit: the settings are filled from its file in Git, and its module is the module',
        ),
      dependenciesField: z
        .string()
        .optional()
        .describe('Field of this form with ui:field FairwayDependency'),
      hide: z
        .array(z.string())
        .optional()
        .describe('Inputs that the template fills itself'),
    }),
});

/** `ui:options` of the field. */
export interface FairwayModuleInputsOptions extends ModuleOptions {
  dependenciesField?: string;
  hide?: string[];
}
