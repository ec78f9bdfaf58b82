// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What can go wrong between the portal and a receiver: one outcome each time, with its reason, over HTTP on both sides.
import {
  codeOf,
  person,
  type Portal,
  RUNNER,
  startPortal,
} from '../__testUtils__/portal';
import { waitFor } from '../__testUtils__/waitFor';
import { dispatchesOf, hasEnded } from './__testUtils__/dispatches';
import { freePort, HookServer } from './__testUtils__/HookServer';

jest.setTimeout(60_000);

let portal: Portal;
let hook: HookServer;
let downPort: number;
const dispatches = dispatchesOf(() => portal);
const { ask, entities, own, report, retry, run, until } = dispatches;

beforeAll(async () => {
  hook = await new HookServer().start();
  downPort = await freePort();
  const webhook = { type: 'webhook', allowPrivate: true };
  portal = await startPortal({
    settings: {
      worker: { retryPause: { milliseconds: 20 }, poll: { milliseconds: 50 } },
      dispatch: {
        notebook: {
          ...webhook,
          title: 'Notebook',
          url: `${hook.url}/notebooks`,
          secret: 'shared-secret',
        },
        impatient: {
          ...webhook,
          url: `${hook.url}/slow`,
          timeout: { milliseconds: 300 },
        },
        down: { ...webhook, url: `http://127.0.0.1:${downPort}/` },
        answered: { ...webhook, url: `${hook.url}/now`, ends: 'response' },
      },
    },
  });
});

afterAll(async () => {
  await portal.stop();
  await hook.stop();
});

beforeEach(() => {
  hook.calls.length = 0;
  hook.status = 202;
  hook.hangsUp = false;
});

let names = 0;
const create = (more: object = {}) => ({
  receiver: 'notebook',
  resource: `notes-${names++}`,
  values: { size: 'small' },
  ...more,
});

/** What the receiver was told about a request. */
const toldOf = async (id: string) =>
  waitFor(async () =>
    hook.calls.findLast(({ body }) => body.request.id === id),
  );
const tokenOf = async (id: string) => (await toldOf(id)).body.report.token;

