// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ObservedTopic,
  TopicConfigDefinition,
  TopicConfigDefinitions,
  TopicSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import fc from 'fast-check';

/** What somebody asks for: a new topic, or one that is there otherwise. */
export interface AskedTopic {
  operation: 'create' | 'change';
  spec: TopicSpec;
}

/** Values that are wrong for most types, or that only Java reads. */
const ODD_VALUES = [
  '',
  ' ',
  'abc',
  '-1',
  '-2',
  '0',
  '+1',
  ' 7 ',
  '007',
  '1.5',
  '1e3',
  '.5',
  'NaN',
  'Infinity',
  '0.5f',
  '0x10',
  '1_000',
  '١',
  'TRUE',
  'yes',
  'delete,,compact',
  'delete,delete',
  ' compact , delete ',
  'compact,archive',
  '0:1',
  '0:1,2',
  '*',
  '2147483648',
  '-9223372036854775809',
  '9223372036854775807',
];

const around = (...numbers: (number | undefined)[]) =>
  numbers.flatMap(number =>
    number === undefined ? [] : [number - 1, number, number + 1].map(String),
  );

function valueOf(definition: TopicConfigDefinition): fc.Arbitrary<string> {
  const { type, min, max, values = [], alsoAllowed = [] } = definition;
  const fitting = [
    ...(type === 'BOOLEAN' ? ['true', 'false', 'True'] : []),
    ...(type === 'DOUBLE'
      ? ['0', '0.5', '1', '1.01', '-0.01', 'NaN', '0.5f', '1e-2']
      : []),
    ...(type === 'INT' || type === 'LONG' ? around(min, max, 1_000_000) : []),
    ...values,
    ...alsoAllowed,
    ...(definition.default === undefined ? [] : [definition.default]),
  ];
  return fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom('1', ...fitting) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD_VALUES) },
  );
}

/** One config that the brokers know, with a value that may be wrong. */
function anyConfig(definitions: TopicConfigDefinitions) {
  return fc
    .constantFrom(...definitions.values())
    .chain(definition =>
      valueOf(definition).map(value => ({ [definition.name]: value })),
    );
}

const unknownConfig = fc
  .constantFrom('retention.minutes', 'Retention.ms', 'log.dirs', 'owner', '')
  .map(key => ({ [key]: '1' }));

/** Each alone is right, and together they may be wrong. */
const relatedConfigs = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 }))
    .map(([least, most]) => ({
      'min.compaction.lag.ms': String(least),
      'max.compaction.lag.ms': String(most),
    })),
  fc
    .constantFrom('1', '2', '3')
    .map(value => ({ 'min.insync.replicas': value })),
  fc
    .record({
      'remote.storage.enable': fc.constantFrom('true', 'false'),
      'local.retention.ms': fc.constantFrom('-2', '1000'),
      'remote.log.copy.disable': fc.constantFrom('true', 'false'),
    })
    .map(configs => ({ ...configs })),
);

function anyName(existing: readonly string[]): fc.Arbitrary<string> {
  const characters = fc.constantFrom(...'abzAZ09._-');
  const plain = fc.string({ unit: characters, minLength: 1, maxLength: 12 });
  const there = fc.constantFrom(...existing);
  return fc.oneof(
    { weight: 10, arbitrary: plain.map(end => `verdict-${end}`) },
    { weight: 2, arbitrary: there },
    { weight: 2, arbitrary: there.map(name => name.replace('.', '_')) },
    { weight: 1, arbitrary: there.map(name => name.replace('_', '.')) },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 248, max: 252 })
        .map(length => 'n'.repeat(length)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(plain, fc.constantFrom(' ', '/', 'é', ':', '\n', '😀', '*'))
        .map(parts => parts.join('')),
    },
    { weight: 1, arbitrary: fc.constantFrom('.', '..', '...', '.a') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('__', '__mine', '_mine', '__a.b'),
    },
    { weight: 1, arbitrary: fc.constant('') },
  );
}

function newTopic(
  definitions: TopicConfigDefinitions,
  existing: readonly string[],
): fc.Arbitrary<AskedTopic> {
  const configs = fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: anyConfig(definitions) },
        { weight: 1, arbitrary: unknownConfig },
        { weight: 3, arbitrary: relatedConfigs },
      ),
      { maxLength: 2 },
    )
    .map((parts): Record<string, string> => Object.assign({}, ...parts));
  const partitions = fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 50 }) },
    { weight: 1, arbitrary: fc.integer({ min: -2, max: 0 }) },
    { weight: 1, arbitrary: fc.integer({ min: 9_994, max: 10_002 }) },
  );
  const replicationFactor = fc.oneof(
    { weight: 8, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.integer({ min: -2, max: 0 }) },
    { weight: 1, arbitrary: fc.integer({ min: 2, max: 4 }) },
  );
  return fc
    .record({ name: anyName(existing), partitions, replicationFactor, configs })
    .map(spec => ({ operation: 'create' as const, spec }));
}

function changedTopic(
  definitions: TopicConfigDefinitions,
  topics: readonly ObservedTopic[],
): fc.Arbitrary<AskedTopic> {
  return fc.constantFrom(...topics).chain(topic =>
    fc
      .oneof(
        fc
          .oneof(
            fc.integer({ min: -1, max: 12 }),
            fc.integer({ min: 10_000, max: 10_010 }),
          )
          .map(partitions => ({ ...topic, partitions })),
        anyConfig(definitions).map(configs => ({
          ...topic,
          configs: { ...topic.configs, ...configs },
        })),
        relatedConfigs.map(configs => ({
          ...topic,
          configs: { ...topic.configs, ...configs },
        })),
      )
      .map(spec => ({ operation: 'change' as const, spec })),
  );
}

/** The same ones each time. */
export function askedTopics(options: {
  count: number;
  seed: number;
  definitions: TopicConfigDefinitions;
  topics: readonly ObservedTopic[];
}): AskedTopic[] {
  const { count, seed, definitions, topics } = options;
  const existing = topics.map(({ name }) => name);
  const asked = fc.oneof(
    { weight: 4, arbitrary: newTopic(definitions, existing) },
    { weight: 1, arbitrary: changedTopic(definitions, topics) },
  );
  return fc.sample(asked, { numRuns: count, seed });
}
