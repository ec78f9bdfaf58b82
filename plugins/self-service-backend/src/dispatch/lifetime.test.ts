// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What a receiver made ends as everything else does: announced, extended, and removed by a request that tells who made it.
import type { ManagedResource } from '@fairway/backstage-plugin-self-service-common';
import {
  codeOf,
  person,
  type Portal,
  startPortal,
} from '../__testUtils__/portal';
import { waitFor } from '../__testUtils__/waitFor';
import { DEV, LIVE, unit } from '../__testUtils__/world';
import { movedClock } from '../lifetimes/__testUtils__/movedClock';
import { dispatchesOf, hasEnded } from './__testUtils__/dispatches';
import { HookServer } from './__testUtils__/HookServer';

jest.setTimeout(60_000);

const DAY = 24 * 3_600_000;
const NOTES = {
  receiver: 'notebook',
  resource: 'notes',
  values: { size: 'small' },
  lifetime: 'P2D',
};
const ENTITY = { type: 'notebook', title: 'Notes of Pia' };

const { clock, feature } = movedClock();
let portal: Portal;
let hook: HookServer;
const { ask, entities, preview, report, run, until } = dispatchesOf(
  () => portal,
);

beforeAll(async () => {
  hook = await new HookServer().start();
  const webhook = { type: 'webhook', allowPrivate: true, url: hook.url };
  portal = await startPortal({
    settings: {
      worker: { retryPause: { milliseconds: 20 }, poll: { milliseconds: 50 } },
      dispatch: {
        notebook: {
          ...webhook,
          title: 'Notebook',
          lifetime: { maximum: 'P14D' },
        },
        deaf: { ...webhook, body: { name: '{{ resource }}' } },
      },
    },
    features: [feature],
  });
});

afterAll(async () => {
  await portal.stop();
  await hook.stop();
});

beforeEach(() => {
  hook.calls.length = 0;
});

const get = async (id: string) =>
  (await portal.send('get', `/resources/${id}`, { as: person('pia') })).body;
const mine = async (): Promise<ManagedResource[]> =>
  (await portal.send('get', '/expiring', { as: person('pia') })).body.items;

afterEach(async () => {
  clock.ahead = 0;
  for (const { id } of await mine()) await remove((await get(id)).name);
});

const goOn = async (milliseconds: number) => {
  clock.ahead += milliseconds;
  await portal.scheduler.triggerTask('self-service-lifetimes');
};

/** The receiver is told, and says that it is done. */
async function end(id: string, entity?: object) {
  const { body } = await waitFor(async () =>
    hook.calls.findLast(call => call.body.request?.id === id),
  );
  await report(id, body.report.token, { status: 'succeeded', entity });
  await until(id, hasEnded);
  return body;
}

async function make(more: object = {}): Promise<ManagedResource> {
  const { id } = await run({ ...NOTES, ...more });
  await end(id, ENTITY);
  return (await mine())[0];
}

async function remove(resource: string) {
  const { id } = await run({
    ...NOTES,
    resource,
    operation: 'delete',
    lifetime: undefined,
  });
  await end(id);
}

const extend = (id: string, options: { by?: string; as?: string } = {}) =>
  portal.send('post', `/resources/${id}/extend`, {
    as: person(options.as ?? 'paul'),
    body: { by: options.by ?? 'P7D', reason: 'The demo is next week' },
  });

const annotations = async () =>
  (await entities()).find(({ metadata }) => metadata.name === 'dev-notes')
    ?.metadata.annotations;

/** Its end and its grace go by. */
async function removalOf(id: string) {
  await goOn(2 * DAY + 1_000);
  expect(await get(id)).toMatchObject({ phase: 'grace' });
  await goOn(DAY + 1_000);
  await goOn(0);
  const { removalRequestId } = (await get(id)).lifetime;
  return until(removalRequestId, () => true);
}

