// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import type { RequestEngineOptions } from '@fairway/requests-node';
import { at, invalid } from './at';

/** How the steps of requests are worked off; the engine knows the defaults. */
export type WorkerSettings = Pick<
  RequestEngineOptions,
  'leaseMilliseconds' | 'pollMilliseconds' | 'stepLimitMilliseconds' | 'retries'
>;

/** @throws InputError `config-invalid` with the name of the key */
export function readWorkerSettings(config: Config): WorkerSettings {
  const read = (name: string) => {
    const key = `selfService.worker.${name}`;
    if (!config.has(key)) return undefined;
    const milliseconds = at(key, () =>
      durationToMilliseconds(readDurationFromConfig(config, { key })),
    );
    if (!(milliseconds > 0)) throw invalid(key, 'it is not longer than 0');
    return milliseconds;
  };
  const firstPauseMilliseconds = read('retryPause');
  return {
    leaseMilliseconds: read('lease'),
    pollMilliseconds: read('poll'),
    stepLimitMilliseconds: read('stepLimit'),
    ...(firstPauseMilliseconds && { retries: { firstPauseMilliseconds } }),
  };
}
