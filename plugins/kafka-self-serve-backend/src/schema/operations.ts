// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type ApiOperation, REQUEST_OPERATIONS } from '@fairway/requests-node';
import { CHANGES } from './changes';
import { READS } from './reads';

/** Every route of the plugin; types of answers are those of kafka-self-serve-common and requests-common. */
export const OPERATIONS: readonly ApiOperation[] = [
  ...REQUEST_OPERATIONS,
  ...READS,
  ...CHANGES,
];
