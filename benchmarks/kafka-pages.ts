// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// npm run bench -- kafka-pages [--topics 10000] [--turns 20] [--built] [--json]: the list of topics of the production build
// in Chromium, from the click to the rows, on Apache Kafka. Every list is checked, row by row. Needs Java and Maven.
import { type BenchOptions, readOptions, tellReport } from './common/command';
import { openBrowser } from './kafka-pages/browser';
import { measurePages } from './kafka-pages/measure';
import { startPortal } from './kafka-pages/portal';
import { reportOf, toText } from './kafka-pages/report';

/** Pages far enough from the end to go on, and names with room to type ten characters of. */
const LEAST_TOPICS = 500;

export default async function run(options: BenchOptions): Promise<void> {
  const values = readOptions(options, {
    topics: '10000',
    turns: '20',
    built: false,
  });
  const topics = atLeast('--topics', values.topics, LEAST_TOPICS);
  const turns = atLeast('--turns', values.turns, 1);
  const portal = await startPortal({ topics, isBuilt: values.built });
  try {
    const browser = await openBrowser(portal.address);
    try {
      const report = reportOf(
        topics,
        await measurePages({ page: browser.page, topics, turns }),
      );
      tellReport({
        json: options.json,
        report,
        toText,
        isReached: Object.values(report.reached).every(Boolean),
      });
    } finally {
      await browser.close();
    }
  } finally {
    await portal.stop();
  }
}

function atLeast(name: string, value: string, least: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least) {
    throw new Error(`${name} is "${value}": a whole number from ${least}`);
  }
  return number;
}
