// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { describedTopicConfigs, KAFKA_TOPIC_CONFIGS } from './definitions';
import { configValueFault, normaliseConfigValue } from './values';

const fault = (key: string, value: string) =>
  configValueFault(KAFKA_TOPIC_CONFIGS.get(key)!, value);

describe('the topic configs of Kafka', () => {
  it('are the 37 that a broker describes, each with a default that is valid', () => {
    expect(KAFKA_TOPIC_CONFIGS.size).toBe(37);
    for (const [key, definition] of KAFKA_TOPIC_CONFIGS) {
      expect([key, configValueFault(definition, definition.default!)]).toEqual([
        key,
        undefined,
      ]);
      expect(definition.description).toMatch(/^[A-Z][^<>]+\.$/);
    }
  });

  it.each([
    ['retention.ms', '-1'],
    ['retention.ms', '9223372036854775807'],
    ['retention.ms', ' 5 '],
    ['retention.bytes', '-5'],
    ['max.message.bytes', '2147483647'],
    ['cleanup.policy', ''],
    ['cleanup.policy', 'delete, compact'],
    ['cleanup.policy', 'compact,compact'],
    ['retention.ms', '+5'],
    ['retention.ms', '007'],
    ['min.cleanable.dirty.ratio', '.5'],
    ['min.cleanable.dirty.ratio', '1.'],
    ['compression.type', 'zstd'],
    ['compression.gzip.level', '-1'],
    ['compression.gzip.level', '9'],
    ['compression.zstd.level', '-131072'],
    ['min.cleanable.dirty.ratio', '0.5'],
    ['min.cleanable.dirty.ratio', '1e-1'],
    ['preallocate', 'TRUE'],
    ['leader.replication.throttled.replicas', '*'],
    ['leader.replication.throttled.replicas', '0:1, 1:2'],
  ])('take %s = "%s"', (key, value) => {
    expect(fault(key, value)).toBeUndefined();
  });

  it.each([
    ['retention.ms', '-2', 'has to be at least -1'],
    ['retention.ms', '9223372036854775808', /at most 9223372036854775807/],
    ['retention.ms', '1e3', 'has to be a whole number'],
    ['retention.ms', '', 'has to be a whole number'],
    ['retention.ms', '7 days', 'has to be a whole number'],
    ['max.message.bytes', '2147483648', /at most 2147483647/],
    ['segment.bytes', '1024', 'has to be at least 1048576'],
    ['cleanup.policy', 'delete,', 'has an empty item'],
    ['cleanup.policy', 'none', 'has to be a list of compact, delete'],
    ['compression.type', 'GZIP', /^has to be one of uncompressed, zstd/],
    ['compression.gzip.level', '0', 'has to be from 1 to 9, or -1'],
    ['min.cleanable.dirty.ratio', '1.01', 'has to be from 0 to 1'],
    ['min.cleanable.dirty.ratio', 'NaN', 'has to be a number'],
    ['preallocate', 'yes', 'has to be true or false'],
    ['leader.replication.throttled.replicas', '*,0:1', /^has to be "\*" or/],
  ])('do not take %s = "%s"', (key, value, words) => {
    expect(fault(key, value)).toMatch(words);
  });

  it('have one spelling for values that mean the same', () => {
    const same = (key: string, value: string) =>
      normaliseConfigValue(KAFKA_TOPIC_CONFIGS.get(key), value);
    expect(same('cleanup.policy', 'delete, compact')).toBe('compact,delete');
    expect(same('cleanup.policy', 'compact,compact')).toBe('compact');
    expect(same('retention.ms', '+007')).toBe('7');
    expect(same('retention.ms', '-1')).toBe('-1');
    expect(same('preallocate', ' TRUE')).toBe('true');
    expect(same('retention.ms', ' 86400000 ')).toBe('86400000');
    expect(same('min.cleanable.dirty.ratio', '0.50')).toBe('0.5');
    expect(normaliseConfigValue(undefined, ' as it is ')).toBe(' as it is ');
  });
});

describe('the topic configs of one broker', () => {
  it('are the keys that it describes, with its own defaults', () => {
    const definitions = describedTopicConfigs([
      { name: 'min.insync.replicas', type: 'INT', default: '2' },
      { name: 'of.tomorrow.ms', type: 'LONG', default: '7' },
      { name: 'retention.ms' },
    ]);
    expect([...definitions.keys()]).toEqual([
      'min.insync.replicas',
      'of.tomorrow.ms',
      'retention.ms',
    ]);
    expect(definitions.get('min.insync.replicas')).toMatchObject({
      default: '2',
      min: 1,
    });
    expect(definitions.get('retention.ms')?.default).toBe('604800000');
    const tomorrow = definitions.get('of.tomorrow.ms')!;
    expect(configValueFault(tomorrow, '5')).toBeUndefined();
    expect(configValueFault(tomorrow, 'x')).toBe('has to be a whole number');
  });
});
