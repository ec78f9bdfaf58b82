// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  applicationStates,
  describeStates,
  environmentStates,
  listStates,
  policyStates,
  resourceStates,
} from '../__testUtils__/states';

describeStates([
  ...environmentStates,
  ...policyStates,
  ...applicationStates,
  ...listStates,
  ...resourceStates,
]);
