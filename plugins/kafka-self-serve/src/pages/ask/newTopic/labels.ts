// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  parsePayload,
  type Problem,
  problem,
  type TopicCreatePayload,
} from '@fairway/backstage-plugin-kafka-self-serve-common';

/** A label as it is filled in. */
export interface LabelDraft {
  /** For React: rows come and go. */
  key: number;
  name: string;
  value: string;
}

const isFilled = ({ name, value }: LabelDraft) =>
  name.trim() !== '' || value.trim() !== '';

/** What is asked for; rows that nobody wrote in are none. */
export function labelsOf(
  drafts: readonly LabelDraft[],
): Record<string, string> | undefined {
  const filled = drafts.filter(isFilled);
  return filled.length === 0
    ? undefined
    : Object.fromEntries(
        filled.map(({ name, value }) => [name.trim(), value.trim()]),
      );
}

/** What is wrong with labels: what the server would not read, and a name that two of them have. */
export function checkLabels(
  topic: TopicCreatePayload,
  drafts: readonly LabelDraft[],
): Problem[] {
  const parsed = parsePayload('kafka.topic', topic);
  const names = drafts.filter(isFilled).map(({ name }) => name.trim());
  const twice = new Set(
    names.filter((name, index) => names.indexOf(name) !== index),
  );
  return [
    ...(parsed.success
      ? []
      : parsed.problems.filter(({ path }) => path[0] === 'labels')),
    ...[...twice].map(name =>
      problem(
        'payload-invalid',
        { path: 'labels', value: name, reason: 'two labels have this name' },
        { path: ['labels', name], value: name },
      ),
    ),
  ];
}
