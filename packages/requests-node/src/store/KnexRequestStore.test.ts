// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { RecordedDecision, RequestStep } from '@fairway/requests-common';
import type { Knex } from 'knex';
import { KnexRequestStore } from '.';
import { newRequest, NOW } from './__testUtils__/newRequest';
import type { NewRequest, Transition } from './types';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});
const PIA = 'user:default/pia';
const BY_PIA = { actorRef: PIA, data: {} };
const ADMINISTRATOR = { refs: [], userRef: 'user:default/root', seesAll: true };

describe.each(databases.eachSupportedId())(
  'KnexRequestStore on %s',
  databaseId => {
    let knex: Knex;
    let store: KnexRequestStore;
    let now: Date;

    beforeEach(async () => {
      now = NOW;
      knex = await databases.init(databaseId);
      store = await KnexRequestStore.create({
        database: mockServices.database({ knex }),
        clock: () => now,
      });
    });

    const create = async (overrides: Partial<NewRequest> = {}) =>
      (await store.create(newRequest(overrides), BY_PIA)).request;
    const move = (
      id: string,
      rowVersion: number,
      transition: Partial<Transition> = {},
    ) =>
      store.transition(id, { rowVersion, set: {}, events: [], ...transition });

    describe('a new request', () => {
      it('is kept as it was given, numbered, with its first event', async () => {
        const full = newRequest({
          title: 'Ä "quoted" 100 %\u{1f600}',
          justification: 'Because',
          resourceRefs: ['live:/a', 'live:/b'],
          environmentRef: 'prod',
          ownerRef: 'group:default/payments',
          risks: [{ code: 'destroys-data', level: 'high', message: 'Gone.' }],
          checks: [{ name: 'plan', state: 'passed' }],
          links: [{ rel: 'branch', title: 'b', url: '/b' }],
          outputs: { sha: 'abc', nested: [1, { a: null }] },
          statusLabel: 'waiting',
          summary: 'sum',
          failure: {
            stepId: 's',
            code: 'c',
            message: 'm',
            next: 'n',
            retryable: true,
          },
          deciderRefs: ['group:default/owners'],
          draftExpiresAt: new Date('2026-06-02T10:00:00.000Z'),
          decideBy: new Date('2026-06-03T10:00:00.000Z'),
          remindAt: new Date('2026-06-02T11:00:00.000Z'),
          remindedAt: new Date('2026-06-02T11:00:01.000Z'),
          submittedAt: NOW,
        });
        const { request, created } = await store.create(full, {
          actorRef: PIA,
          data: { origin: 'form' },
        });

        expect(created).toBe(true);
        expect(request).toEqual({
          ...full,
          number: 1,
          rowVersion: 1,
          updatedAt: NOW,
        });
        expect(await store.get(full.id)).toEqual(request);
        expect(await store.getByNumber(1)).toEqual(request);
        expect(await store.get('unknown')).toBeUndefined();
        expect(await store.events(full.id)).toEqual([
          {
            requestId: full.id,
            sequence: 1,
            type: 'created',
            actorRef: PIA,
            at: NOW.toISOString(),
            data: { origin: 'form' },
            prevHash: '0'.repeat(64),
            hash: expect.stringMatching(/^[0-9a-f]{64}$/),
          },
        ]);
      });

      it('is the earlier one when a key of the same person comes again', async () => {
        const first = await create({ idempotencyKey: 'key' });
        const again = await store.create(
          newRequest({ idempotencyKey: 'key', title: 'Other' }),
          BY_PIA,
        );
        const other = await store.create(
          newRequest({
            idempotencyKey: 'key',
            requesterRef: 'user:default/nia',
          }),
          BY_PIA,
        );

        expect(again).toEqual({ request: first, created: false });
        expect(other.created).toBe(true);
        expect(other.request.number).toBeGreaterThan(first.number);
        expect(
          await store.getByIdempotencyKey({
            requesterRef: PIA,
            idempotencyKey: 'key',
          }),
        ).toEqual(first);
      });

      it('is one for a key that comes many times at once', async () => {
        const results = await Promise.all(
          Array.from({ length: 20 }, () =>
            store.create(newRequest({ idempotencyKey: 'same' }), BY_PIA),
          ),
        );
        expect(results.filter(({ created }) => created)).toHaveLength(1);
        expect(new Set(results.map(({ request }) => request.id)).size).toBe(1);
      });
    });

    describe('a transition', () => {
      it('writes what it names, counts the version, and leaves the rest', async () => {
        const request = await create({ justification: 'Because' });
        now = new Date(NOW.getTime() + 1_000);
        const moved = await move(request.id, 1, {
          set: {
            decision: 'pending',
            justification: undefined,
            submittedAt: now,
          },
          events: [
            { type: 'submitted', actorRef: PIA, data: { left: undefined } },
            { type: 'asked', actorRef: 'system', data: { half: '\ud800' } },
          ],
        });

        expect(moved).toEqual({
          ...request,
          decision: 'pending',
          justification: undefined,
          submittedAt: now,
          updatedAt: now,
          rowVersion: 2,
        });
        expect(await store.get(request.id)).toEqual(moved);
        const events = await store.events(request.id);
        expect(events.map(({ type, data }) => [type, data])).toEqual([
          ['created', {}],
          ['submitted', {}],
          ['asked', { half: '\u{fffd}' }],
        ]);
        expect(events[2].prevHash).toBe(events[1].hash);
        expect(await store.verify()).toEqual({
          ok: true,
          requests: 1,
          events: 3,
        });
      });

      it('is refused for another version, for good and without a trace', async () => {
        const request = await create();
        await move(request.id, 1);
        await expect(
          move(request.id, 1, {
            set: { title: 'Lost' },
            events: [{ type: 'lost', actorRef: PIA, data: {} }],
            outbox: [{ channel: 'signal', payload: {} }],
          }),
        ).rejects.toMatchObject({ code: 'request-moved' });
        await expect(move('unknown', 1)).rejects.toMatchObject({
          code: 'request-not-found',
        });
        expect(await store.get(request.id)).toMatchObject({
          title: request.title,
          rowVersion: 2,
        });
        expect(await store.events(request.id)).toHaveLength(1);
      });

      it('commits or rolls back with the domain rows of the plugin', async () => {
        const request = await create();
        await knex.schema.createTable('topics', table => {
          table.string('name').primary();
        });
        await expect(
          move(request.id, 1, {
            events: [{ type: 'applied', actorRef: 'system', data: {} }],
            outbox: [{ channel: 'signal', payload: {} }],
            also: async transaction => {
              await transaction('topics').insert({ name: 'orders' });
              throw new Error('No');
            },
          }),
        ).rejects.toThrow('No');
        expect(await knex('topics').select()).toEqual([]);
        expect(await store.events(request.id)).toHaveLength(1);

        await move(request.id, 1, {
          also: async transaction => {
            await transaction('topics').insert({ name: 'orders' });
          },
        });
        expect(await knex('topics').select()).toEqual([{ name: 'orders' }]);
      });

      it('is one of two at once', async () => {
        const request = await create();
        const results = await Promise.allSettled(
          ['first', 'second', 'third'].map(title =>
            move(request.id, 1, {
              set: { title },
              events: [{ type: title, actorRef: PIA, data: {} }],
            }),
          ),
        );
        expect(results.map(({ status }) => status).sort()).toEqual([
          'fulfilled',
          'rejected',
          'rejected',
        ]);
        expect(await store.verify()).toMatchObject({ ok: true, events: 2 });
      });
    });

    describe('resources', () => {
      const resourceRefs = ['live:/a', `live:/${'long/'.repeat(1_000)}`];
      const hold = { set: { holdsResources: true } };

      it('have one open request each; drafts do not count', async () => {
        const first = await create({ resourceRefs });
        const second = await create({ resourceRefs: [resourceRefs[1]] });
        expect(await store.holders(resourceRefs)).toEqual([]);

        await move(first.id, 1, hold);
        expect(await store.holders(resourceRefs)).toEqual([
          { id: first.id, number: first.number },
        ]);
        const refused = move(second.id, 1, {
          ...hold,
          events: [{ type: 'submitted', actorRef: PIA, data: {} }],
        });
        await expect(refused).rejects.toMatchObject({
          code: 'resource-busy',
          details: { openRequest: { id: first.id, number: first.number } },
        });
        expect(await store.events(second.id)).toHaveLength(1);
        expect(await store.get(second.id)).toMatchObject({ rowVersion: 1 });

        await move(first.id, 2, { set: { holdsResources: false } });
        await move(second.id, 1, hold);
        expect(await store.holders(resourceRefs)).toEqual([
          { id: second.id, number: second.number },
        ]);
      });

      it('follow a revision that is about others', async () => {
        const first = await create({ resourceRefs });
        await move(first.id, 1, hold);
        await move(first.id, 2, { set: { resourceRefs: ['live:/c'] } });
        expect(await store.holders(resourceRefs)).toEqual([]);
        expect(await store.holders(['live:/c'])).toHaveLength(1);
        const page = await store.list(
          { limit: 10, resource: ['live:/c'] },
          ADMINISTRATOR,
        );
        expect(page.items).toHaveLength(1);
      });

      it('go to one of many that want them at once', async () => {
        const requests = [];
        for (let n = 0; n < 10; n++)
          requests.push(await create({ resourceRefs }));
        const results = await Promise.allSettled(
          requests.map(({ id }) => move(id, 1, hold)),
        );
        const refused = results.filter(({ status }) => status === 'rejected');
        expect(refused).toHaveLength(9);
        for (const result of refused) {
          expect(result).toMatchObject({ reason: { code: 'resource-busy' } });
        }
        expect(await store.holders(resourceRefs)).toHaveLength(1);
      });
    });

    it('keeps decisions in their order, and why they lapsed', async () => {
      const request = await create();
      const decision = (id: string, comment?: string): RecordedDecision => ({
        id,
        approverRef: `user:default/${id}`,
        entitledBy: ['group:default/owners'],
        verdict: 'approved',
        planDigest: request.planDigest,
        revision: 1,
        at: NOW.toISOString(),
        ...(comment && { comment }),
      });
      await move(request.id, 1, {
        decisions: { add: [decision('z', 'Fine'), decision('a')] },
      });
      await move(request.id, 2, {
        decisions: {
          add: [decision('m')],
          lapse: [{ id: 'z', lapsed: 'revised' }],
        },
      });
      expect(await store.decisions(request.id)).toEqual([
        { ...decision('z', 'Fine'), lapsed: 'revised' },
        decision('a'),
        decision('m'),
      ]);
    });

    it('keeps steps by phase, replaces a phase, and writes one step', async () => {
      const request = await create();
      const step = (
        id: string,
        phase: RequestStep['phase'],
        more: Partial<RequestStep> = {},
      ): RequestStep => ({
        id,
        phase,
        title: id,
        status: 'pending',
        irreversible: false,
        attempt: 0,
        ...more,
      });
      const execute = [step('merge', 'execute'), step('apply', 'execute')];
      await move(request.id, 1, {
        steps: [{ phase: 'execute', steps: execute }],
      });
      await move(request.id, 2, {
        steps: [{ phase: 'submit', steps: [step('push', 'submit')] }],
      });
      const failed = step('merge', 'execute', {
        status: 'failed',
        irreversible: true,
        attempt: 2,
        waitingFor: 'the host',
        failure: { code: 'c', message: 'm', retryable: true },
        outputs: { sha: 'abc' },
        startedAt: NOW.toISOString(),
        endedAt: NOW.toISOString(),
      });
      await move(request.id, 3, { step: failed });
      expect(await store.steps(request.id)).toEqual([
        step('push', 'submit'),
        failed,
        execute[1],
      ]);

      await move(request.id, 4, { steps: [{ phase: 'execute', steps: [] }] });
      expect(await store.steps(request.id)).toEqual([step('push', 'submit')]);
      await expect(move(request.id, 5, { step: failed })).rejects.toThrow(
        'has no step "merge"',
      );
    });

    it('keeps comments and logs, whatever is in them', async () => {
      const { id } = await create();
      const comment = await store.addComment(id, {
        authorRef: PIA,
        text: 'a\0b',
      });
      await store.addComment(id, { authorRef: PIA, text: 'second' });
      const comments = await store.comments(id);
      expect(comments[0]).toEqual(comment);
      expect(comments.map(({ text }) => text)).toEqual([
        'a\u{fffd}b',
        'second',
      ]);

      const lines = Array.from({ length: 450 }, (_, n) => ({ text: `${n}\0` }));
      await Promise.all([
        store.appendLogs(id, lines),
        store.appendLogs(id, [{ stepId: 'merge', text: 'x' }]),
      ]);
      const first = await store.logs(id, { after: 0, limit: 451 });
      expect(first.items.map(({ sequence }) => sequence)).toEqual(
        Array.from({ length: 451 }, (_, n) => n + 1),
      );
      expect(first.more).toBe(false);
      const part = await store.logs(id, { after: 10, limit: 5 });
      expect(part.items.map(({ sequence }) => sequence)).toEqual([
        11, 12, 13, 14, 15,
      ]);
      expect(part.more).toBe(true);

      const unknown = { code: 'request-not-found' };
      await expect(
        store.addComment('x', { authorRef: PIA, text: 'a' }),
      ).rejects.toMatchObject(unknown);
      await expect(store.appendLogs('x', lines)).rejects.toMatchObject(unknown);
    });

    it('finds what the clock has come for, the longest due first', async () => {
      const at = (minutes: number) =>
        new Date(NOW.getTime() + minutes * 60_000);
      const draft = await create({ draftExpiresAt: at(3) });
      const waiting = await create({
        decision: 'pending',
        decideBy: at(4),
        remindAt: at(1),
      });
      const changes = await create({
        decision: 'changes-requested',
        decideBy: at(2),
        remindAt: at(1),
      });
      await create({ decision: 'approved', decideBy: at(1), remindAt: at(1) });
      const due = async () =>
        (await store.due({ limit: 10 })).map(({ id }) => id);

      expect(await due()).toEqual([]);
      now = at(3);
      expect(await due()).toEqual([waiting.id, changes.id, draft.id]);
      expect(await store.due({ limit: 1 })).toHaveLength(1);

      await move(waiting.id, 1, { set: { remindedAt: now } });
      await move(draft.id, 1, { set: { decision: 'expired' } });
      expect(await due()).toEqual([changes.id]);
      now = at(4);
      expect(await due()).toEqual([changes.id, waiting.id]);
    });
  },
);
