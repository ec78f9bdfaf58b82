// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { DAY, HOUR, type Office } from './__testUtils__/Office';
import { code, offices } from './__testUtils__/offices';
import { NOTE, OWNERS, type World } from './__testUtils__/World';

describe('drafts and submissions', () => {
  const openOffice = offices();
  let world: World;
  let office: Office;

  beforeEach(async () => {
    ({ world, office } = await openOffice());
  });

  it('previews plan, rule and the open request of the resource, and keeps nothing', async () => {
    const open = await office.pending(NOTE);
    const preview = await office.service.preview(
      { kind: 'note', payload: { ...NOTE, text: 'Hi' } },
      office.caller('stan'),
    );
    expect(preview).toMatchObject({
      title: 'Write the note hello',
      operation: 'create',
      resourceRefs: ['note:hello'],
      approval: OWNERS(),
      openRequest: { id: open.id, number: open.number },
      view: { fields: [{ path: 'hello', after: 'Hi' }] },
    });
    const { all } = await office.service.counts({}, office.caller('ada'));
    expect(all).toBe(1);
  });

  it('names what is wrong with a payload, and unknown kinds', async () => {
    const payload = { name: 'No', text: 7 };
    await expect(
      office.service.preview({ kind: 'note', payload }, office.caller('rita')),
    ).rejects.toMatchObject({
      code: 'request-payload-invalid',
      message: expect.stringMatching(/"name".*"text"/),
      details: { issues: [{ path: ['name'] }, { path: ['text'] }] },
    });
    await expect(
      office.service.preview(
        { kind: 'poem', payload: {} },
        office.caller('rita'),
      ),
    ).rejects.toEqual(code('request-kind-unknown'));
  });

  it('makes one request of one idempotency key, and refuses another content for it', async () => {
    const input = { kind: 'note', payload: NOTE, idempotencyKey: 'one' };
    const first = await office.service.create(input, office.caller('rita'));
    // It could not be planned a second time by now.
    world.refused = true;
    const second = await office.service.create(input, office.caller('rita'));
    world.refused = false;
    expect([first.created, second.created]).toEqual([true, false]);
    expect(second.request.id).toBe(first.request.id);
    await expect(
      office.service.create(
        { ...input, payload: { ...NOTE, text: 'Other' } },
        office.caller('rita'),
      ),
    ).rejects.toEqual(code('idempotency-key-reused'));
    const other = await office.service.create(input, office.caller('rob'));
    expect(other.created).toBe(true);
  });

  it('makes one request of many calls at once with one key', async () => {
    const input = { kind: 'note', payload: NOTE, idempotencyKey: 'one' };
    const results = await Promise.all(
      Array.from({ length: 5 }, () =>
        office.service.create(input, office.caller('rita')),
      ),
    );
    expect(new Set(results.map(({ request }) => request.id)).size).toBe(1);
    expect(results.filter(({ created }) => created)).toHaveLength(1);
  });

  it('takes up a submission that was lost after the draft was kept', async () => {
    const input = {
      kind: 'note',
      payload: NOTE,
      idempotencyKey: 'one',
      submit: 'now',
    } as const;
    await office.service.create(
      { ...input, submit: 'review' },
      office.caller('rita'),
    );
    const { request, created } = await office.service.create(
      input,
      office.caller('rita'),
    );
    expect({ created, decision: request.decision }).toEqual({
      created: false,
      decision: 'pending',
    });
  });

  it('locks nothing as a draft, and lets one of two drafts be submitted', async () => {
    const [first, second] = [
      await office.draft(NOTE),
      await office.draft(NOTE, 'rob'),
    ];
    await office.service.submit(second.id, office.caller('rob'));
    await expect(
      office.service.submit(first.id, office.caller('rita')),
    ).rejects.toMatchObject({
      code: 'resource-busy',
      details: { openRequest: { id: second.id, number: second.number } },
    });
    expect(await office.see(first.id)).toMatchObject({ decision: 'draft' });
  });

  it('throws a draft away after a day, and only then', async () => {
    const { id, draftExpiresAt } = await office.draft(NOTE);
    expect(draftExpiresAt).toBe('2026-06-02T10:00:00.000Z');
    office.pass(DAY - 1);
    await office.due();
    expect(await office.see(id)).toMatchObject({ decision: 'draft' });
    office.pass(1);
    await office.due();
    expect(await office.see(id)).toMatchObject({ decision: 'expired' });
    expect(world.runs(id)).toEqual([]);
  });

  it('lets only the requester submit and discard', async () => {
    const { id } = await office.draft(NOTE);
    for (const name of ['rob', 'ada']) {
      await expect(
        office.service.submit(id, office.caller(name)),
      ).rejects.toEqual(code('request-not-yours'));
    }
    await expect(
      office.service.submit(id, office.caller('stan')),
    ).rejects.toEqual(code('request-not-readable'));
    const discarded = await office.service.discard(id, office.caller('rita'));
    expect(discarded.decision).toBe('cancelled');
    expect(await office.types(id)).toEqual([
      'created',
      'refused',
      'refused',
      'discarded',
    ]);
  });

  it('shows a plan that moved since the draft before it is submitted', async () => {
    const draft = await office.draft(NOTE);
    await world.write('hello.txt', 'Already');
    await expect(
      office.service.submit(draft.id, office.caller('rita')),
    ).rejects.toMatchObject({
      code: 'plan-changed',
      details: {
        seen: { planDigest: draft.planDigest, plan: draft.plan },
        current: { plan: { before: 'Already' } },
      },
    });
    const shown = await office.see(draft.id);
    expect(shown).toMatchObject({
      decision: 'draft',
      revision: 2,
      operation: 'update',
      plan: { before: 'Already' },
    });
    const submitted = await office.service.submit(
      draft.id,
      office.caller('rita'),
    );
    expect(submitted.decision).toBe('pending');
  });

  it('refuses at submission what nobody can decide', async () => {
    world.rule = { mode: 'none', by: ['freeze'], message: 'Frozen till May.' };
    const { id } = await office.draft(NOTE);
    await expect(
      office.service.submit(id, office.caller('rita')),
    ).rejects.toMatchObject({
      code: 'approval-impossible',
      message: expect.stringContaining('Frozen till May.'),
    });
    expect(await office.see(id)).toMatchObject({ decision: 'draft' });
  });

  it('asks the policy about the requester again at submission', async () => {
    const { id } = await office.draft(NOTE);
    world.refused = true;
    await expect(
      office.service.submit(id, office.caller('rita')),
    ).rejects.toEqual(code('note-refused'));
  });

  it('approves by a rule at once, with its id in the record, and does it', async () => {
    world.rule = { mode: 'auto', by: ['dev-is-free'] };
    const { id } = await office.draft(NOTE);
    const submitted = await office.service.submit(id, office.caller('rita'));
    expect(submitted).toMatchObject({
      decision: 'approved',
      execution: 'queued',
    });
    await office.due();
    expect(await office.see(id)).toMatchObject({ execution: 'succeeded' });
    expect(await world.read('hello.txt')).toBe('Hello');
    const { items } = await office.service.events(id, office.caller('rita'));
    expect(items.find(({ type }) => type === 'auto-approved')).toMatchObject({
      actorRef: 'system',
      data: { by: ['dev-is-free'], planDigest: submitted.planDigest },
    });
  });

  it('sets deadlines, reminds once, and expires', async () => {
    const request = await office.pending(NOTE);
    expect(request.decideBy).toBe('2026-06-03T10:00:00.000Z');
    office.pass(DAY + HOUR);
    await office.due();
    await office.due();
    office.pass(DAY);
    await office.due();
    expect(await office.see(request.id)).toMatchObject({
      decision: 'expired',
    });
    expect(await office.types(request.id)).toEqual([
      'created',
      'submitted',
      'step-started',
      'step-done',
      'reminded',
      'expired',
      'step-started',
      'step-done',
    ]);
    expect(world.runs(request.id)).toEqual([
      'submit.propose',
      'close.withdraw',
    ]);
    expect(await world.read('proposals', request.id)).toBeUndefined();
    await expect(office.approve(request, 'olga')).rejects.toEqual(
      code('request-ended'),
    );
    // The resource is free again.
    expect(await office.pending(NOTE)).toMatchObject({ decision: 'pending' });
  });

  it('keeps what its kind redacts out of answers, history and exports', async () => {
    const { id, payload } = await office.pending({
      ...NOTE,
      secret: 'hunter2',
    });
    expect(payload).toMatchObject({ secret: '(kept)' });
    const all = [
      await office.see(id),
      await office.service.events(id, office.caller('rita')),
    ];
    for (const format of ['ndjson', 'csv'] as const) {
      for await (const chunk of office.service.export(
        { format },
        office.caller('ada'),
      )) {
        all.push(chunk as never);
      }
    }
    expect(JSON.stringify(all)).not.toContain('hunter2');
  });

  it('lets nobody else revise a draft, though they would decide about it', async () => {
    const { id } = await office.draft(NOTE, 'olga');
    await expect(
      office.service.revise(id, { payload: NOTE }, office.caller('omar')),
    ).rejects.toEqual(code('request-not-yours'));
    const revised = await office.service.revise(
      id,
      { payload: { ...NOTE, text: 'Hi' }, justification: 'Shorter' },
      office.caller('olga'),
    );
    expect(revised).toMatchObject({
      decision: 'draft',
      revision: 2,
      justification: 'Shorter',
      plan: { after: 'Hi' },
    });
  });
});