describe('a receiver that reports', () => {
  it('ends the request once, with its results and its entity', async () => {
    const { id, number } = await run(create());
    const { body } = await toldOf(id);
    expect(body).toMatchObject({
      request: { id, number, attempt: 1, key: `${id}.1` },
      target: { environment: 'dev', service: 'payments-api' },
      operation: 'create',
      values: { size: 'small' },
      report: { url: expect.stringContaining(`/requests/${id}/report`) },
    });
    const { resource } = body;
    const stateOf = async () =>
      (await entities()).find(({ metadata: { name } }) =>
        name.endsWith(resource),
      )?.metadata.annotations['fairway.dev/state'];
    expect(await stateOf()).toBe('pending');

    const end = {
      status: 'succeeded',
      summary: 'It is there',
      reportId: 'end',
      logs: ['made', 'started'],
      outputs: { address: 'https://notes.test/7', size: 2 },
      entity: {
        type: 'notebook',
        title: 'Notes of Pia',
        links: [{ title: 'Open it', url: 'https://notes.test/7' }],
      },
    };
    const first = await report(id, body.report.token, end);
    const again = await report(id, body.report.token, end);
    expect([first.body, again.body]).toEqual([
      { requestId: id, attempt: 1, repeated: false },
      { requestId: id, attempt: 1, repeated: true },
    ]);
    const done = await until(id, hasEnded);
    expect(done).toMatchObject({
      execution: 'succeeded',
      summary: 'It is there',
      outputs: { result: { address: 'https://notes.test/7', size: 2 } },
    });
    // Something else after the end: nothing of it is kept.
    const late = await report(id, body.report.token, { status: 'failed' });
    expect([late.status, codeOf(late)]).toEqual([409, 'report-not-expected']);
    expect((await until(id, hasEnded)).execution).toBe('succeeded');
    expect(
      (await entities()).find(({ metadata: { name } }) =>
        name.endsWith(resource),
      ),
    ).toMatchObject({
      metadata: {
        title: 'Notes of Pia',
        annotations: {
          'fairway.dev/state': 'ready',
          'fairway.dev/request': id,
        },
      },
      spec: { type: 'notebook', owner: 'group:default/payments' },
    });
    expect(hook.calls).toHaveLength(1);
  });

  it('is believed with the token of that request and attempt alone', async () => {
    const [one, other] = [await run(create()), await run(create())];
    const body = { status: 'succeeded' };
    const foreign = await report(one.id, await tokenOf(other.id), body);
    const forged = await report(
      one.id,
      `fairway_report_${'x'.repeat(43)}`,
      body,
    );
    const nobody = await portal.send('post', `/requests/${one.id}/report`, {
      body,
    });
    const pia = await portal.send('post', `/requests/${one.id}/report`, {
      as: person('pia'),
      body,
    });
    expect([foreign, forged, nobody].map(({ status }) => status)).toEqual([
      401, 401, 401,
    ]);
    expect(pia.status).toBe(403);
    const runner = await portal.send('post', `/requests/${one.id}/report`, {
      as: RUNNER,
      body,
    });
    expect([runner.status, codeOf(runner)]).toEqual([
      403,
      'report-token-required',
    ]);
    const still = await until(
      one.id,
      ({ execution }) => execution === 'waiting',
    );
    expect(still.steps.find(({ id }) => id === 'follow')?.status).toBe(
      'waiting',
    );
    await report(one.id, await tokenOf(one.id), body);
    expect((await until(one.id, hasEnded)).execution).toBe('succeeded');
  });

  it('says nothing in time, and comes late: the retry has another token', async () => {
    const { id } = await run({ receiver: 'impatient' });
    const token = await tokenOf(id);
    const failed = await until(id, hasEnded);
    expect(failed.failure).toMatchObject({ code: 'dispatch-timed-out' });
    const late = await report(id, token, { status: 'succeeded' });
    expect([late.status, codeOf(late)]).toEqual([409, 'report-attempt-over']);
    expect((await until(id, hasEnded)).failure).toMatchObject({
      code: 'dispatch-timed-out',
    });

    await retry(id);
    const second = await waitFor(async () =>
      hook.calls.find(({ body }) => body.request.attempt === 2),
    );
    expect(second.headers['idempotency-key']).toBe(`${id}.2`);
    const old = await report(id, token, { status: 'succeeded' });
    expect(codeOf(old)).toBe('report-attempt-over');
    await report(id, second.body.report.token, { status: 'succeeded' });
    expect((await until(id, hasEnded)).execution).toBe('succeeded');
  });

  it('reports a failure, which is shown with its words', async () => {
    const { id } = await run(create());
    await report(id, await tokenOf(id), {
      status: 'failed',
      summary: 'No room for a notebook',
    });
    const failed = await until(id, hasEnded);
    expect(failed.failure).toMatchObject({
      code: 'dispatch-failed',
      message: 'No room for a notebook',
      stepId: 'follow',
    });
    const resource = (await toldOf(id)).body.resource;
    expect(
      (await entities()).find(({ metadata: { name } }) =>
        name.endsWith(resource),
      ).metadata.annotations['fairway.dev/state'],
    ).toBe('failed');
  });

  it('speaks of no entity that nobody asked for', async () => {
    const { id } = await run({ receiver: 'notebook' });
    const answer = await report(id, await tokenOf(id), {
      entity: { type: 'notebook' },
    });
    expect(codeOf(answer)).toBe('report-outputs-refused');
    await report(id, await tokenOf(id), { status: 'succeeded' });
    await until(id, hasEnded);
  });
});

