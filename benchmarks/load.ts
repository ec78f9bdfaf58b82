// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// npm run bench -- load [--minutes 5] [--people 200] [--json]: people at work on two replicas of the production build, which
// share a PostgreSQL, behind a small proxy. In the middle one replica is killed, and started again. Linux.
import { type BenchOptions, readOptions, tellReport } from './common/command';
import { type Call, Calls, type Latency } from './load/calls';
import { problemsAfter } from './load/checks';
import { peopleOf } from './load/company';
import { createWorker, type Journal, type Worker } from './load/people';
import { type Memory, type Replicas, startReplicas } from './load/replicas';

/** What was on its way to a replica when it was killed comes back within this time. */
const KILL_SECOND_MS = 1_000;
const DOWN_MS = 5_000;
const SETTLED_WITHIN_MS = 600_000;
const LOOK_AGAIN_MS = 1_000;
const SIGN_IN_WITHIN_MS = 120_000;
/** How many people sign in at once before the clock starts. */
const AT_ONCE = 10;

interface Report {
  benchmark: 'load';
  minutes: number;
  people: number;
  calls: number;
  callsPerSecond: number;
  requests: number;
  approvals: number;
  repeated: number;
  errorsInTheKillsSecond: number;
  errorsOutside: string[];
  problems: string[];
  settleSeconds: number;
  chain: { ok: boolean; requests: number; events: number };
  latencies: Latency[];
  memory: { beforeTheKill: Memory[]; inTheEnd: Memory[] };
}

export default async function run(options: BenchOptions): Promise<void> {
  const values = readOptions(options, { minutes: '5', people: '200' });
  const minutes = positive('--minutes', values.minutes);
  const people = positive('--people', values.people);
  const replicas = await startReplicas({ people });
  try {
    const report = await measure({ replicas, minutes, people });
    const { problems, errorsOutside, chain } = report;
    tellReport({
      json: options.json,
      report,
      toText,
      isReached: !problems.length && !errorsOutside.length && chain.ok,
    });
  } finally {
    await replicas.stop();
  }
}

function positive(name: string, value: string): number {
  const number = Number(value);
  if (!(number > 0)) throw new Error(`${name} is "${value}": more than 0`);
  return number;
}

async function measure(options: {
  replicas: Replicas;
  minutes: number;
  people: number;
}): Promise<Report> {
  const { replicas, minutes } = options;
  const journal: Journal = {
    sent: new Map(),
    made: new Map(),
    approved: [],
    repeated: 0,
  };
  const { url } = replicas;
  const workers = await signIn(options, journal);

  const calls = workers.calls;
  const from = calls.all.length;
  const end = new AbortController();
  const began = performance.now();
  const atWork = Promise.all(
    workers.all.map(worker => worker.work(end.signal)),
  );
  await sleep(minutes * 30_000);
  const memoryBefore = replicas.memory();
  const killedAt = performance.now();
  await replicas.kill(0);
  const killedUntil = performance.now() + KILL_SECOND_MS;
  await sleep(DOWN_MS);
  await replicas.startAgain(0);
  await sleep(Math.max(0, began + minutes * 60_000 - performance.now()));
  end.abort();
  await atWork;
  const seconds = (performance.now() - began) / 1_000;
  const callsDone = calls.all.length - from;

  const settling = performance.now();
  const chain = await settle({ workers: workers.all, url, calls });
  const settleSeconds = (performance.now() - settling) / 1_000;
  const errors = calls.all.filter(({ error }) => error !== undefined);
  const inTheSecond = ({ at, ms }: Call) =>
    at >= killedAt && at - ms <= killedUntil && at <= killedUntil;
  return {
    benchmark: 'load',
    minutes,
    people: options.people,
    calls: callsDone,
    callsPerSecond: callsDone / seconds,
    requests: journal.made.size,
    approvals: journal.approved.length,
    repeated: journal.repeated,
    errorsInTheKillsSecond: errors.filter(inTheSecond).length,
    errorsOutside: errors
      .filter(call => !inTheSecond(call))
      .map(
        ({ what, at, error }) =>
          `${((at - killedAt) / 1_000).toFixed(
            1,
          )} s after the kill, ${what}: ${error}`,
      ),
    problems: await problemsAfter({ ...replicas, journal }),
    settleSeconds,
    chain,
    latencies: calls.latencies(),
    memory: { beforeTheKill: memoryBefore, inTheEnd: replicas.memory() },
  };
}

