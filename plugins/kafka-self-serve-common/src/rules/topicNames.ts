// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Problem, problem } from '../problems';

/** Kafka's `Topic.MAX_NAME_LENGTH`. */
const MOST_CHARACTERS = 249;

/**
 * A topic name as Kafka's metrics see it: `.` and `_` are one. Two topics with
 * one folded name cannot be in one cluster.
 *
 * @public
 */
export function foldTopicName(name: string): string {
  return name.replaceAll('.', '_');
}

/**
 * Everything that is wrong with the name of a new topic
 * (`org.apache.kafka.common.internals.Topic`; names with `__` are ours to refuse).
 *
 * @public
 */
export function checkTopicName(options: {
  name: string;
  /** Every topic on the broker, whoever owns it. */
  existing?: Iterable<string>;
  /** Names that open requests of others ask for. */
  pending?: Iterable<string>;
}): Problem[] {
  const { name } = options;
  const where = { path: ['name'], value: name };
  const problems = spelling(name).map(code =>
    code === 'topic-name-characters'
      ? problem(code, { name, character: firstForeign(name) }, where)
      : code === 'topic-name-too-long'
      ? problem(code, { name, length: name.length }, where)
      : problem(code, { name }, where),
  );
  const folded = foldTopicName(name);
  for (const other of options.existing ?? []) {
    if (other === name) {
      problems.push(problem('topic-name-exists', { name }, where));
    } else if (foldTopicName(other) === folded) {
      problems.push(problem('topic-name-collides', { name, other }, where));
    }
  }
  for (const other of options.pending ?? []) {
    if (foldTopicName(other) === folded) {
      problems.push(problem('topic-name-pending', { name, other }, where));
    }
  }
  return problems;
}

const firstForeign = (name: string) =>
  Array.from(name).find(character => !/[a-zA-Z0-9._-]/.test(character)) ?? '';

function spelling(name: string) {
  if (name === '') return ['topic-name-empty'] as const;
  return [
    name.length > MOST_CHARACTERS && ('topic-name-too-long' as const),
    firstForeign(name) !== '' && ('topic-name-characters' as const),
    (name === '.' || name === '..') && ('topic-name-dots' as const),
    name.startsWith('__') && ('topic-name-internal' as const),
  ].filter(code => code !== false);
}
