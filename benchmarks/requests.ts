// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Requests over HTTP with authentication and permissions on: lists and counts at 1,000 and 100,000 requests, and how
// quickly they are submitted and approved. Every answer is checked.
import {
  seededRequest,
  seedRequests,
} from '../packages/requests-node/src/store/__testUtils__/seedRequests';
import { runRequestMigrations } from '../packages/requests-node/src';
import { type BenchBackend, PLATFORM, startBackend } from './requests/backend';
import { DATABASES, startDatabase } from './requests/databases';
import { type ListResult, measureLists, VIEWERS } from './requests/lists';
import { measureSubmit, measureThroughput } from './requests/throughput';

const COUNTS = [1_000, 100_000];
const WAITING = 10_000;
const TARGETS = { p95Ms: 50, farPage: 1.5, waiting: 1.2 };
const APPROVERS = [PLATFORM];

type Database = (typeof DATABASES)[number];

interface Part {
  database: Database;
  requests: number;
  lists: ListResult[];
}

interface Work {
  database: Database;
  submitMs: number;
  submitWaitingMs: number;
  approvedPerSecond: number;
}

const groups = new Map(
  Object.values(VIEWERS).map(viewer => [viewer.ref, viewer.groups]),
);
const groupsOf = (ref: string) =>
  ref === 'user:default/approver' ? APPROVERS : groups.get(ref) ?? [];

async function withBackend<TResult>(
  database: Database,
  seed: Parameters<typeof seedRequests>[1],
  work: (backend: BenchBackend) => Promise<TResult>,
): Promise<TResult> {
  const { knex, stop } = await startDatabase(database);
  try {
    await runRequestMigrations(knex);
    if (seed.count > 0) await seedRequests(knex, seed);
    const backend = await startBackend({
      knex,
      administrators: ['group:default/admins'],
      people: {
        refsOf: async ref => [ref, ...groupsOf(ref)],
        teamsOf: async ref => groupsOf(ref),
      },
    });
    try {
      return await work(backend);
    } finally {
      await backend.stop();
    }
  } finally {
    await stop();
  }
}

async function measureWork(database: Database): Promise<Work> {
  const measure = (count: number) =>
    withBackend(
      database,
      {
        count,
        request: number => ({
          ...seededRequest(number),
          decision: 'pending',
          execution: 'none',
          decideBy: undefined,
          deciderRefs: [PLATFORM],
        }),
      },
      async backend => {
        await measureSubmit(backend, 'warm-up');
        return {
          submitMs: await measureSubmit(backend, 'alone'),
          approvedPerSecond: await measureThroughput(backend),
        };
      },
    );
  const none = await measure(0);
  const waiting = await measure(WAITING);
  return {
    database,
    submitMs: none.submitMs,
    submitWaitingMs: waiting.submitMs,
    approvedPerSecond: waiting.approvedPerSecond,
  };
}

const far = ({ question }: ListResult) => question === 'list, page 1000';

/** How many times as long page 1,000 takes as page 1, at worst. */
function farPage(parts: Part[]): number {
  const ratios = parts.flatMap(({ lists }) =>
    lists.filter(far).map(({ viewer, p50Ms }) => {
      const first = lists.find(
        list => list.viewer === viewer && list.question === 'list, page 1',
      );
      return p50Ms / first!.p50Ms;
    }),
  );
  return Math.max(...ratios);
}

export default async function run(options: { json: boolean }): Promise<void> {
  const parts: Part[] = [];
  const works: Work[] = [];
  for (const database of DATABASES) {
    for (const requests of COUNTS) {
      const lists = await withBackend(database, { count: requests }, backend =>
        measureLists(backend, { count: requests }),
      );
      parts.push({ database, requests, lists });
    }
    works.push(await measureWork(database));
  }
  const slowestP95Ms = Math.max(
    ...parts.flatMap(({ lists }) => lists.map(({ p95Ms }) => p95Ms)),
  );
  const farPageRatio = farPage(parts);
  const waitingRatio = Math.max(
    ...works.map(work => work.submitWaitingMs / work.submitMs),
  );
  const report = {
    benchmark: 'requests',
    title:
      'Requests over HTTP, with a signed user token and a permission policy',
    answersChecked: true,
    parts,
    works,
    targets: TARGETS,
    slowestP95Ms,
    farPageRatio,
    waitingRatio,
    reached: {
      p95: slowestP95Ms <= TARGETS.p95Ms,
      farPage: farPageRatio <= TARGETS.farPage,
      waiting: waitingRatio <= TARGETS.waiting,
    },
  };
  process.stdout.write(
    options.json
      ? `${JSON.stringify(report, null, 2)}\n`
      : `${toText(report)}\n`,
  );
  if (!Object.values(report.reached).every(Boolean)) process.exitCode = 1;
}

function toText(report: {
  title: string;
  parts: Part[];
  works: Work[];
  slowestP95Ms: number;
  farPageRatio: number;
  waitingRatio: number;
  reached: Record<'p95' | 'farPage' | 'waiting', boolean>;
}): string {
  const { reached } = report;
  const yes = (is: boolean) => (is ? 'reached' : 'NOT reached');
  const ms = (value: number) => value.toFixed(1).padStart(8);
  return [
    `${report.title}; all answers checked`,
    ...report.parts.flatMap(({ database, requests, lists }) => [
      `\n${database}, ${requests.toLocaleString('en-GB')} requests`,
      '  p50 ms  p95 ms',
      ...lists.map(
        ({ viewer, question, p50Ms, p95Ms }) =>
          `${ms(p50Ms)}${ms(p95Ms)}  ${question} (${viewer})`,
      ),
    ]),
    '',
    ...report.works.map(
      work =>
        `${work.database}: a new request takes ${work.submitMs.toFixed(
          1,
        )} ms with none waiting and ${work.submitWaitingMs.toFixed(
          1,
        )} ms with ${WAITING.toLocaleString(
          'en-GB',
        )}; 50 people at once: ${work.approvedPerSecond.toFixed(
          0,
        )} approved a second, none lost`,
    ),
    `\nSlowest p95 ${report.slowestP95Ms.toFixed(1)} ms, at most ${
      TARGETS.p95Ms
    }: ${yes(reached.p95)}`,
    `Page 1,000 takes ${report.farPageRatio.toFixed(
      2,
    )} × page 1 at worst, at most ${TARGETS.farPage}: ${yes(reached.farPage)}`,
    `With ${WAITING.toLocaleString(
      'en-GB',
    )} waiting ${report.waitingRatio.toFixed(2)} ×, at most ${
      TARGETS.waiting
    }: ${yes(reached.waiting)}`,
  ].join('\n');
}
