// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The whole life of what ends, over HTTP, with real repositories and the real policy; only the clock is moved.
import { readFile, writeFile } from 'node:fs/promises';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { notificationService } from '@backstage/plugin-notifications-node';
import type {
  ManagedResource,
  ResourceDetail,
} from '@fairway/backstage-plugin-self-service-common';
import {
  codeOf,
  person,
  type Portal,
  service,
  startPortal,
} from '../__testUtils__/portal';
import { pusher } from '../__testUtils__/pusher';
import { waitFor } from '../__testUtils__/waitFor';
import { DEV, LIVE, unit } from '../__testUtils__/world';
import { lifetimeClockServiceRef } from './clockServiceRef';

jest.setTimeout(120_000);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How far the clock of ends is ahead. */
let ahead = 0;
const sent = jest.fn();
let portal: Portal;

beforeAll(async () => {
  portal = await startPortal({
    features: [
      createServiceFactory({
        service: lifetimeClockServiceRef,
        deps: {},
        factory: () => () => new Date(Date.now() + ahead),
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send: sent }),
      }),
    ],
  });
});

afterAll(() => portal.stop());

beforeEach(() => {
  ahead = 0;
  sent.mockReset();
});

const mine = async (name: string, query = ''): Promise<ManagedResource[]> =>
  (await portal.send('get', `/resources${query}`, { as: person(name) })).body
    .items;

// A team has one at a time in this company.
afterEach(async () => {
  for (const { name, phase } of await mine('pia')) {
    if (phase !== 'gone') await takeAway(name);
  }
});

/** What owners were told of ends. */
const told = () =>
  sent.mock.calls
    .map(([message]) => message)
    .filter(({ payload }) => payload.topic === 'self-service lifetimes');

const round = () => portal.scheduler.triggerTask('self-service-lifetimes');
const goOn = async (milliseconds: number) => {
  ahead += milliseconds;
  await round();
};

const get = async (id: string, name = 'pia'): Promise<ResourceDetail> =>
  (await portal.send('get', `/resources/${id}`, { as: person(name) })).body;

const extend = (id: string, body: object, name = 'paul') =>
  portal.send('post', `/resources/${id}/extend`, {
    as: person(name),
    body: { reason: 'Not done yet', ...body },
  });

const keep = (id: string, name = 'paul') =>
  portal.send('post', `/resources/${id}/keep`, {
    as: person(name),
    body: { reason: 'Not done yet' },
  });

/** There, by an approved request. */
async function order(
  folder: string,
  options: { lifetime?: string; by?: string; module?: string } = {},
): Promise<ManagedResource> {
  const { lifetime = 'P14D', by = 'pia', module } = options;
  const path = `${DEV}/${folder}/terragrunt.hcl`;
  const opened = await portal.open(by, [{ path, content: unit({ module }) }], {
    lifetime,
  });
  await portal.approve(opened);
  await portal.until(opened.id, ({ execution }) => execution === 'succeeded');
  const found = (await mine(by)).find(({ name }) => name === folder);
  if (!found) throw new Error(`${folder} is not there`);
  return found;
}

/** The removal that is asked for. */
const removalOf = async (id: string) => {
  const { lifetime } = await get(id);
  if (!lifetime?.removalRequestId) throw new Error('No removal is asked for');
  return portal.until(
    lifetime.removalRequestId,
    ({ outputs }) => outputs.pullRequestNumber !== undefined,
  );
};

const annotationsOf = async (name: string) => {
  const { body } = await portal.send('get', '/entities', {
    as: service('plugin:catalog'),
  });
  return body.entities.find(
    (each: { metadata: { name: string } }) => each.metadata.name === name,
  )?.metadata.annotations;
};

const until = (moment: number) => new Date(moment).toISOString();

