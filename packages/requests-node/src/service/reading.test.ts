// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Office } from './__testUtils__/Office';
import { offices } from './__testUtils__/offices';
import { NOTE } from './__testUtils__/World';

describe('reading', () => {
  const openOffice = offices();
  let office: Office;

  beforeEach(async () => {
    ({ office } = await openOffice());
  });

  const listed = async (name: string, filters = {}) => {
    const page = await office.service.list(filters, office.caller(name));
    return page.items.map(({ number }) => number);
  };
  const exported = async (name: string, format: 'ndjson' | 'csv') => {
    let text = '';
    for await (const chunk of office.service.export(
      { format },
      office.caller(name),
    )) {
      text += chunk;
    }
    return text;
  };

  it('shows drafts to the team, and what is open to those who decide', async () => {
    await office.draft(NOTE);
    await office.pending({ ...NOTE, name: 'other' });
    expect(await listed('rita')).toEqual([2, 1]);
    expect(await listed('rob')).toEqual([2, 1]);
    expect(await listed('olga')).toEqual([2]);
    expect(await listed('stan')).toEqual([]);
    expect(await listed('ada')).toEqual([2, 1]);
  });

  it('refuses every way of reading to strangers', async () => {
    const { id } = await office.pending(NOTE);
    const stan = office.caller('stan');
    const { service } = office;
    for (const read of [
      () => service.get(id, stan),
      () => service.comments(id, stan),
      () => service.events(id, stan),
      () => service.logs(id, { after: 0 }, stan),
      () => service.comment(id, { text: 'Hi' }, stan),
    ]) {
      await expect(read()).rejects.toMatchObject({
        name: 'NotAllowedError',
        code: 'request-not-readable',
      });
    }
    expect(await exported('stan', 'ndjson')).toBe('');
  });

  it('says what is not there', async () => {
    await expect(office.see('nothing')).rejects.toMatchObject({
      code: 'request-not-found',
    });
  });

  it('tells what waits for whom, in lists and counts', async () => {
    const request = await office.pending(NOTE);
    await office.pending({ ...NOTE, name: 'own' }, 'olga');
    const waiting = { waitingForMe: true };
    expect(await listed('olga', waiting)).toEqual([request.number]);
    expect(await listed('omar', waiting)).toEqual([2, 1]);
    expect(await listed('rita', waiting)).toEqual([]);
    const { items } = await office.service.list({}, office.caller('olga'));
    expect(items.map(({ waitingForMe }) => waitingForMe)).toEqual([
      false,
      true,
    ]);
    expect(
      await office.service.counts({}, office.caller('omar')),
    ).toMatchObject({ waitingForMe: 2, pending: 2 });
    await office.approve(request, 'omar');
    expect(await listed('omar', waiting)).toEqual([2]);
  });

  it('says what everybody may do, and why not', async () => {
    const { id } = await office.pending(NOTE);
    const allowed = async (name: string) => {
      const { actions } = await office.service.get(id, office.caller(name));
      for (const { allowed: may, because } of Object.values(actions)) {
        expect(may).toBe(because === undefined);
      }
      return Object.entries(actions)
        .filter(([, action]) => action.allowed)
        .map(([action]) => action);
    };
    expect(await allowed('rita')).toEqual(['revise', 'cancel', 'comment']);
    expect(await allowed('olga')).toEqual([
      'revise',
      'approve',
      'reject',
      'request-changes',
      'comment',
    ]);
    expect(await allowed('rob')).toEqual(['comment']);
    expect(await allowed('ada')).toEqual(['cancel', 'comment']);
  });

  it('does what it says may be done, and refuses the rest with the same words', async () => {
    const { service } = office;
    const input = { planDigest: '', comment: 'Because' };
    for (const name of ['rita', 'olga', 'rob', 'ada']) {
      const request = await office.pending({
        ...NOTE,
        name: `note${name}`,
      });
      const caller = office.caller(name);
      const { id, planDigest } = request;
      const { actions } = await service.get(id, caller);
      const word = { ...input, planDigest };
      const calls = {
        submit: () => service.submit(id, caller),
        discard: () => service.discard(id, caller),
        retry: () => service.retry(id, caller),
        approve: () => service.approve(id, word, caller),
        reject: () => service.reject(id, word, caller),
        'request-changes': () => service.requestChanges(id, word, caller),
        revise: () => service.revise(id, { payload: request.payload }, caller),
        cancel: () => service.cancel(id, {}, caller),
      };
      for (const [action, call] of Object.entries(calls)) {
        const { because } = actions[action as keyof typeof actions];
        // What is allowed would change what the next one is asked about.
        if (because === undefined) continue;
        const refused = await call().catch(error => error.message);
        expect(refused).toBe(because);
      }
    }
  });

  it('shows the steps that an approval would set going', async () => {
    const { steps } = await office.pending(NOTE);
    expect(
      steps.map(({ phase, id, status }) => `${phase}.${id} ${status}`),
    ).toEqual([
      'submit.propose done',
      'execute.prepare pending',
      'execute.write pending',
      'execute.tidy pending',
      'execute.verify pending',
    ]);
  });

  it('keeps comments', async () => {
    const { id } = await office.pending(NOTE);
    await office.service.comment(id, { text: ' Why? ' }, office.caller('olga'));
    await expect(
      office.service.comment(id, { text: ' ' }, office.caller('olga')),
    ).rejects.toMatchObject({ code: 'comment-empty' });
    expect(
      await office.service.comments(id, office.caller('rita')),
    ).toMatchObject([{ authorRef: 'user:default/olga', text: 'Why?' }]);
  });

  it('exports every request with its history, and the chain can be followed in it', async () => {
    const { request } = await office.service.create(
      {
        kind: 'note',
        payload: NOTE,
        title: '=HYPERLINK("evil"),',
        idempotencyKey: 'one',
        submit: 'now',
      },
      office.caller('rita'),
    );
    await office.reject(request, 'olga');
    await office.draft({ ...NOTE, name: 'other' }, 'rob');
    const lines = (await exported('ada', 'ndjson')).trim().split('\n');
    const records = lines.map(line => JSON.parse(line));
    expect(records).toMatchObject([
      { number: 1, decision: 'rejected' },
      { number: 2, decision: 'draft' },
    ]);
    const { events } = records[0];
    for (const [index, { prevHash }] of events.entries()) {
      expect(prevHash).toBe(
        index === 0 ? '0'.repeat(64) : events[index - 1].hash,
      );
    }
    const csv = await exported('ada', 'csv');
    expect(csv.split('\r\n')[0]).toMatch(/^number,id,kind,/);
    expect(csv.split('\r\n')[1]).toContain(`,"'=HYPERLINK(""evil""),",`);
    expect(csv).not.toMatch(/(^|,)"?=/m);
  });

  it('verifies all chains for administrators alone', async () => {
    const { id } = await office.pending(NOTE);
    await expect(
      office.service.verify(office.caller('rita')),
    ).rejects.toMatchObject({ code: 'request-administrators-only' });
    expect(await office.service.verify(office.caller('ada'))).toMatchObject({
      ok: true,
      requests: 1,
    });
    const { chain } = await office.service.events(id, office.caller('rita'));
    expect(chain.ok).toBe(true);
  });
});
