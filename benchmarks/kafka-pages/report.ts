// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { loadavg } from 'node:os';
import { quantile } from '../ownership/measure';
import type { Measured } from './measure';

export const TARGETS = { p95Ms: 300, longTaskMs: 100, rows: 20 };

export interface Report {
  benchmark: 'kafka-pages';
  topics: number;
  steps: { step: string; times: number; p50Ms: number; p95Ms: number }[];
  p95Ms: number;
  longestTaskMs: number;
  mostRows: number;
  /** Processes that wanted a core, on average of the last minute: figures of a busy machine are no better than that. */
  loadAverage: number;
  targets: typeof TARGETS;
  reached: Record<keyof typeof TARGETS, boolean>;
}

export function reportOf(topics: number, measured: Measured): Report {
  const steps = [...measured.steps].map(([step, all]) => {
    const sorted = [...all].sort((one, other) => one - other);
    return {
      step,
      times: sorted.length,
      p50Ms: quantile(sorted, 0.5),
      p95Ms: quantile(sorted, 0.95),
    };
  });
  const every = [...measured.steps.values()]
    .flat()
    .sort((one, other) => one - other);
  const p95Ms = quantile(every, 0.95);
  const longestTaskMs = Math.max(...measured.longestTasks);
  const { mostRows } = measured;
  return {
    benchmark: 'kafka-pages',
    topics,
    steps,
    p95Ms,
    longestTaskMs,
    mostRows,
    loadAverage: loadavg()[0],
    targets: TARGETS,
    reached: {
      p95Ms: p95Ms <= TARGETS.p95Ms,
      longTaskMs: longestTaskMs <= TARGETS.longTaskMs,
      rows: mostRows <= TARGETS.rows,
    },
  };
}

export function toText(report: Report): string {
  const yes = (is: boolean) => (is ? 'reached' : 'NOT reached');
  const { steps, p95Ms, longestTaskMs, mostRows, reached } = report;
  return [
    `The list of ${report.topics.toLocaleString(
      'en-GB',
    )} topics in Chromium, the production build on Apache Kafka; all rows checked`,
    '  p50     p95  ms',
    ...steps.map(
      ({ step, p50Ms, p95Ms: p95 }) =>
        `${p50Ms.toFixed(0).padStart(5)} ${p95
          .toFixed(0)
          .padStart(7)}  ${step}`,
    ),
    '',
    `From the click to the rows: p95 ${p95Ms.toFixed(0)} ms, at most ${
      TARGETS.p95Ms
    }: ${yes(reached.p95Ms)}`,
    `Longest task while ten characters are typed: ${longestTaskMs.toFixed(
      0,
    )} ms, at most ${TARGETS.longTaskMs}: ${yes(reached.longTaskMs)}`,
    `Rows in the page: ${mostRows}, at most ${TARGETS.rows}: ${yes(
      reached.rows,
    )}`,
    `Load average of the machine at the end: ${report.loadAverage.toFixed(1)}`,
  ].join('\n');
}
