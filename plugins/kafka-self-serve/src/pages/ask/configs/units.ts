// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TopicConfigDefinition } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { wordsOfMilliseconds } from '../../../words';

/** Sizes of units in what Kafka keeps: milliseconds and bytes. The largest first. */
const UNITS = {
  milliseconds: [
    ['days', 86_400_000n],
    ['hours', 3_600_000n],
    ['minutes', 60_000n],
    ['seconds', 1_000n],
    ['milliseconds', 1n],
  ],
  bytes: [
    ['GiB', 1_073_741_824n],
    ['MiB', 1_048_576n],
    ['KiB', 1_024n],
    ['bytes', 1n],
  ],
} as const;

export type UnitName = (typeof UNITS)[keyof typeof UNITS][number][0];

/** The units that a config can be written in; none where it has no unit of time or size. */
export function unitsOf({
  unit,
}: Pick<TopicConfigDefinition, 'unit'>): UnitName[] {
  return unit === 'milliseconds' || unit === 'bytes'
    ? UNITS[unit].map(([name]) => name)
    : [];
}

function sizeOf(name: UnitName): bigint {
  const all: readonly (readonly [UnitName, bigint])[] = [
    ...UNITS.milliseconds,
    ...UNITS.bytes,
  ];
  return all.find(([each]) => each === name)![1];
}

const WHOLE = /^\d{1,19}$/;

/** A value in the largest unit that says it whole: `7 days`; what is no number stays as it is. */
export function split(
  definition: Pick<TopicConfigDefinition, 'unit'>,
  value: string,
): { amount: string; unit?: UnitName } {
  const units = unitsOf(definition);
  if (units.length === 0) return { amount: value };
  const smallest = units[units.length - 1];
  if (!WHOLE.test(value)) return { amount: value, unit: smallest };
  const number = BigInt(value);
  const unit =
    number === 0n
      ? smallest
      : units.find(each => number % sizeOf(each) === 0n) ?? smallest;
  return { amount: String(number / sizeOf(unit)), unit };
}

/** An amount of a unit as Kafka keeps it; what is no whole number stays as it is, for the rules to refuse. */
export function join(amount: string, unit: UnitName | undefined): string {
  const text = amount.trim();
  return unit && WHOLE.test(text) ? String(BigInt(text) * sizeOf(unit)) : text;
}

/** `604800000` as `7 days`, for people. */
export function inUnits(
  definition: Pick<TopicConfigDefinition, 'unit' | 'unlimited'> | undefined,
  value: string,
): string {
  if (!definition) return value;
  if (definition.unit === 'milliseconds') {
    return wordsOfMilliseconds(value) ?? value;
  }
  const { amount, unit } = split(definition, value);
  return unit && WHOLE.test(value) ? `${amount} ${unit}` : value;
}
