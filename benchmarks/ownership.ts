// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Decisions about ownership: our engine beside casbin and Cedar on the same rules and questions, with 1,000 groups.
// Every answer is checked against one that was found rule by rule, without any engine.
import {
  casbin,
  cedar,
  type Contender,
  fairway,
  fairwayInWords,
  lookUp,
} from './ownership/contenders';
import { measureFirstLoad } from './ownership/firstLoad';
import { measureHttp } from './ownership/http';
import { measure, quantile, type Result } from './ownership/measure';
import { createWorld, GROUPS, policyText } from './ownership/world';

const SIZES = [100, 1_000, 10_000];
const QUESTIONS = 2_000;
const FIRST_LOADS = 5;
/** At the largest size; the load is the quickest of several, which others on the machine disturb least. */
const TARGETS = { p99Us: 10, loadMs: 100 };

interface Table {
  rules: number;
  style: 'plain' | 'written';
  title: string;
  allowed: number;
  results: Result[];
}

async function compare(
  rules: number,
  style: Table['style'],
  contenders: Contender[],
): Promise<Table> {
  const world = createWorld({ rules, questions: QUESTIONS, style });
  const results: Result[] = [];
  for (const contender of contenders) {
    results.push(await measure(contender, world));
  }
  return {
    rules,
    style,
    title:
      style === 'plain'
        ? `${rules} rules of one group, action, environment and service`
        : `${rules} rules as people write them: owners, all environments, all services, change tickets`,
    allowed: world.truth.filter(Boolean).length / QUESTIONS,
    results,
  };
}

function toText({ title, allowed, results }: Table): string {
  const number = (value: number, digits: number) =>
    value
      .toLocaleString('en-GB', {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      })
      .padStart(11);
  return [
    `${title} (${Math.round(allowed * 100)} % of the questions allowed)`,
    '     p50 µs     p99 µs  decisions/s    load ms  least ms',
    ...results.map(({ name, p50Us, p99Us, perSecond, loadMs, leastLoadMs }) =>
      [
        number(p50Us, 2),
        number(p99Us, 2),
        `  ${number(perSecond, 0)}`,
        number(loadMs, 1),
        number(leastLoadMs, 1),
        `  ${name}`,
      ].join(''),
    ),
  ].join('\n');
}

export default async function run(options: { json: boolean }): Promise<void> {
  const tables: Table[] = [];
  for (const rules of SIZES) {
    tables.push(
      await compare(rules, 'plain', [
        lookUp,
        fairway,
        fairwayInWords,
        cedar,
        casbin,
      ]),
    );
  }
  const rules = SIZES[SIZES.length - 1];
  tables.push(await compare(rules, 'written', [fairway, fairwayInWords]));

  const world = createWorld({ rules, questions: QUESTIONS, style: 'plain' });
  const firstLoads: number[] = [];
  for (let load = 0; load < FIRST_LOADS; load++) {
    firstLoads.push(await measureFirstLoad(policyText(world)));
  }
  const firstLoadMs = quantile(
    firstLoads.sort((one, other) => one - other),
    0.5,
  );
  const http = await measureHttp(world);

  const ours = tables
    .filter(table => table.rules === rules)
    .map(({ results }) => results.find(({ name }) => name === fairway.name)!);
  const reached = {
    p99: ours.every(({ p99Us }) => p99Us <= TARGETS.p99Us),
    load: ours.every(({ leastLoadMs }) => leastLoadMs <= TARGETS.loadMs),
  };
  const report = {
    benchmark: 'ownership',
    title: `Decisions with ${GROUPS} groups`,
    answersChecked: true,
    tables,
    firstLoadMs,
    http,
    targets: TARGETS,
    reached,
  };
  const yes = (is: boolean) => (is ? 'reached' : 'NOT reached');
  const text = [
    `${report.title}, all answers checked`,
    ...tables.map(table => `\n${toText(table)}`),
    `\nFirst load of ${rules} rules in a fresh isolate: ${firstLoadMs.toFixed(
      0,
    )} ms`,
    `${
      http.route
    } with ${rules} rules and a signed user token: p50 ${http.p50Ms.toFixed(
      2,
    )} ms, p99 ${http.p99Ms.toFixed(2)} ms, ${http.perSecond.toFixed(
      0,
    )} a second`,
    `At ${rules} rules: p99 of at most ${TARGETS.p99Us} µs ${yes(
      reached.p99,
    )}, load of at most ${TARGETS.loadMs} ms ${yes(reached.load)}`,
  ].join('\n');
  // A stopped test backend leaves a timer behind, which would keep the process for minutes.
  process.stdout.write(
    `${options.json ? JSON.stringify(report, undefined, 2) : text}\n`,
    () => process.exit(),
  );
}
