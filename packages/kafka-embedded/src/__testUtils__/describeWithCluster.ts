// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { EmbeddedCluster } from '..';

/**
 * Suites that need the program. On a machine without Go and pip they are named as not run; where everything has to be
 * checked, they fail there.
 */
export const describeWithCluster =
  EmbeddedCluster.available().available || process.env.CI
    ? describe
    : describe.skip;
