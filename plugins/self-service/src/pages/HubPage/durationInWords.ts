// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** "14 days", "2 minutes", "5 seconds": roughly, in the largest unit that fits. */
export function durationInWords(seconds: number): string {
  const [unit, length] = UNITS.find(([, size]) => seconds >= size) ?? [
    'second',
    1,
  ];
  return new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(seconds / length);
}
