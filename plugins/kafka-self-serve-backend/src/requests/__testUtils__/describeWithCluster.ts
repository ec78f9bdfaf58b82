// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { EmbeddedCluster } from '@fairway/kafka-embedded';

// Where everything has to be checked, a program that was not built is a failure.
export const describeWithCluster =
  EmbeddedCluster.available().available || process.env.CI
    ? describe
    : describe.skip;
