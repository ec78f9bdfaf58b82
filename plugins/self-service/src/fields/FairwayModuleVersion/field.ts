// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FairwayModuleVersion } from './FairwayModuleVersion';
import { fairwayModuleVersionSchema } from './schema';
import { validateModuleVersion } from './validateModuleVersion';

/** `ui:field: FairwayModuleVersion` */
export const fairwayModuleVersionField = createFormField({
  name: 'FairwayModuleVersion',
  component: FairwayModuleVersion,
  schema: fairwayModuleVersionSchema,
  validation: validateModuleVersion,
});
