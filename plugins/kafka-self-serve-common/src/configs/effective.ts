// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TopicConfigs } from '../model/environment';
import { KAFKA_TOPIC_CONFIGS } from './definitions';
import type { TopicConfigDefinitions } from './types';
import { normaliseConfigValue } from './values';

/**
 * A config as it holds for a topic: the override, or what the broker does
 * without one. Normalised; undefined when neither is known.
 *
 * @public
 */
export function effectiveConfig(
  options: { configs: TopicConfigs; definitions?: TopicConfigDefinitions },
  key: string,
): string | undefined {
  const { configs, definitions = KAFKA_TOPIC_CONFIGS } = options;
  const definition = definitions.get(key);
  const value = Object.hasOwn(configs, key)
    ? configs[key]
    : definition?.default;
  return value === undefined
    ? undefined
    : normaliseConfigValue(definition, value);
}

/** Whether a topic with these overrides is compacted. @public */
export function isCompacted(options: {
  configs: TopicConfigs;
  definitions?: TopicConfigDefinitions;
}): boolean {
  const policy = effectiveConfig(options, 'cleanup.policy') ?? '';
  return policy.split(',').includes('compact');
}
