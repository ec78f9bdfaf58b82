// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { effectiveConfig } from '../configs/effective';
import { type Problem, problem } from '../problems';
import type { ConfigsCheck } from './configs';

const DIMENSIONS = ['ms', 'bytes'] as const;

/**
 * What `LogConfig` checks of a topic with tiered storage: local data is a part
 * of all data, and what waits to be copied is a part of local data. -2 stands
 * for "as the other one", -1 for "no limit".
 */
export function checkTieredStorage(options: ConfigsCheck): Problem[] {
  const { configs, current = {}, tieredStorage = false } = options;
  const read = (key: string) => effectiveConfig(options, key);
  const key = 'remote.storage.enable';
  const where = { path: ['configs', key], value: configs[key] };
  if (read(key) !== 'true') {
    const wasEnabled =
      effectiveConfig({ ...options, configs: current }, key) === 'true';
    return wasEnabled && read('remote.log.delete.on.disable') !== 'true'
      ? [problem('config-tiered-storage-disable', { value: 'false' }, where)]
      : [];
  }
  if (!tieredStorage) {
    const values = { value: 'true' };
    return [problem('config-tiered-storage-unavailable', values, where)];
  }
  const policy = read('cleanup.policy') ?? '';
  return [
    ...(policy === '' || policy === 'delete'
      ? []
      : [problem('config-tiered-storage-compacted', { value: policy }, where)]),
    ...DIMENSIONS.flatMap(dimension => [
      ...checkLocal(options, dimension),
      ...checkCopyLag(options, dimension),
      ...checkReadOnly(options, dimension),
    ]),
  ];
}

type Dimension = (typeof DIMENSIONS)[number];

function retention(options: ConfigsCheck, dimension: Dimension) {
  const read = (key: string) => BigInt(effectiveConfig(options, key) ?? '-2');
  return {
    overall: read(`retention.${dimension}`),
    local: read(`local.retention.${dimension}`),
    lag: read(`remote.copy.lag.${dimension}`),
  };
}

function checkLocal(options: ConfigsCheck, dimension: Dimension): Problem[] {
  const { overall, local } = retention(options, dimension);
  if (overall < 0n || local === -2n) return [];
  if (local !== -1n && local <= overall) return [];
  const key = `local.retention.${dimension}`;
  const value = String(local);
  return [
    problem(
      'config-local-retention',
      { key, value, overall: `retention.${dimension}`, limit: String(overall) },
      { path: ['configs', key], value },
    ),
  ];
}

function checkCopyLag(options: ConfigsCheck, dimension: Dimension): Problem[] {
  const { overall, local, lag } = retention(options, dimension);
  const limit = local === -2n ? overall : local;
  if (lag <= 0n || limit < 0n || lag <= limit) return [];
  const key = `remote.copy.lag.${dimension}`;
  const value = String(lag);
  return [
    problem(
      'config-copy-lag',
      {
        key,
        value,
        other: `local.retention.${dimension}`,
        limit: String(limit),
      },
      { path: ['configs', key], value },
    ),
  ];
}

function checkReadOnly(options: ConfigsCheck, dimension: Dimension): Problem[] {
  const { overall, local } = retention(options, dimension);
  const readOnly = effectiveConfig(options, 'remote.log.copy.disable');
  if (readOnly !== 'true' || local === -2n || local === overall) return [];
  const key = `local.retention.${dimension}`;
  const value = String(local);
  return [
    problem(
      'config-copy-disabled-retention',
      {
        key,
        value,
        other: `retention.${dimension}`,
        expected: String(overall),
      },
      { path: ['configs', key], value },
    ),
  ];
}
