// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** `ui:options` and value of the field. */
export const fairwayUnitSchema = makeFieldSchema({
  output: z =>
    z
      .string()
      .describe(
        'Folder of the unit in the repository, for example live/acme-dev/eu-west-1/dev/orders-db',
      ),
  uiOptions: z =>
    z.object({
      repoUrl: z
        .string()
        .describe(
          'Repository of the units, for example local?owner=acme&repo=infrastructure-live',
        ),
      environmentField: z
        .string()
        .optional()
        .describe('Field of this form that holds the environment'),
      module: z
        .string()
        .optional()
        .describe('Only units of this module are offered'),
    }),
});

/** `ui:options` of the field. */
export interface FairwayUnitOptions {
  repoUrl?: string;
  environmentField?: string;
  module?: string;
}
