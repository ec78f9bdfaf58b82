// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { resolve } from 'node:path';

/** The repository. */
export const root = resolve(__dirname, '../..');

interface Broker {
  bootstrapServers: Record<string, string[]>;
  stop(): Promise<void>;
}

export const { startKafka } = require(resolve(
  root,
  'scripts/lib/kafka-broker.mjs',
)) as { startKafka(from: { root: string }): Promise<Broker> };

export const { waitFor } = require(resolve(root, 'scripts/lib/wait.mjs')) as {
  waitFor<T>(
    what: string,
    probe: () => Promise<T | undefined | false>,
    options: {
      withinMs: number;
      everyMs?: number;
      giveUp?: () => string | undefined;
    },
  ): Promise<T>;
};
