// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { JsonObject, JsonValue } from '@backstage/types';
import { FairwayEnvironment } from '../fields/FairwayEnvironment/FairwayEnvironment';
import { validateEnvironment } from '../fields/FairwayEnvironment/validateEnvironment';

/** The stock form of the scaffolder with our field and a field that the policy may ask for. */
export const OrderForm = (props: {
  onCreate: (values: Record<string, JsonValue>) => Promise<void>;
  initialState?: JsonObject;
  service?: string;
}) => (
  <Stepper
    manifest={{
      title: 'PostgreSQL database',
      steps: [
        {
          title: 'Where',
          schema: {
            type: 'object',
            required: ['environment'],
            properties: {
              environment: {
                title: 'Environment',
                type: 'string',
                description: 'Where the database runs.',
                'ui:field': 'FairwayEnvironment',
                'ui:options': {
                  action: 'service.deploy',
                  service: props.service ?? 'postgres-database',
                  requestFields: { changeTicket: 'changeTicket' },
                },
              },
              changeTicket: { title: 'Change ticket', type: 'string' },
            },
          },
        },
      ],
    }}
    extensions={[
      {
        name: 'FairwayEnvironment',
        component: FairwayEnvironment,
        validation: validateEnvironment,
      },
    ]}
    formProps={{ EXPERIMENTAL_theme: 'bui' }}
    initialState={props.initialState as Record<string, JsonValue> | undefined}
    onCreate={props.onCreate}
  />
);
