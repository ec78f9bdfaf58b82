// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { codes } from '../__testUtils__/examples';
import { describedTopicConfigs } from '../configs/definitions';
import { checkConfigs, type ConfigsCheck } from './configs';

const check = (
  configs: Record<string, string>,
  rest: Partial<ConfigsCheck> = {},
) => checkConfigs({ configs, replicationFactor: 3, ...rest });

describe('checkConfigs', () => {
  it('reports every key and value together, each at its place', () => {
    const found = check({
      'retention.ms': 'a week',
      'retenton.bytes': '5',
      'cleanup.policy': 'delete',
      nonsense: '1',
    });
    expect(found.map(({ code, path }) => [code, path[1]])).toEqual([
      ['config-value-invalid', 'retention.ms'],
      ['config-unknown', 'retenton.bytes'],
      ['config-unknown', 'nonsense'],
    ]);
    expect(found[0].message).toBe(
      'The config retention.ms cannot be "a week": it has to be a whole number. Correct the value.',
    );
    expect(found[1].next).toBe('Did you mean retention.bytes?');
    expect(found[2].next).toBe(
      'Leave it out, or use a config that the environment lists.',
    );
  });

  it('knows keys by the cluster alone, and none by the language', () => {
    const definitions = describedTopicConfigs([{ name: 'retention.ms' }]);
    const keys = { 'retention.ms': '5', 'segment.ms': '5' };
    expect(codes(check(keys, { definitions }))).toEqual(['config-unknown']);
    expect(codes(check({ constructor: '1' }))).toEqual(['config-unknown']);
  });

  it.each([
    [3, '4', ['min-insync-above-replication']],
    [3, '3', ['min-insync-equals-replication']],
    [3, '2', []],
    [1, '1', []],
    [1, '2', ['min-insync-above-replication']],
  ])('with %p replicas and %p in sync reports %p', (replicas, value, found) => {
    const configs = { 'min.insync.replicas': value };
    expect(codes(check(configs, { replicationFactor: replicas }))).toEqual(
      found,
    );
  });

  it("compares the broker's own min.insync.replicas with the replication factor", () => {
    const definitions = describedTopicConfigs([
      { name: 'min.insync.replicas', default: '2' },
    ]);
    const found = check({}, { definitions, replicationFactor: 1 });
    expect(found).toMatchObject([
      { code: 'min-insync-above-replication', path: ['replicationFactor'] },
    ]);
  });

  it('keeps the two lags of compaction in order', () => {
    const lags = (min: string, max: string) =>
      codes(
        check({ 'min.compaction.lag.ms': min, 'max.compaction.lag.ms': max }),
      );
    expect(lags('5', '5')).toEqual([]);
    expect(lags('9223372036854775807', '9223372036854775806')).toEqual([
      'config-compaction-lag',
    ]);
  });
});

describe('tiered storage', () => {
  const tiered = (configs: Record<string, string>, has = true) =>
    codes(
      check(
        { 'remote.storage.enable': 'true', ...configs },
        { tieredStorage: has },
      ),
    );

  it('needs a cluster that has it', () => {
    expect(tiered({}, false)).toEqual(['config-tiered-storage-unavailable']);
    expect(tiered({})).toEqual([]);
    const off = { 'remote.storage.enable': 'false' };
    expect(codes(check(off))).toEqual([]);
  });

  it('takes no compacted topic', () => {
    expect(tiered({ 'cleanup.policy': 'compact' })).toEqual([
      'config-tiered-storage-compacted',
    ]);
    expect(tiered({ 'cleanup.policy': '' })).toEqual([]);
  });

  it.each([
    [{ 'local.retention.ms': '5', 'retention.ms': '4' }, 1],
    [{ 'local.retention.ms': '-1', 'retention.ms': '4' }, 1],
    [{ 'local.retention.ms': '-1', 'retention.ms': '-1' }, 0],
    [{ 'local.retention.ms': '4', 'retention.ms': '4' }, 0],
    [{ 'local.retention.ms': '-2', 'retention.ms': '4' }, 0],
    [{ 'local.retention.bytes': '5', 'retention.bytes': '4' }, 1],
  ])('keeps local data within all data: %p', (configs, faults) => {
    expect(tiered(configs)).toEqual(
      Array.from({ length: faults }, () => 'config-local-retention'),
    );
  });

  it('copies before local data goes', () => {
    expect(
      tiered({ 'remote.copy.lag.ms': '5', 'local.retention.ms': '4' }),
    ).toEqual(['config-copy-lag']);
    expect(tiered({ 'remote.copy.lag.ms': '5', 'retention.ms': '4' })).toEqual([
      'config-copy-lag',
    ]);
    expect(tiered({ 'remote.copy.lag.bytes': '5' })).toEqual([]);
  });

  it('that copies nothing more keeps local data as long as all data', () => {
    const frozen = { 'remote.log.copy.disable': 'true', 'retention.ms': '9' };
    expect(tiered(frozen)).toEqual([]);
    expect(tiered({ ...frozen, 'local.retention.ms': '8' })).toEqual([
      'config-copy-disabled-retention',
    ]);
  });

  it('is not turned off while remote data is kept', () => {
    const current = { 'remote.storage.enable': 'true' };
    const off = (configs: Record<string, string>) =>
      codes(check(configs, { current, tieredStorage: true }));
    expect(off({})).toEqual(['config-tiered-storage-disable']);
    expect(off({ 'remote.log.delete.on.disable': 'true' })).toEqual([]);
  });
});
