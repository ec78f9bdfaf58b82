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
  const problems = checkSpelling(name);
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

function checkSpelling(name: string): Problem[] {
  const where = { path: ['name'], value: name };
  if (name === '') return [problem('topic-name-empty', {}, where)];
  const problems: Problem[] = [];
  if (name.length > MOST_CHARACTERS) {
    const values = { name, length: name.length };
    problems.push(problem('topic-name-too-long', values, where));
  }
  const character = Array.from(name).find(c => !/[a-zA-Z0-9._-]/.test(c));
  if (character !== undefined) {
    const values = { name, character };
    problems.push(problem('topic-name-characters', values, where));
  }
  if (name === '.' || name === '..') {
    problems.push(problem('topic-name-dots', { name }, where));
  }
  if (name.startsWith('__')) {
    problems.push(problem('topic-name-internal', { name }, where));
  }
  return problems;
}
