// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  describeStates,
  driftStates,
  partStates,
  requestStates,
} from '../__testUtils__/states';

describeStates([...requestStates, ...driftStates, ...partStates]);
