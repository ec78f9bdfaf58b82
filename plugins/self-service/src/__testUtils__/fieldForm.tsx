// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import type { JsonObject, JsonValue } from '@backstage/types';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FairwayDependency } from '../fields/FairwayDependency/FairwayDependency';
import { validateDependency } from '../fields/FairwayDependency/validateDependency';
import { FairwayModuleInputs } from '../fields/FairwayModuleInputs/FairwayModuleInputs';
import { validateModuleInputs } from '../fields/FairwayModuleInputs/validateModuleInputs';
import { FairwayModuleVersion } from '../fields/FairwayModuleVersion/FairwayModuleVersion';
import { validateModuleVersion } from '../fields/FairwayModuleVersion/validateModuleVersion';
import { FairwayUnit } from '../fields/FairwayUnit/FairwayUnit';
import { validateUnit } from '../fields/FairwayUnit/validateUnit';
import type { FakeBackend } from './fakeBackend';
import { renderPlugin } from './renderPlugin';

const EXTENSIONS = [
  {
    name: 'FairwayDependency',
    component: FairwayDependency,
    validation: validateDependency,
  },
  {
    name: 'FairwayModuleInputs',
    component: FairwayModuleInputs,
    validation: validateModuleInputs,
  },
  {
    name: 'FairwayModuleVersion',
    component: FairwayModuleVersion,
    validation: validateModuleVersion,
  },
  { name: 'FairwayUnit', component: FairwayUnit, validation: validateUnit },
];

/** Opens the scaffolder's own form with our fields; `created` collects what it would run. */
export function openForm(options: {
  backend: FakeBackend;
  properties: JsonObject;
  required?: string[];
  initialState?: JsonObject;
}) {
  const { backend, properties, required = [], initialState } = options;
  const created: Record<string, JsonValue>[] = [];
  const form = createFrontendPlugin({
    pluginId: 'form',
    extensions: [
      PageBlueprint.make({
        params: {
          path: '/form',
          loader: async () => (
            <Stepper
              manifest={{
                title: 'Form',
                steps: [
                  {
                    title: 'All',
                    schema: { type: 'object', required, properties },
                  },
                ],
              }}
              extensions={EXTENSIONS as never}
              formProps={{ EXPERIMENTAL_theme: 'bui' }}
              initialState={initialState as Record<string, JsonValue>}
              onCreate={async values => {
                created.push(values);
              }}
            />
          ),
        },
      }),
    ],
  });
  renderPlugin({ path: '/form', backend, features: [form] });
  const user = userEvent.setup();
  return {
    user,
    created,
    review: () => user.click(screen.getByRole('button', { name: 'Review' })),
    /** From the form to what it runs with. */
    async create() {
      await user.click(screen.getByRole('button', { name: 'Review' }));
      await user.click(await screen.findByRole('button', { name: 'Create' }));
      return created[created.length - 1];
    },
  };
}
