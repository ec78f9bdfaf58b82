// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['week', 7 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
];

/** "3 hours ago", "yesterday", "in 2 days"; everything under a minute is "now". */
export function formatRelative(options: {
  /** Milliseconds since the epoch. */
  time: number;
  now: number;
  language?: string;
}): string {
  const { time, now, language } = options;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const seconds = (time - now) / 1000;
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  if (!step) return format.format(0, 'second');
  const [unit, size] = step;
  return format.format(Math.trunc(seconds / size), unit);
}
