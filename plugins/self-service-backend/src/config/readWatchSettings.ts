// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Config, readDurationFromConfig } from '@backstage/config';
import type { HumanDuration } from '@backstage/types';
import { at } from './at';

/** How pull requests of open requests are watched. */
export interface WatchSettings {
  /** Time between two looks at the host, the net below its webhooks. */
  frequency: HumanDuration;
}

export function readWatchSettings(config: Config): WatchSettings {
  const key = 'selfService.watch.frequency';
  return {
    frequency: config.has(key)
      ? at(key, () => readDurationFromConfig(config, { key }))
      : { seconds: 30 },
  };
}
