// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ApprovalRule } from '@fairway/requests-common';
import { DAY, type Office } from './__testUtils__/Office';
import { code, offices } from './__testUtils__/offices';
import { NOTE, OWNERS, type World } from './__testUtils__/World';

describe('decisions', () => {
  const openOffice = offices();
  let world: World;
  let office: Office;

  beforeEach(async () => {
    ({ world, office } = await openOffice());
  });

  it('executes what somebody else of the owners approved', async () => {
    const request = await office.pending(NOTE);
    const approved = await office.approve(request, 'olga');
    expect(approved).toMatchObject({
      decision: 'approved',
      execution: 'queued',
      decisions: [
        {
          approverRef: 'user:default/olga',
          entitledBy: ['group:default/owners'],
          verdict: 'approved',
          planDigest: request.planDigest,
        },
      ],
    });
    expect(approved.decideBy).toBeUndefined();
    await office.due();
    expect(await office.see(request.id)).toMatchObject({
      execution: 'succeeded',
      statusLabel: 'written',
      summary: 'hello.txt is written',
      outputs: { proposal: request.id, prepared: true },
    });
    expect(await world.read('hello.txt')).toBe('Hello');
  });

  it('lets nobody approve their own, though they belong to the owners, and writes the attempt down', async () => {
    const request = await office.pending(NOTE, 'olga');
    await expect(office.approve(request, 'olga')).rejects.toMatchObject({
      name: 'NotAllowedError',
      code: 'approver-is-requester',
    });
    expect(await office.types(request.id)).toContain('refused');
    expect(request.waitingForMe).toBe(false);
    expect(request.actions.approve).toMatchObject({
      allowed: false,
      because: expect.stringContaining('their own request'),
    });
  });

  it('lets nobody approve who wrote a revision', async () => {
    const request = await office.pending(NOTE);
    const revised = await office.service.revise(
      request.id,
      { payload: { ...NOTE, text: 'Hi' } },
      office.caller('olga'),
    );
    expect(revised).toMatchObject({
      revision: 2,
      authorRefs: ['user:default/rita', 'user:default/olga'],
    });
    await expect(office.approve(revised, 'olga')).rejects.toEqual(
      code('approver-is-author'),
    );
    expect(await office.approve(revised, 'omar')).toMatchObject({
      decision: 'approved',
    });
  });

  it('lets strangers, teammates and administrators decide nothing', async () => {
    const request = await office.pending(NOTE);
    await expect(office.approve(request, 'stan')).rejects.toEqual(
      code('request-not-readable'),
    );
    for (const name of ['rob', 'ada']) {
      await expect(office.approve(request, name)).rejects.toEqual(
        code('approver-not-entitled'),
      );
      await expect(office.reject(request, name)).rejects.toEqual(
        code('approver-not-entitled'),
      );
      await expect(office.requestChanges(request, name)).rejects.toEqual(
        code('approver-not-entitled'),
      );
    }
    const { items } = await office.service.events(
      request.id,
      office.caller('rita'),
    );
    expect(
      items
        .filter(({ type }) => type === 'refused')
        .map(({ actorRef, data }) => `${actorRef} ${data.action} ${data.code}`),
    ).toEqual(
      ['rob', 'ada'].flatMap(name =>
        ['approve', 'reject', 'request-changes'].map(
          action => `user:default/${name} ${action} approver-not-entitled`,
        ),
      ),
    );
  });

  it('asks who belongs to the owners when they approve, not when they were asked', async () => {
    const request = await office.pending(NOTE);
    office.groups.olga = [];
    await expect(office.approve(request, 'olga')).rejects.toEqual(
      code('request-not-readable'),
    );
    office.groups.rob = ['group:default/owners'];
    expect(await office.approve(request, 'rob')).toMatchObject({
      decision: 'approved',
    });
  });

  it('answers 409 with both plans when the plan is another at the approval, and shows the new one', async () => {
    const request = await office.pending(NOTE);
    await world.write('hello.txt', 'Meanwhile');
    await expect(office.approve(request, 'olga')).rejects.toMatchObject({
      name: 'ConflictError',
      code: 'plan-changed',
      details: {
        seen: { planDigest: request.planDigest, plan: request.plan },
        current: {
          plan: { before: 'Meanwhile' },
          view: { fields: [{ before: 'Meanwhile', after: 'Hello' }] },
        },
      },
    });
    const shown = await office.see(request.id);
    expect(shown).toMatchObject({
      decision: 'pending',
      revision: 2,
      plan: { before: 'Meanwhile' },
      decisions: [],
    });
    // What was seen is still not what is there.
    await expect(office.approve(request, 'olga')).rejects.toEqual(
      code('plan-changed'),
    );
    expect(await office.approve(shown, 'olga')).toMatchObject({
      decision: 'approved',
    });
    await office.due();
    expect(world.runs(request.id).slice(0, 2)).toEqual([
      'submit.propose',
      'submit.propose',
    ]);
  });

  it('takes no word about an older revision', async () => {
    const request = await office.pending(NOTE);
    await office.service.revise(
      request.id,
      { payload: { ...NOTE, text: 'Hi' } },
      office.caller('rita'),
    );
    for (const word of [
      () => office.approve(request, 'olga'),
      () => office.reject(request, 'olga'),
      () => office.requestChanges(request, 'olga'),
    ]) {
      await expect(word()).rejects.toEqual(code('plan-changed'));
    }
  });

  it('needs as many different people as the rule says', async () => {
    world.rule = OWNERS(2);
    const request = await office.pending(NOTE);
    expect(await office.approve(request, 'olga')).toMatchObject({
      decision: 'pending',
      stages: [{ approvedBy: ['user:default/olga'], state: 'pending' }],
    });
    await expect(office.approve(request, 'olga')).rejects.toEqual(
      code('approver-already-decided'),
    );
    const seen = await office.service.get(request.id, office.caller('olga'));
    expect(seen.waitingForMe).toBe(false);
    expect(await office.approve(request, 'omar')).toMatchObject({
      decision: 'approved',
    });
  });

  it('counts both of two approvals at once, and executes once', async () => {
    world.rule = OWNERS(2);
    const request = await office.pending(NOTE);
    await Promise.all([
      office.approve(request, 'olga'),
      office.approve(request, 'omar'),
    ]);
    expect(await office.see(request.id)).toMatchObject({
      decision: 'approved',
    });
    const types = await office.types(request.id);
    expect(types.filter(type => type === 'approval-given')).toHaveLength(2);
    expect(types.filter(type => type === 'approved')).toHaveLength(1);
  });

  it('lets one of an approval, a rejection and a cancel at once win', async () => {
    const request = await office.pending(NOTE);
    const results = await Promise.allSettled([
      office.approve(request, 'olga'),
      office.reject(request, 'omar'),
      office.service.cancel(request.id, {}, office.caller('rita')),
    ]);
    const { decision, execution } = await office.see(request.id);
    const ends = { approved: 1, rejected: 1, cancelled: 1 };
    expect(Object.keys(ends)).toContain(decision);
    const won = results.filter(({ status }) => status === 'fulfilled').length;
    // A cancel of what was just approved is one more.
    expect(won).toBe(execution === 'compensated' ? 2 : 1);
  });

  it('forgets the approval of somebody who left before the last one', async () => {
    world.rule = OWNERS(2);
    const request = await office.pending(NOTE);
    await office.approve(request, 'olga');
    delete office.groups.olga;
    expect(await office.approve(request, 'omar')).toMatchObject({
      decision: 'pending',
      decisions: [
        { approverRef: 'user:default/olga', lapsed: 'left-group' },
        { approverRef: 'user:default/omar' },
      ],
    });
    expect(await office.approve(request, 'oki')).toMatchObject({
      decision: 'approved',
    });
  });

  it('goes by the rule of the policy at the approval', async () => {
    const request = await office.pending(NOTE);
    world.rule = OWNERS(2);
    expect(await office.approve(request, 'olga')).toMatchObject({
      decision: 'pending',
      approval: OWNERS(2),
    });
  });

  it('needs all stages', async () => {
    const stage = (id: string, group: string) => ({
      id,
      from: [`group:default/${group}`],
      count: 1,
      rejectAfter: 1,
    });
    const rule: ApprovalRule = {
      mode: 'stages',
      by: ['two-teams'],
      stages: [stage('owners', 'owners'), stage('strangers', 'strangers')],
    };
    world.rule = rule;
    const request = await office.pending(NOTE);
    await office.approve(request, 'olga');
    const seen = await office.service.get(request.id, office.caller('omar'));
    expect([seen.waitingForMe, seen.actions.approve.allowed]).toEqual([
      false,
      false,
    ]);
    expect(await office.approve(request, 'stan')).toMatchObject({
      decision: 'approved',
    });
  });

  it('takes no word after the deadline, though no timer came to it yet', async () => {
    const request = await office.pending(NOTE);
    office.pass(2 * DAY);
    await expect(office.approve(request, 'olga')).rejects.toEqual(
      code('request-ended'),
    );
    expect(await office.see(request.id)).toMatchObject({
      decision: 'expired',
    });
  });
});
