// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FairwayDependency } from './FairwayDependency';
import { fairwayDependencySchema } from './schema';
import { validateDependency } from './validateDependency';

/** `ui:field: FairwayDependency` */
export const fairwayDependencyField = createFormField({
  name: 'FairwayDependency',
  component: FairwayDependency,
  schema: fairwayDependencySchema,
  validation: validateDependency,
});
