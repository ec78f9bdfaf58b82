// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Contender } from './contenders';
import type { World } from './world';

/** A contender is asked for so long, or so often, whichever comes first. */
const MOST_MS = 1_500;
const MOST_CALLS = 100_000;
const LOADS = 7;
/** How many answers are checked at least, of the slowest too. */
const CHECKED = 300;

export interface Result {
  name: string;
  /** Median of several loads in one process. */
  loadMs: number;
  /** The quickest of them. */
  leastLoadMs: number;
  perSecond: number;
  p50Us: number;
  p99Us: number;
  checked: number;
}

export const quantile = (sorted: ArrayLike<number>, share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** Loads, warms up while it checks the answers, then times call by call and, apart, all together. */
export async function measure(
  contender: Contender,
  world: World,
): Promise<Result> {
  const source = contender.source(world);
  const loads: number[] = [];
  let prepare: Awaited<ReturnType<Contender['load']>> | undefined;
  const loadUntil = performance.now() + MOST_MS;
  for (let load = 0; load < LOADS && performance.now() < loadUntil; load++) {
    const start = performance.now();
    prepare = await contender.load(source);
    loads.push(performance.now() - start);
  }
  loads.sort((one, other) => one - other);
  const ask = prepare!(world);
  const { length } = world.questions;

  let checked = 0;
  const checkUntil = performance.now() + MOST_MS;
  while (
    checked < CHECKED ||
    (checked < MOST_CALLS && performance.now() < checkUntil)
  ) {
    const number = checked++ % length;
    if (ask(number) !== world.truth[number]) {
      throw new Error(
        `${contender.name} answers ${!world.truth[number]} to ${JSON.stringify(
          world.questions[number],
        )}`,
      );
    }
  }

  const times: number[] = [];
  const timeUntil = performance.now() + MOST_MS;
  for (let call = 0; call < MOST_CALLS; call++) {
    const start = performance.now();
    ask(call % length);
    const end = performance.now();
    times.push(end - start);
    if (end > timeUntil) break;
  }
  const start = performance.now();
  let calls = 0;
  // The clock is read seldom, so that it does not count.
  while (calls < MOST_CALLS && performance.now() - start < MOST_MS) {
    const until = Math.min(
      calls + (times.length < 10_000 ? 10 : 1_000),
      MOST_CALLS,
    );
    for (; calls < until; calls++) ask(calls % length);
  }
  const tookMs = performance.now() - start;

  const sorted = Float64Array.from(times).sort();
  return {
    name: contender.name,
    loadMs: quantile(loads, 0.5),
    leastLoadMs: loads[0],
    perSecond: (calls / tookMs) * 1_000,
    p50Us: quantile(sorted, 0.5) * 1_000,
    p99Us: quantile(sorted, 0.99) * 1_000,
    checked,
  };
}
