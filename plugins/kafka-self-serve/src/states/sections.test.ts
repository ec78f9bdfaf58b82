// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { describeStates, sectionStates } from '../__testUtils__/states';

describeStates(sectionStates);
