// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { FieldChange } from '@fairway/requests-common';
import type {
  KafkaPlan,
  Problem,
} from '@fairway/backstage-plugin-kafka-self-serve-common';

/** Problems, one on each line: `desired.topics[0].partitions: error partitions-decrease: why and what next`. */
export function wordsOfProblems(problems: readonly Problem[]): string[] {
  return problems.map(({ path, severity, code, message }) => {
    const word = severity === 'warn' ? 'warning' : 'error';
    const place = placeOf(path);
    return `${place && `${place}: `}${word} ${code}: ${message}`;
  });
}

function placeOf(path: Problem['path']): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`;
      if (!/^[\w-]+$/.test(part)) return `["${part}"]`;
      return index === 0 ? part : `.${part}`;
    })
    .join('');
}

/** The steps in order, the fields that they change, and the risks. */
export function wordsOfPlan({ steps, changes, risks }: KafkaPlan): string[] {
  if (steps.length === 0) return ['Nothing to do: all is as desired.'];
  return [
    ...steps.map(
      ({ title, irreversible }, index) =>
        `${index + 1}. ${title}${irreversible ? ' (cannot be undone)' : ''}`,
    ),
    ...wordsOfChanges(changes),
    ...risks.map(({ level, message }) => `risk, ${level}: ${message}`),
    `${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`,
  ];
}

/** Fields before and after; the sentence about an access says it all. */
export function wordsOfChanges(changes: readonly FieldChange[]): string[] {
  return changes
    .filter(({ path }) => !path.startsWith('access '))
    .map(
      ({ path, before = 'nothing', after = 'nothing' }) =>
        `   ${path}: ${before} -> ${after}`,
    );
}

/** Lines on stdout. */
export function print(lines: readonly string[]): void {
  if (lines.length) process.stdout.write(`${lines.join('\n')}\n`);
}

/** JSON on stdout. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
}