/** The people come when the catalog knows them, a few at a time. */
async function signIn(
  options: { replicas: Replicas; people: number },
  journal: Journal,
): Promise<{ all: Worker[]; calls: Calls }> {
  const { url } = options.replicas;
  const people = peopleOf(options.people);
  const until = performance.now() + SIGN_IN_WITHIN_MS;
  for (;;) {
    try {
      const person = people.at(-1)!;
      const calls = new Calls();
      const worker = await createWorker({ url, person, calls, journal });
      // Without their groups nothing waits for them, and nothing is theirs.
      await worker.ready();
      break;
    } catch (error) {
      if (performance.now() > until) throw error;
      await sleep(LOOK_AGAIN_MS);
    }
  }
  const calls = new Calls();
  const all: Worker[] = [];
  for (let at = 0; at < people.length; at += AT_ONCE) {
    all.push(
      ...(await Promise.all(
        people
          .slice(at, at + AT_ONCE)
          .map(person => createWorker({ url, person, calls, journal })),
      )),
    );
  }
  return { all, calls };
}

/** Everybody decides what is left, until nothing moves any more; answers whether every chain of events holds. */
async function settle(options: {
  workers: Worker[];
  url: string;
  calls: Calls;
}): Promise<Report['chain']> {
  const { workers } = options;
  const approvers = workers.filter(({ person }) => person.part === 'approver');
  const until = performance.now() + SETTLED_WITHIN_MS;
  for (;;) {
    let decided = 0;
    for (const approver of approvers.slice(0, 2)) {
      decided += await approver.decideAll();
    }
    const { pending, active } = await approvers[0].counts();
    if (decided + pending + active === 0) break;
    if (performance.now() > until) break; // what is left is among the problems
    await sleep(LOOK_AGAIN_MS);
  }
  return approvers[0].verify();
}

const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

function toText(report: Report): string {
  const ms = (value: number) => value.toFixed(0).padStart(7);
  const { errorsOutside, problems, chain } = report;
  return [
    `${report.people} people for ${report.minutes} minutes on two replicas and PostgreSQL; one was killed in the middle and started again`,
    `${report.calls} calls, ${report.callsPerSecond.toFixed(1)} a second; ${
      report.requests
    } requests made, ${report.approvals} approvals, ${
      report.repeated
    } calls sent once more; all at their end ${report.settleSeconds.toFixed(
      0,
    )} s later`,
    '',
    '  calls     p50     p95     p99   worst  ms',
    ...report.latencies.map(
      ({ what, calls, p50Ms, p95Ms, p99Ms, worstMs }) =>
        `${String(calls).padStart(7)} ${ms(p50Ms)} ${ms(p95Ms)} ${ms(
          p99Ms,
        )} ${ms(worstMs)}  ${what}`,
    ),
    '',
    `Before the kill: ${memoryWords(report.memory.beforeTheKill)}`,
    `In the end: ${memoryWords(report.memory.inTheEnd)}`,
    '',
    `Errors within a second of the kill: ${report.errorsInTheKillsSecond}`,
    `Errors at any other time: ${errorsOutside.length}`,
    ...errorsOutside.slice(0, 20).map(error => `  ${error}`),
    `Lost, doubled or not at an end: ${problems.length}`,
    ...problems.slice(0, 20).map(problem => `  ${problem}`),
    `${chain.requests} requests with ${chain.events} events: ${
      chain.ok ? 'every chain holds' : 'a chain is BROKEN'
    }`,
  ].join('\n');
}

const memoryWords = (memory: Memory[]) =>
  memory
    .map(
      ({ replica, residentMiB, peakMiB }) =>
        `${replica} ${residentMiB.toFixed(0)} MiB, at most ${peakMiB.toFixed(
          0,
        )}`,
    )
    .join('; ');
