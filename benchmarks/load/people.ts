// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What people do: they look, order, and decide, with pauses to think. Whoever gets no answer sends the same once more.
import type {
  RequestCounts,
  RequestDetail,
  RequestPage,
} from '@fairway/requests-common';
import type { Answer, Calls } from './calls';
import type { Person } from './company';

const THINK_MS = 6_000;
/**
 * How many of a requester's turns are an order, and how many orders are for production. Each is a branch, a pull request and a
 * merge, for which the host `local` starts about a hundred processes of git: more would measure those.
 */
const ORDERS = 0.015;
const FOR_PRODUCTION = 1 / 3;
const TRY_AGAIN_AFTER_MS = 500;
const TRIES = 6;
const CONFLICT = 409;

/** What was done, and answered as done. */
export interface Journal {
  /** Keys that were sent, each with the unit that it is about. */
  sent: Map<string, { path: string }>;
  /** Keys that were answered, with the request's id. */
  made: Map<string, string>;
  approved: { id: string; approverRef: string }[];
  /** Calls that were sent once more. */
  repeated: number;
}

export interface Worker {
  person: Person;
  /** One thing after the other until the signal. */
  work(signal: AbortSignal): Promise<void>;
  /** Decides what waits for this person; answers how much that was. */
  decideAll(): Promise<number>;
  /** Fails as long as the portal does not know what this person may do. */
  ready(): Promise<void>;
  counts(): Promise<RequestCounts>;
  /** Whether the chains of all events hold; for administrators. */
  verify(): Promise<{ ok: boolean; requests: number; events: number }>;
}

const unit = (name: string) => `include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "git::https://github.com/acme/infrastructure-modules.git//modules/bucket?ref=v1.1.0"
}

inputs = {
  name = "${name}"
}
`;

/** Signs somebody in as the proxy in front of production does, and answers what they do. */
export async function createWorker(options: {
  url: string;
  person: Person;
  calls: Calls;
  journal: Journal;
}): Promise<Worker> {
  const { url, person, calls, journal } = options;
  const api = `${url}/api`;
  const ref = `user:default/${person.name}`;
  const { body: session } = await calls.ask<{
    backstageIdentity: { token: string };
  }>('sign in', `${api}/auth/oauth2Proxy/refresh`, {
    headers: {
      'x-forwarded-user': person.name,
      'x-requested-with': 'XMLHttpRequest',
    },
  });
  const headers = {
    authorization: `Bearer ${session.backstageIdentity.token}`,
    'content-type': 'application/json',
  };
  const get = <T>(what: string, path: string) =>
    calls.ask<T>(what, `${api}/${path}`, { headers });
  const post = <T>(
    what: string,
    path: string,
    body: object,
    right?: number[],
  ): Promise<Answer<T>> =>
    calls.ask<T>(what, `${api}/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      right,
    });

  let orders = 0;
  const mine: string[] = [];

  const order = async () => {
    const name = `${person.name}-${(orders += 1)}`;
    const inProduction = Math.random() < FOR_PRODUCTION;
    const environment = inProduction ? 'prod' : 'dev';
    const path = `live/acme-${environment}/eu-west-1/${environment}/${name}/terragrunt.hcl`;
    journal.sent.set(name, { path });
    const { body } = await again(journal, () =>
      post<{ request: RequestDetail }>(
        `order for ${environment}`,
        'self-service/requests',
        {
          kind: 'change',
          title: `Create ${name}`,
          idempotencyKey: name,
          submit: 'now',
          payload: {
            repoUrl: 'local?owner=acme&repo=infrastructure-live',
            files: [{ path, content: unit(name) }],
            ...(inProduction && { request: { changeTicket: 'CHG-1' } }),
          },
        },
      ),
    );
    journal.made.set(name, body.request.id);
    mine.push(body.request.id);
  };

  const decideOne = async (id: string) => {
    const { body } = await get<RequestDetail>(
      'a request',
      `self-service/requests/${id}`,
    );
    if (!body.waitingForMe) return; // somebody else was first
    const { status } = await again(journal, () =>
      post(
        'approve',
        `self-service/requests/${id}/approve`,
        { planDigest: body.planDigest },
        // Somebody else's decision came in between, or one's own whose answer was cut off.
        [CONFLICT],
      ),
    );
    if (status !== CONFLICT) journal.approved.push({ id, approverRef: ref });
  };

  const waiting = async () =>
    (
      await get<RequestPage>(
        'what waits for me',
        'self-service/requests?waitingForMe=true&limit=20',
      )
    ).body.items;

  const reads = [
    () => get('list of requests', 'self-service/requests?limit=20'),
    () => get('counts', 'self-service/requests/counts'),
    () => calls.ask('page', `${url}/`),
    () => get('catalog', 'catalog/entities/by-query?limit=20'),
    () => get('modules', 'self-service/modules'),
    () => get('me', 'ownership/me'),
    () =>
      post('decide', 'ownership/decide', {
        target: {
          action: 'service.deploy',
          service: 'bucket',
          environment: 'prod',
        },
      }),
  ];

  const turn = async () => {
    if (person.part === 'approver') {
      const items = await waiting();
      if (items.length) await decideOne(pick(items).id);
      return;
    }
    if (Math.random() < ORDERS) await order();
    else if (mine.length && Math.random() < 0.3) {
      await get('a request', `self-service/requests/${pick(mine)}`);
    } else await pick(reads)();
  };

  return {
    person,
    async work(signal) {
      // Not all at once.
      await pause(Math.random() * THINK_MS, signal);
      while (!signal.aborted) {
        // What went wrong is in `calls`; people go on.
        await turn().catch(() => {});
        await pause(-Math.log(1 - Math.random()) * THINK_MS, signal);
      }
    },
    async decideAll() {
      const items = await waiting();
      for (const { id } of items) await decideOne(id);
      return items.length;
    },
    async ready() {
      const { body } = await get<{ teams: string[] }>('me', 'ownership/me');
      if (!body.teams.length) throw new Error(`${ref} is in no team yet`);
    },
    counts: async () =>
      (await get<RequestCounts>('counts', 'self-service/requests/counts')).body,
    verify: async () =>
      (
        await get<{ ok: boolean; requests: number; events: number }>(
          'verify',
          'self-service/requests/verify',
        )
      ).body,
  };
}

const pick = <T>(items: T[]): T =>
  items[Math.floor(Math.random() * items.length)];

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>(resolve => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });

/** Sends the same until it is answered: with its key or its digest it is done once. */
async function again<T>(journal: Journal, send: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (error) {
      if (tries === TRIES) throw error;
      journal.repeated += 1;
      await new Promise(resolve => setTimeout(resolve, TRY_AGAIN_AFTER_MS));
    }
  }
}
