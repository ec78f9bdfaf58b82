// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FairwayModuleInputs } from './FairwayModuleInputs';
import { fairwayModuleInputsSchema } from './schema';
import { validateModuleInputs } from './validateModuleInputs';

/** `ui:field: FairwayModuleInputs` */
export const fairwayModuleInputsField = createFormField({
  name: 'FairwayModuleInputs',
  component: FairwayModuleInputs,
  schema: fairwayModuleInputsSchema,
  validation: validateModuleInputs,
});
