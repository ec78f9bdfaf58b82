// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Config, readDurationFromConfig } from '@backstage/config';
import type { HumanDuration } from '@backstage/types';
import { at } from './at';

/** How ends of resources are looked after. */
export interface LifetimeSettings {
  /** Time between two looks. */
  every: HumanDuration;
  /** Time between two comparisons with what is in Git. */
  reconcile: HumanDuration;
}

/** @throws InputError `config-invalid` with the name of the key */
export function readLifetimeSettings(config: Config): LifetimeSettings {
  const read = (name: string, usual: HumanDuration) => {
    const key = `selfService.lifetimes.${name}`;
    return config.has(key)
      ? at(key, () => readDurationFromConfig(config, { key }))
      : usual;
  };
  return {
    every: read('every', { minutes: 1 }),
    reconcile: read('reconcile', { minutes: 5 }),
  };
}
