// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import path from 'node:path';
import {
  build,
  isUpToDate,
} from '../../packages/kafka-embedded/scripts/build.mjs';
import { withProgress } from './progress.mjs';

const USUALLY_MS = 40_000;

/** Builds the embedded Kafka cluster when its sources have changed; without Go and pip it says so and goes on. */
export async function buildKafka({ root, say }) {
  if (isUpToDate()) return;
  const result = await withProgress(
    {
      root,
      say,
      step: 'kafka',
      title: 'Building the embedded Kafka cluster',
      usuallyMs: USUALLY_MS,
    },
    () => build({ tools: path.join(root, '.tools'), say }),
  );
  if (!result.available)
    say(`No embedded Kafka cluster: ${result.reason} ${result.remedy}`);
}
