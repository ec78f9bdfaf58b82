// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';

const KEY = 'search.collators.kafka';

export interface CollatorSettings {
  /** Address of a topic's page with `:environment` and `:name`. */
  locationTemplate: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
}

/** Everything may be left out. */
export function readCollatorConfig(config: Config): CollatorSettings {
  const settings = config.getOptionalConfig(KEY);
  return {
    locationTemplate:
      settings?.getOptionalString('locationTemplate') ??
      '/kafka/topics/:environment/:name',
    schedule: settings?.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          settings.getConfig('schedule'),
        )
      : {
          frequency: { minutes: 10 },
          timeout: { minutes: 5 },
          // The Kafka backend has to be there, and to have seen its clusters once.
          initialDelay: { seconds: 15 },
        },
  };
}