describe('what has a lifetime', () => {
  it('is announced, extended, and removed by an approved request', async () => {
    const { id, lifetime, phase } = await order('try-orders');
    expect(phase).toBe('counting');
    const left = Date.parse(lifetime!.expiresAt) - Date.now();
    expect(left / DAY).toBeCloseTo(14, 2);
    expect(await annotationsOf('dev-try-orders')).toMatchObject({
      'fairway.dev/state': 'ready',
      'fairway.dev/expires-at': lifetime!.expiresAt,
      'fairway.dev/resource-id': id,
    });

    await goOn(11.5 * DAY);
    expect((await get(id)).phase).toBe('counting');
    expect(told()).toEqual([]);
    await goOn(DAY);
    await round();
    expect((await get(id)).phase).toBe('expiring');
    expect(told()).toEqual([
      expect.objectContaining({
        recipients: expect.objectContaining({
          entityRef: ['group:default/payments', 'user:default/pia'],
        }),
        payload: expect.objectContaining({
          title: expect.stringContaining('try-orders" ends on'),
        }),
      }),
    ]);
    expect(await annotationsOf('dev-try-orders')).toMatchObject({
      'fairway.dev/state': 'expiring',
    });

    expect(codeOf(await extend(id, { by: 'P7D' }, 'eve'))).toBe(
      'resource-not-yours',
    );
    const extended = await extend(id, { by: 'P7D' });
    expect(extended.status).toBe(200);
    const expiresAt = Date.parse(lifetime!.expiresAt) + 7 * DAY;
    expect(extended.body.resource).toMatchObject({
      phase: 'counting',
      lifetime: { expiresAt: until(expiresAt) },
    });
    await goOn(2 * DAY);
    expect((await get(id)).phase).toBe('counting');

    await goOn(6.5 * DAY + 1_000);
    expect((await get(id)).phase).toBe('grace');
    await goOn(23 * HOUR);
    expect((await get(id)).lifetime?.removalRequestId).toBeUndefined();
    await goOn(HOUR + 1_000);
    await round();
    const removal = await removalOf(id);
    expect(removal).toMatchObject({
      operation: 'delete',
      decision: 'pending',
      requesterRef: 'user:default/pia',
      justification: expect.stringMatching(/^Its lifetime of P14D ended on /),
    });
    expect(removal.view.diff).toMatch(/deleted file mode/);
    // Whoever ordered it does not remove it alone, nor does the portal.
    expect(codeOf(await portal.approve(removal, 'pia'))).toMatch(/^approver-/);

    await portal.approve(removal);
    await portal.until(
      removal.id,
      ({ execution }) => execution === 'succeeded',
    );
    expect(
      (await portal.send('get', `/resources/${id}`, { as: person('pia') }))
        .status,
    ).toBe(404);
    expect(await annotationsOf('dev-try-orders')).toBeUndefined();
    await goOn(30 * DAY);
    const { body } = await portal.send('get', '/requests?text=try-orders', {
      as: person('pat'),
    });
    expect(body.items).toHaveLength(2);
  });

  it('stays where its removal is rejected, and says why', async () => {
    const { id } = await order('try-rejected');
    await goOn(15 * DAY);
    await goOn(DAY + 1_000);
    await round();
    const removal = await removalOf(id);
    await portal.send('post', `/requests/${removal.id}/reject`, {
      as: person('pat'),
      body: { planDigest: removal.planDigest, comment: 'We need its data.' },
    });
    await goOn(1_000);
    for (const later of [DAY, 30 * DAY, 300 * DAY]) await goOn(later);
    const kept = await get(id);
    expect(kept).toMatchObject({
      phase: 'kept',
      lifetime: {
        keptBecause: `Request ${removal.number}, its removal, was rejected by user:default/pat: We need its data.`,
      },
    });
    expect(kept.history[0]).toMatchObject({
      type: 'kept',
      message: expect.stringContaining('does not end by itself any more'),
    });
    expect(await annotationsOf('dev-try-rejected')).toMatchObject({
      'fairway.dev/state': 'ready',
    });
  });

  it('asks for an approval beyond the maximum, and ends later once it is given', async () => {
    const { id, lifetime } = await order('try-longer');
    expect(Date.parse(lifetime!.maximumAt!)).toBe(
      Date.parse(lifetime!.expiresAt) + 16 * DAY,
    );
    const moment = Date.parse(lifetime!.expiresAt) + 60 * DAY;
    const asked = await extend(id, { until: until(moment) });
    expect(asked.status).toBe(202);
    expect(asked.body.resource.lifetime.expiresAt).toBe(lifetime!.expiresAt);
    const again = await extend(id, { until: until(moment) });
    expect(again.body.request).toEqual(asked.body.request);

    const request = await portal.until(asked.body.request.id, () => true);
    expect(request).toMatchObject({ kind: 'lifetime', decision: 'pending' });
    expect(codeOf(await portal.approve(request, 'paul'))).toMatch(/^approver-/);
    await portal.approve(request);
    await portal.until(
      request.id,
      ({ execution }) => execution === 'succeeded',
    );
    const extended = await get(id);
    expect(extended.lifetime?.expiresAt).toBe(until(moment));
    expect(extended.history[0]).toMatchObject({
      type: 'extended',
      actorRef: 'user:default/paul',
      requestId: request.id,
    });
  });

  it('is kept by its owner while its removal is open, up to its maximum', async () => {
    const { id } = await order('try-kept');
    expect(codeOf(await keep(id))).toBe('lifetime-not-ending');
    await goOn(15 * DAY);
    await goOn(DAY + 1_000);
    await round();
    const removal = await removalOf(id);
    expect(codeOf(await keep(id, 'eve'))).toBe('resource-not-yours');
    expect((await keep(id)).body).toMatchObject({ phase: 'counting' });
    expect(
      await portal.until(removal.id, ({ decision }) => decision !== 'pending'),
    ).toMatchObject({ decision: 'cancelled' });

    // Once more to its end, and at its maximum nobody keeps it without being asked.
    await goOn(20 * DAY);
    await goOn(DAY + 1_000);
    await round();
    expect((await get(id)).phase).toBe('removing');
    expect(codeOf(await keep(id))).toBe('lifetime-at-maximum');
    const next = await removalOf(id);
    expect(next.id).not.toBe(removal.id);
    await portal.approve(next);
    await portal.until(next.id, ({ execution }) => execution === 'succeeded');
  });

  it('is not longer than its module allows, nor endless by a later change', async () => {
    const path = `${DEV}/try-limits/terragrunt.hcl`;
    const ask = (lifetime?: string, content = unit()) =>
      portal.send('post', '/requests/preview', {
        as: person('pia'),
        body: {
          kind: 'change',
          payload: {
            repoUrl: LIVE,
            files: [{ path, content }],
            ...(lifetime && { lifetime }),
          },
        },
      });
    const refused = await ask('P31D');
    expect(codeOf(refused)).toBe('lifetime-too-long');
    expect(refused.body.error.message).toMatch(/P31D.*P30D at most/);

    const { id, lifetime } = await order('try-limits', { lifetime: 'P3D' });
    const second = await portal.open(
      'paul',
      [{ path, content: unit({ inputs: '  name = "larger"\n' }) }],
      { onExists: 'replace' },
    );
    await portal.approve(second);
    await portal.until(second.id, ({ execution }) => execution === 'succeeded');
    expect((await get(id)).lifetime).toEqual(lifetime);
  });

  it('waits for the end of a freeze, and says so', async () => {
    const { policy } = portal.world.config.ownership as {
      policy: { file: string };
    };
    const thawed = await readFile(policy.file, 'utf8');
    const { id } = await order('try-frozen', {
      by: 'nia',
      module: 'network',
      lifetime: 'P1D',
    });
    await writeFile(
      policy.file,
      thawed.replace(
        'approvals:\n',
        `  - { id: freeze, effect: deny, to: [everyone], actions: [service.destroy], in: [dev], on: ['service:*'], when: { attr: time.now, between: ['2020-01-01T00:00:00Z', '2200-01-01T00:00:00Z'] }, why: Nothing is removed in these days. }\napprovals:\n`,
      ),
    );
    const mayRemove = async () => {
      const { status } = await portal.send('post', '/requests/preview', {
        as: person('nia'),
        body: {
          kind: 'change',
          payload: {
            repoUrl: LIVE,
            files: [{ path: `${DEV}/try-frozen/terragrunt.hcl`, delete: true }],
          },
        },
      });
      return status === 200;
    };
    await waitFor(async () => !(await mayRemove()), { within: 60_000 });
    await goOn(1.5 * DAY);
    await goOn(DAY + 1_000);
    await round();
    await goOn(HOUR);
    const waiting = await get(id, 'nia');
    expect(waiting.lifetime).toMatchObject({
      heldBackBecause: expect.stringContaining(
        'Nothing is removed in these days',
      ),
    });
    expect(waiting.lifetime!.removalRequestId).toBeUndefined();
    expect(
      waiting.history.filter(({ type }) => type === 'held-back'),
    ).toHaveLength(1);

    await writeFile(policy.file, thawed);
    await waitFor(mayRemove, { within: 60_000 });
    await goOn(HOUR);
    const removal = await removalOf(id);
    expect(removal).toMatchObject({
      decision: 'pending',
      requesterRef: 'user:default/nia',
    });
    expect((await get(id, 'nia')).lifetime?.heldBackBecause).toBeUndefined();
  });
});

