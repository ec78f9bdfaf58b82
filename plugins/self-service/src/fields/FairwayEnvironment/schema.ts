// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** `ui:options` and value of the field. */
export const fairwayEnvironmentSchema = makeFieldSchema({
  output: z => z.string().describe('Id of the environment'),
  uiOptions: z =>
    z.object({
      action: z
        .string()
        .optional()
        .describe(
          'Action of the ownership policy that the template does; service.deploy if left out',
        ),
      service: z
        .string()
        .optional()
        .describe('Service of the ownership policy that the template deploys'),
      serviceField: z
        .string()
        .optional()
        .describe(
          'Field of this form that holds the service, on a page before this one, where the person chooses it',
        ),
      requestFields: z
        .record(z.string())
        .optional()
        .describe(
          'Attributes of the request that the policy may ask for, each with the field of this form that holds it, for example { changeTicket: changeTicket }',
        ),
    }),
});

/** `ui:options` of the field. */
export interface FairwayEnvironmentOptions {
  action?: string;
  service?: string;
  serviceField?: string;
  requestFields?: Record<string, string>;
}
