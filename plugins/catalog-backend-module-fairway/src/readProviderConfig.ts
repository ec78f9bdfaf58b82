// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';

const KEY = 'catalog.providers.fairway';
const DEFAULT_PLUGINS = ['self-service', 'ownership'];

export interface ProviderSettings {
  /** Ids of the backend plugins that are asked. */
  plugins: string[];
  schedule: SchedulerServiceTaskScheduleDefinition;
}

/** Everything may be left out. */
export function readProviderConfig(config: Config): ProviderSettings {
  const settings = config.getOptionalConfig(KEY);
  const schedule = settings?.has('schedule')
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
        settings.getConfig('schedule'),
      )
    : { frequency: { seconds: 60 }, timeout: { seconds: 30 } };
  return {
    plugins: [
      ...new Set(
        settings?.getOptionalStringArray('plugins') ?? DEFAULT_PLUGINS,
      ),
    ],
    // Each replica looks for itself: whichever put something into the catalog that is over takes it out again.
    schedule: { ...schedule, scope: 'local' },
  };
}