describe('what nobody told the portal', () => {
  it('is known once Git is read again: taken away by hand, and put back', async () => {
    const { id } = await order('try-by-hand');
    await takeAway('try-by-hand');
    expect(await get(id)).toMatchObject({ phase: 'gone', mayExtend: false });
    expect(await annotationsOf('dev-try-by-hand')).toMatchObject({
      'fairway.dev/state': 'gone',
    });
    // Nothing is asked for of what is not there.
    await goOn(16 * DAY);
    await goOn(DAY);
    expect((await get(id)).lifetime?.removalRequestId).toBeUndefined();
    ahead = 0;
    await pusher(portal.world.gitDir)(
      'main',
      { [`${DEV}/try-by-hand/terragrunt.hcl`]: unit() },
      'dan',
    );
    await portal.scheduler.triggerTask('self-service-reconcile');
    expect((await get(id)).phase).toBe('counting');
    expect(await annotationsOf('dev-try-by-hand')).toMatchObject({
      'fairway.dev/state': 'ready',
    });
    await takeAway('try-by-hand');
    ahead = 8 * DAY;
    await portal.scheduler.triggerTask('self-service-reconcile');
    expect(
      codeOf(
        await portal.send('get', `/resources/${id}`, { as: person('pia') }),
      ),
    ).toBe('resource-not-found');
  });
});