describe('what was made', () => {
  it('goes with a request of its own, and is changed only where it is there', async () => {
    const first = create();
    const { resource } = first;
    for (const operation of ['update', 'delete']) {
      const refused = await ask({ ...first, operation });
      expect(codeOf(refused)).toBe('dispatch-operation-refused');
    }
    const made = await run(first);
    await report(made.id, await tokenOf(made.id), { status: 'succeeded' });
    await until(made.id, hasEnded);
    const isThere = async () =>
      (await entities()).some(({ metadata }) =>
        metadata.name.endsWith(resource),
      );
    expect(await isThere()).toBe(true);
    const gone = await run({ ...first, operation: 'delete' });
    expect(gone.risks).toEqual([
      expect.objectContaining({ code: 'destroys', level: 'high' }),
    ]);
    expect(await isThere()).toBe(true);
    await report(gone.id, await tokenOf(gone.id), { status: 'succeeded' });
    await until(gone.id, hasEnded);
    expect(await isThere()).toBe(false);
  });

  it('is done when it is answered, where the receiver is configured so', async () => {
    const { id } = await run({ receiver: 'answered' });
    const done = await until(id, hasEnded);
    expect([done.execution, done.statusLabel]).toEqual(['succeeded', 'done']);
    expect(hook.calls).toHaveLength(1);
  });
});

describe('a receiver that is not well', () => {
  it('is down, and gets it once when it is back', async () => {
    const { id } = await run({ receiver: 'down' });
    await until(id, ({ steps }) =>
      steps.some(({ waitingFor }) => waitingFor?.includes('cannot be reached')),
    );
    const back = await new HookServer().start(downPort);
    try {
      await waitFor(async () => back.calls.length > 0);
      const { token } = back.calls[0].body.report;
      await report(id, token, { status: 'succeeded' });
      expect((await until(id, hasEnded)).execution).toBe('succeeded');
      expect(back.calls).toHaveLength(1);
    } finally {
      await back.stop();
    }
  });

  it('stays down: the reason is shown, and it can still be cancelled', async () => {
    const { id } = await run({ receiver: 'down' });
    const failed = await until(id, hasEnded);
    expect(failed.failure).toMatchObject({
      code: 'dispatch-unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
      stepId: 'trigger',
    });
    expect((await own(id)).actions.cancel.allowed).toBe(true);
    const { body } = await portal.send('post', `/requests/${id}/cancel`, {
      as: person('pia'),
      body: {},
    });
    expect(body.execution).toBe('compensated');
  });

  it('hangs up: it is told the same again, under the same key', async () => {
    hook.hangsUp = true;
    const { id } = await run(create());
    await waitFor(async () => hook.calls.length > 1);
    hook.hangsUp = false;
    const token = await waitFor(async () => {
      const { steps } = await until(id, () => true);
      return (
        steps.some(step => step.id === 'trigger' && step.status === 'done') &&
        tokenOf(id)
      );
    });
    expect(
      new Set(hook.calls.map(({ headers }) => headers['idempotency-key'])),
    ).toEqual(new Set([`${id}.1`]));
    await report(id, token, { status: 'succeeded' });
    expect((await until(id, hasEnded)).execution).toBe('succeeded');
  });

  it('refuses, or sends elsewhere: nothing is followed', async () => {
    for (const status of [422, 302]) {
      hook.calls.length = 0;
      hook.status = status;
      const { id } = await run(create());
      const { failure } = await until(id, hasEnded);
      expect(failure).toMatchObject({
        code: 'dispatch-refused',
        message: expect.stringContaining(`answered with ${status}`),
      });
      expect(hook.calls).toHaveLength(1);
    }
  });

  it('is not configured', async () => {
    const answer = await ask({ receiver: 'nobody' });
    expect([answer.status, codeOf(answer)]).toEqual([
      400,
      'dispatch-receiver-unknown',
    ]);
    expect(answer.body.error.message).toContain('answered, down, impatient');
  });
});
