// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FairwayUnit } from './FairwayUnit';
import { fairwayUnitSchema } from './schema';
import { validateUnit } from './validateUnit';

/** `ui:field: FairwayUnit` */
export const fairwayUnitField = createFormField({
  name: 'FairwayUnit',
  component: FairwayUnit,
  schema: fairwayUnitSchema,
  validation: validateUnit,
});