describe('the lists', () => {
  it('show people their own, the next to end first, and administrators those of all', async () => {
    const { id } = await order('try-listed', { lifetime: 'P2D' });
    expect((await mine('pia', '?expiring=true')).map(each => each.id)).toEqual([
      id,
    ]);
    const { body } = await portal.send('get', '/expiring?view=all&limit=1', {
      as: person('pat'),
    });
    expect(body.items).toHaveLength(1);
    const rest = await portal.send(
      'get',
      `/expiring?view=all&cursor=${body.nextCursor}`,
      { as: person('pat') },
    );
    const all = [...body.items, ...rest.body.items] as ManagedResource[];
    expect(all.map(each => each.name).sort()).toEqual([
      'try-frozen',
      'try-listed',
    ]);
    expect(
      codeOf(
        await portal.send('get', '/expiring?view=all', { as: person('eve') }),
      ),
    ).toBe('resources-of-others');
    expect(await mine('eve')).toEqual([]);
    expect(
      codeOf(
        await portal.send('get', '/resources?cursor=none', {
          as: person('pia'),
        }),
      ),
    ).toBe('resource-input-invalid');
  });
});

/** Out of Git by hand, past the portal, which nobody tells; from then on it counts against no limit. */
async function takeAway(folder: string): Promise<void> {
  await pusher(portal.world.gitDir)(
    'main',
    { [`${DEV}/${folder}/terragrunt.hcl`]: undefined },
    'dan',
  );
  await portal.scheduler.triggerTask('self-service-reconcile');
}
