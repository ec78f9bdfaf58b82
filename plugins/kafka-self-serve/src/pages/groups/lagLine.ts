// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { LagPoint } from '@fairway/backstage-plugin-kafka-self-serve-common';

/** Lag over time as it is drawn and told. */
export interface LagLine {
  /** `x,y` for a polyline; the time goes to the right, no lag is at the bottom. */
  points: string;
  first: string;
  last: string;
  most: string;
}

/** Undefined for fewer than two readings, which are no line. Lag is wider than a JavaScript number: only its place is rounded. */
export function lagLine(
  history: readonly LagPoint[],
  size: { width: number; height: number },
): LagLine | undefined {
  if (history.length < 2) return undefined;
  const times = history.map(({ at }) => Date.parse(at));
  const lags = history.map(({ lag }) => BigInt(lag));
  const most = lags.reduce((one, other) => (one > other ? one : other));
  const start = times[0];
  const span = Math.max(1, times[times.length - 1] - start);
  const points = history.map((_, index) => {
    const x = ((times[index] - start) / span) * size.width;
    const share = most === 0n ? 0 : Number(lags[index]) / Number(most);
    return `${x.toFixed(1)},${((1 - share) * size.height).toFixed(1)}`;
  });
  return {
    points: points.join(' '),
    first: history[0].lag,
    last: history[history.length - 1].lag,
    most: String(most),
  };
}
