// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What benchmarks with options have in common: how they are read, and how the report is told.
import { parseArgs } from 'node:util';

/** What `npm run bench` hands over. */
export interface BenchOptions {
  json: boolean;
  args: string[];
}

/** The options, each with what it is unless it is given. */
export function readOptions<Defaults extends Record<string, string | boolean>>(
  { args }: Pick<BenchOptions, 'args'>,
  defaults: Defaults,
): {
  [Name in keyof Defaults]: Defaults[Name] extends string ? string : boolean;
} {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean' },
      ...Object.fromEntries(
        Object.entries(defaults).map(([name, value]) => [
          name,
          { type: typeof value as 'string' | 'boolean', default: value },
        ]),
      ),
    },
  });
  return values as never;
}

/** Prints the report; the process fails where a target was not reached. */
export function tellReport<Report extends object>(options: {
  json: boolean;
  report: Report;
  toText(report: Report): string;
  isReached: boolean;
}): void {
  const { json, report, toText, isReached } = options;
  const text = json ? JSON.stringify(report, undefined, 2) : toText(report);
  process.stdout.write(`${text}\n`);
  if (!isReached) process.exitCode = 1;
}
