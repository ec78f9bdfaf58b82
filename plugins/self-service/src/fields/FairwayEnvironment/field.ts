// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FairwayEnvironment } from './FairwayEnvironment';
import { fairwayEnvironmentSchema } from './schema';
import { validateEnvironment } from './validateEnvironment';

/** `ui:field: FairwayEnvironment` */
export const fairwayEnvironmentField = createFormField({
  name: 'FairwayEnvironment',
  component: FairwayEnvironment,
  schema: fairwayEnvironmentSchema,
  validation: validateEnvironment,
});
