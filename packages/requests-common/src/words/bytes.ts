// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Bytes in the unit that people say: `1.5 GB`. @public */
export function wordsOfBytes(bytes: number, language?: string): string {
  const power = Math.min(
    UNITS.length - 1,
    bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3),
  );
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: UNITS[power],
    // "kB", but "bytes": the short form has no plural.
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
}
