// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** `ui:options` and value of the field. */
export const fairwayModuleVersionSchema = makeFieldSchema({
  output: z => z.string().describe('An approved version of the module'),
  uiOptions: z =>
    z.object({
      module: z.string().optional().describe('Name of a vetted module'),
      moduleField: z
        .string()
        .optional()
        .describe('Field of this form that holds the name instead'),
      repoUrl: z
        .string()
        .optional()
        .describe('Repository of the unit, with unitField'),
      unitField: z
        .string()
        .optional()
        .describe(
          'Field of this form that holds the folder of a unit, whose module is the module',
        ),
    }),
});

/** `ui:options` of the field. */
export interface FairwayModuleVersionOptions {
  module?: string;
  moduleField?: string;
  repoUrl?: string;
  unitField?: string;
}
