// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ListTimes } from './lists';
import type { Growth } from './memory';

/** Of the largest count. */
export const TARGETS = {
  pageP95Ms: 20,
  syncMs: 700,
  importMs: 5_000,
  memoryMiB: 150,
};

export interface Result {
  topics: number;
  syncMs: number;
  lists: ListTimes[];
  importMs: number;
  scanMs: number;
  driftMs: number;
  /** What the backend had before its first sync. */
  emptyMiB: number;
  /** More than that, after each part. */
  memory: Record<string, Growth>;
  /** The most that was resident. */
  memoryMiB: number;
  appliedPerSecond: number;
}

export interface Report {
  results: Result[];
  pageP95Ms: number;
  targets: typeof TARGETS;
  reached: Record<'page' | 'sync' | 'import' | 'memory', boolean>;
}

export function reportOf(results: Result[]): Report {
  const last = results.at(-1)!;
  const pageP95Ms = Math.max(...last.lists.map(({ p95Ms }) => p95Ms));
  return {
    results,
    pageP95Ms,
    targets: TARGETS,
    reached: {
      page: pageP95Ms <= TARGETS.pageP95Ms,
      sync: last.syncMs <= TARGETS.syncMs,
      import: last.importMs <= TARGETS.importMs,
      memory: last.memoryMiB <= TARGETS.memoryMiB,
    },
  };
}

export function toText({ results, pageP95Ms, reached }: Report): string {
  const yes = (is: boolean) => (is ? 'reached' : 'NOT reached');
  const last = results.at(-1)!;
  return [
    'Kafka over HTTP on Apache Kafka; all answers checked',
    ...results.flatMap(each => [
      `\n${each.topics.toLocaleString('en-GB')} topics`,
      ...each.lists.map(
        ({ question, p50Ms, p95Ms }) =>
          `  ${question}: p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(
            1,
          )} ms`,
      ),
      `  sync ${each.syncMs.toFixed(0)} ms, import ${each.importMs.toFixed(
        0,
      )} ms, drift scan ${each.scanMs.toFixed(
        0,
      )} ms, drift page ${each.driftMs.toFixed(
        0,
      )} ms, memory ${each.memoryMiB.toFixed(
        0,
      )} MiB more, ${each.appliedPerSecond.toFixed(
        1,
      )} topics a second from request to read-back`,
      `  ${each.emptyMiB.toFixed(0)} MiB when empty; more than that:`,
      ...Object.entries(each.memory).map(
        ([part, { resident, heap, external, peak }]) =>
          `  ${part}: at most ${peak.toFixed(
            0,
          )} MiB, and then ${resident.toFixed(0)} MiB, of which ${heap.toFixed(
            0,
          )} MiB of heap and ${external.toFixed(0)} MiB of buffers are in use`,
      ),
    ]),
    `\nSlowest page p95 ${pageP95Ms.toFixed(1)} ms, at most ${
      TARGETS.pageP95Ms
    }: ${yes(reached.page)}`,
    `Sync ${last.syncMs.toFixed(0)} ms, at most ${TARGETS.syncMs}: ${yes(
      reached.sync,
    )}`,
    `Import ${last.importMs.toFixed(0)} ms, at most ${TARGETS.importMs}: ${yes(
      reached.import,
    )}`,
    `Memory ${last.memoryMiB.toFixed(0)} MiB, at most ${
      TARGETS.memoryMiB
    }: ${yes(reached.memory)}`,
  ].join('\n');
}
