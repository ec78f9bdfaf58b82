// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const environmentFormField = FormFieldBlueprint.make({
  name: 'environment',
  params: {
    field: () =>
      import('./FairwayEnvironment').then(m => m.fairwayEnvironmentField),
  },
});

const moduleInputsFormField = FormFieldBlueprint.make({
  name: 'module-inputs',
  params: {
    field: () =>
      import('./FairwayModuleInputs').then(m => m.fairwayModuleInputsField),
  },
});

const moduleVersionFormField = FormFieldBlueprint.make({
  name: 'module-version',
  params: {
    field: () =>
      import('./FairwayModuleVersion').then(m => m.fairwayModuleVersionField),
  },
});

const unitFormField = FormFieldBlueprint.make({
  name: 'unit',
  params: {
    field: () => import('./FairwayUnit').then(m => m.fairwayUnitField),
  },
});

const dependencyFormField = FormFieldBlueprint.make({
  name: 'dependency',
  params: {
    field: () =>
      import('./FairwayDependency').then(m => m.fairwayDependencyField),
  },
});

/** What the scaffolder's forms get. */
export const formFields = [
  environmentFormField,
  moduleInputsFormField,
  moduleVersionFormField,
  unitFormField,
  dependencyFormField,
];
