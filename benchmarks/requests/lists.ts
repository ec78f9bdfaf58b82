// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Lists and counts over HTTP, every answer checked against the same question asked of the rows one by one.
import type {
  ListRequestsInput,
  RequestCounts,
  RequestPage,
} from '@fairway/requests-common';
import { seededRequest } from '../../packages/requests-node/src/store/__testUtils__/seedRequests';
import type { StoredRequest } from '../../packages/requests-node/src/store/types';
import { quantile } from '../ownership/measure';
import { type BenchBackend, PLATFORM } from './backend';

const CALLS = 100;
const WARM_UP = 10;
const PAGE = 20;
const FAR = 1_000;

/** Who asks, with their groups. */
export const VIEWERS: Record<string, { ref: string; groups: string[] }> = {
  administrator: { ref: 'user:default/root', groups: ['group:default/admins'] },
  'platform team, sees a quarter': {
    ref: 'user:default/person-9',
    groups: [PLATFORM, 'group:default/team-9'],
  },
  'one team, sees few': {
    ref: 'user:default/person-7',
    groups: ['group:default/team-7', 'group:default/team-7-owners'],
  },
};

type Filters = Pick<
  ListRequestsInput,
  'decision' | 'execution' | 'environment' | 'text'
>;
const FILTERS: Record<string, Filters> = {
  'no filter': {},
  pending: { decision: ['pending'] },
  failed: { execution: ['failed', 'partially-applied'] },
  'environment prod': { environment: ['prod'] },
  'text, many fit': { text: 'store 7' },
  'text, none fits': { text: 'no such thing' },
};

export interface ListResult {
  viewer: string;
  question: string;
  p50Ms: number;
  p95Ms: number;
}

export async function measureLists(
  backend: BenchBackend,
  options: { count: number },
): Promise<ListResult[]> {
  const requests = Array.from({ length: options.count }, (_, n) =>
    seededRequest(options.count - n),
  );
  const results: ListResult[] = [];
  for (const [viewer, { ref, groups }] of Object.entries(VIEWERS)) {
    const refs = [ref, ...groups];
    const seen = requests.filter(
      request =>
        viewer === 'administrator' ||
        [request.requesterRef, ...request.readerRefs].some(one =>
          refs.includes(one),
        ),
    );
    const token = backend.tokenOf(ref);
    /** Several questions by turns, so that what else the machine does falls on all of them. */
    const time = async (questions: Record<string, () => Promise<number>>) => {
      const times = Object.keys(questions).map((): number[] => []);
      for (let call = -WARM_UP; call < CALLS; call++) {
        for (const [index, check] of Object.values(questions).entries()) {
          const tookMs = await check();
          if (call >= 0) times[index].push(tookMs);
        }
      }
      for (const [index, question] of Object.keys(questions).entries()) {
        const sorted = times[index].sort((one, other) => one - other);
        const p50Ms = quantile(sorted, 0.5);
        const p95Ms = quantile(sorted, 0.95);
        results.push({ viewer, question, p50Ms, p95Ms });
      }
    };
    for (const [name, filters] of Object.entries(FILTERS)) {
      const query = queryOf(filters);
      const fitting = seen.filter(request => fits(request, filters));
      // The tabs choose by the states, so the counts do not.
      const counted = seen.filter(request =>
        fits(request, {
          ...filters,
          decision: undefined,
          execution: undefined,
        }),
      );
      await time({
        [`list, ${name}`]: () =>
          askPage(`${backend.url}?${query}`, token, fitting),
        [`counts, ${name}`]: () =>
          askCounts(`${backend.url}/counts?${query}`, token, counted),
      });
    }
    const far = seen.slice(PAGE * (FAR - 1));
    if (far.length >= PAGE) {
      const before = seen[PAGE * (FAR - 1) - 1].number;
      const cursor = Buffer.from(`newest after ${before}`).toString(
        'base64url',
      );
      await time({
        'list, page 1': () =>
          askPage(`${backend.url}?limit=${PAGE}`, token, seen),
        [`list, page ${FAR}`]: () =>
          askPage(`${backend.url}?limit=${PAGE}&cursor=${cursor}`, token, far),
      });
    }
  }
  return results;
}

function fits(request: StoredRequest, filters: Filters): boolean {
  const { decision, execution, environment, text } = filters;
  const words = [request.title, ...request.resourceRefs].join('\n');
  return (
    (!decision || decision.includes(request.decision)) &&
    (!execution || execution.includes(request.execution)) &&
    (!environment || environment.includes(request.environmentRef!)) &&
    (!text || words.toLowerCase().includes(text))
  );
}

function queryOf(filters: Filters): string {
  const query = new URLSearchParams({ limit: String(PAGE) });
  for (const [name, values] of Object.entries(filters)) {
    for (const value of [values].flat()) query.append(name, value);
  }
  return String(query);
}

async function ask<TBody>(
  url: string,
  token: string,
): Promise<{ body: TBody; tookMs: number }> {
  const start = performance.now();
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
  });
  const body = (await response.json()) as TBody;
  const tookMs = performance.now() - start;
  if (!response.ok) throw new Error(`${url}: ${JSON.stringify(body)}`);
  return { body, tookMs };
}

async function askPage(
  url: string,
  token: string,
  expected: StoredRequest[],
): Promise<number> {
  const { body, tookMs } = await ask<RequestPage>(url, token);
  const ids = body.items.map(({ id }) => id).join();
  const right = expected
    .slice(0, PAGE)
    .map(({ id }) => id)
    .join();
  if (ids !== right) throw new Error(`${url}: ${ids} instead of ${right}`);
  return tookMs;
}

async function askCounts(
  url: string,
  token: string,
  expected: StoredRequest[],
): Promise<number> {
  const { body, tookMs } = await ask<RequestCounts>(
    url.replace(`limit=${PAGE}`, ''),
    token,
  );
  const pending = expected.filter(({ decision }) => decision === 'pending');
  if (body.all !== expected.length || body.pending !== pending.length) {
    throw new Error(`${url}: ${JSON.stringify(body)}, not ${expected.length}`);
  }
  return tookMs;
}