describe('what was dispatched with a lifetime', () => {
  it('is listed, announced and extended, by those whom it belongs to', async () => {
    const made = await make();
    expect(made).toMatchObject({
      name: 'notes',
      receiver: 'notebook',
      path: 'dev/payments-api/notes',
      entityRef: 'resource:default/dev-notes',
      ownerRef: 'group:default/payments',
      phase: 'counting',
      mayExtend: true,
    });
    expect(made).not.toHaveProperty('repoUrl');
    expect(await annotations()).toMatchObject({
      'fairway.dev/state': 'ready',
      'fairway.dev/resource-id': made.id,
      'fairway.dev/expires-at': made.lifetime!.expiresAt,
    });
    await goOn(2 * DAY - 3_600_000);
    expect(await annotations()).toMatchObject({
      'fairway.dev/state': 'expiring',
    });
    expect(codeOf(await extend(made.id, { as: 'eve' }))).toBe(
      'resource-not-yours',
    );
    expect((await extend(made.id)).status).toBe(200);
    const later = Date.parse(made.lifetime!.expiresAt) + 7 * DAY;
    expect(await annotations()).toMatchObject({
      'fairway.dev/state': 'ready',
      'fairway.dev/expires-at': new Date(later).toISOString(),
    });
  });

  it('is removed by a request that its requester looks at, and that tells who made it', async () => {
    const { id } = await make();
    const removal = await removalOf(id);
    expect(removal).toMatchObject({
      kind: 'dispatch',
      operation: 'delete',
      decision: 'changes-requested',
      requesterRef: 'user:default/pia',
      justification: expect.stringMatching(/^Its lifetime of 2 days ended on /),
    });
    expect(await annotations()).toMatchObject({
      'fairway.dev/state': 'removing',
    });
    expect(hook.calls.some(({ body }) => body.operation === 'delete')).toBe(
      false,
    );
    // Nobody else has to say yes, so she does.
    const { payload } = removal;
    const confirmed = await portal.send(
      'post',
      `/requests/${removal.id}/revise`,
      { as: person('pia'), body: { payload } },
    );
    expect(codeOf(confirmed)).toBeUndefined();
    expect(await end(removal.id)).toMatchObject({
      operation: 'delete',
      resource: 'notes',
      values: { size: 'small' },
      entity: ENTITY,
    });
    expect(await annotations()).toBeUndefined();
    expect(codeOf({ body: await get(id) })).toBe('resource-not-found');
    await goOn(30 * DAY);
    expect(await mine()).toEqual([]);
  });

  it('stays, and does not end, where its removal is rejected', async () => {
    // Here the owner of the environment is asked.
    const service = 'postgres-database';
    const approved = async (more: object = {}) => {
      const asked = await run({ ...NOTES, service, ...more });
      await portal.approve(asked);
      return asked.id;
    };
    await end(await approved(), ENTITY);
    const [{ id }] = await mine();
    const removal = await removalOf(id);
    expect(removal.decision).toBe('pending');
    await portal.send('post', `/requests/${removal.id}/reject`, {
      as: person('pat'),
      body: { planDigest: removal.planDigest, comment: 'Its notes are cited.' },
    });
    for (const later of [1_000, 30 * DAY]) await goOn(later);
    expect(await get(id)).toMatchObject({ phase: 'kept' });
    const gone = { operation: 'delete', lifetime: undefined };
    await end(await approved(gone));
  });

  it('does not live longer or for ever by a later change', async () => {
    const { id, lifetime } = await make();
    const change = await run({
      ...NOTES,
      operation: 'update',
      lifetime: 'P9D',
    });
    await end(change.id, ENTITY);
    expect((await get(id)).lifetime).toEqual(lifetime);
  });

  it('lives no longer than its receiver allows, and beyond that by an approval', async () => {
    const refused = await preview({ ...NOTES, lifetime: 'P15D' });
    expect(codeOf(refused)).toBe('lifetime-too-long');
    expect(refused.body.error.message).toMatch(
      /P15D, and the receiver "notebook" allows P14D at most/,
    );

    const { id, lifetime } = await make();
    const first = Date.parse(lifetime!.expiresAt);
    expect(Date.parse(lifetime!.maximumAt!)).toBe(first + 12 * DAY);
    expect((await extend(id, { by: 'P12D' })).status).toBe(200);
    const asked = await extend(id, { by: 'P1D' });
    expect(asked.status).toBe(202);
    const request = await until(asked.body.request.id, () => true);
    expect(request).toMatchObject({
      kind: 'lifetime',
      decision: 'pending',
      risks: [{ code: 'beyond-maximum' }],
    });
    await portal.approve(request);
    await until(request.id, hasEnded);
    const { expiresAt } = (await get(id)).lifetime;
    expect(Date.parse(expiresAt)).toBe(first + 13 * DAY);
  });

  it('is refused where the receiver could not be told to remove it', async () => {
    const refused = await preview({ ...NOTES, receiver: 'deaf' });
    expect(codeOf(refused)).toBe('dispatch-operation-refused');
    expect(refused.body.error.message).toMatch(/cannot have a lifetime/);
  });
});

describe('the limits of a team', () => {
  const database = () =>
    portal.send('post', '/requests/preview', {
      as: person('pia'),
      body: {
        kind: 'change',
        payload: {
          repoUrl: LIVE,
          files: [{ path: `${DEV}/try/terragrunt.hcl`, content: unit() }],
          lifetime: 'P3D',
        },
      },
    });

  it('count what was dispatched beside what is in Git, and what is asked for', async () => {
    expect((await database()).status).toBe(200);
    const { id } = await run(NOTES);
    const second = { ...NOTES, resource: 'more-notes' };
    expect(codeOf(await preview(second))).toBe('limit-reached');
    expect(codeOf(await database())).toBe('limit-reached');
    await end(id, ENTITY);
    expect(codeOf(await ask(second))).toBe('limit-reached');
    expect(codeOf(await database())).toBe('limit-reached');
    expect(codeOf(await preview({ ...second, lifetime: undefined }))).toBe(
      undefined,
    );
  });
});
