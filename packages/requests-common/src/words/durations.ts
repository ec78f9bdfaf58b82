// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/**
 * Milliseconds as text in the largest unit that says it whole: `7 days`; undefined for what is no number, or no limit (-1).
 *
 * @public
 */
export function wordsOfMilliseconds(
  text: string,
  language?: string,
): string | undefined {
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) return undefined;
  const [unit, size] =
    UNITS.find(([, each]) => value >= each && value % each === 0) ??
    (['millisecond', 1] as const);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(value / size);
}
