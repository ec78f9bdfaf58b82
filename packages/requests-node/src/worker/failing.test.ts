// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  DAY,
  HOUR,
  SECOND,
  type Office,
} from '../service/__testUtils__/Office';
import { code, offices } from '../service/__testUtils__/offices';
import { NOTE, type World } from '../service/__testUtils__/World';

describe('the worker, when a step fails or ends early', () => {
  const openOffice = offices();
  let world: World;
  let office: Office;

  beforeEach(async () => {
    ({ world, office } = await openOffice());
  });

  it('tries what throws again, with growing pauses, and then asks a person', async () => {
    for (let attempt = 0; attempt < 5; attempt++) {
      world.once('write', () => {
        throw new Error('The host is down');
      });
    }
    const { id } = await office.approved();
    const pauses = [];
    for (let attempt = 0; attempt < 4; attempt++) {
      await office.due();
      expect(await office.see(id)).toMatchObject({ execution: 'waiting' });
      const [job] = await office
        .knex('requests_jobs')
        .where({ request_id: id });
      const pause = Date.parse(job.run_at) - office.now;
      pauses.push(pause);
      office.pass(pause);
    }
    expect(pauses).toEqual([5, 10, 20, 40].map(each => each * SECOND));
    await office.due();
    expect(await office.see(id)).toMatchObject({
      execution: 'failed',
      failure: {
        stepId: 'write',
        code: 'step-failed',
        message: 'The host is down',
        next: expect.any(String),
        retryable: true,
      },
    });
    office.pass(DAY);
    await office.due();
    expect(world.runs(id).filter(run => run === 'execute.write')).toHaveLength(
      5,
    );
    await office.service.retry(id, office.caller('rita'));
    await office.due();
    expect(await office.see(id)).toMatchObject({ execution: 'succeeded' });
    expect((await office.see(id)).failure).toBeUndefined();
  });

  it('is partially applied when a step fails after what cannot be undone, and goes on from there', async () => {
    world.once('tidy', () => ({
      status: 'failed',
      code: 'broom-broken',
      message: 'The broom broke.',
      next: 'Buy one.',
      retryable: true,
    }));
    const { id } = await office.approved();
    await office.due();
    const failed = await office.see(id);
    expect(failed).toMatchObject({
      execution: 'partially-applied',
      failure: { stepId: 'tidy', code: 'broom-broken', next: 'Buy one.' },
    });
    await expect(
      office.service.cancel(id, {}, office.caller('rita')),
    ).rejects.toEqual(code('request-irreversible'));
    await office.service.retry(id, office.caller('rita'));
    await office.due();
    expect(await office.see(id)).toMatchObject({ execution: 'succeeded' });
    expect(world.runs(id).filter(run => run === 'execute.write')).toHaveLength(
      1,
    );
  });

  it('lets another request put right what failed half-way, and then none try it again beside it', async () => {
    world.once('verify', () => ({
      status: 'failed',
      code: 'note-differs',
      message: 'It is not there.',
      retryable: true,
    }));
    const { id } = await office.approved();
    await office.due();
    await office.pending({ ...NOTE, text: 'Again' });
    await expect(
      office.service.retry(id, office.caller('rita')),
    ).rejects.toEqual(code('resource-busy'));
  });

  it('offers no retry where the same step would fail again, and lets it be cancelled', async () => {
    world.once('prepare', () => ({
      status: 'failed',
      code: 'no-paper',
      message: 'There is no paper.',
      retryable: false,
    }));
    const { id } = await office.approved();
    await office.due();
    await expect(
      office.service.retry(id, office.caller('rita')),
    ).rejects.toEqual(code('retry-not-possible'));
    const cancelled = await office.service.cancel(
      id,
      {},
      office.caller('rita'),
    );
    expect(cancelled).toMatchObject({
      decision: 'approved',
      execution: 'compensated',
    });
  });

  it('undoes what it can when it is cancelled after the approval, and holds the resource so long', async () => {
    const request = await office.approved();
    const { id } = request;
    await office.service.cancel(id, {}, office.caller('rita'));
    const other = await office.draft(NOTE, 'rob');
    await expect(
      office.service.submit(other.id, office.caller('rob')),
    ).rejects.toEqual(code('resource-busy'));
    await office.due();
    expect(world.runs(id)).toEqual(['submit.propose', 'compensate.undo']);
    await office.service.submit(other.id, office.caller('rob'));
    expect(await world.read('hello.txt')).toBeUndefined();
  });

  it('ends early when a step says so, and skips the rest', async () => {
    world.once('prepare', () => ({
      status: 'finished',
      statusLabel: 'nothing to do',
    }));
    const { id } = await office.approved();
    await office.due();
    const seen = await office.see(id);
    expect(seen).toMatchObject({
      execution: 'succeeded',
      statusLabel: 'nothing to do',
    });
    expect(seen.steps.map(({ status }) => status)).toEqual([
      'done',
      'done',
      'skipped',
      'skipped',
      'skipped',
    ]);
  });

  it('keeps outputs in the middle of a step for its next run, and lines for the log', async () => {
    world.once('prepare', async context => {
      await context.keep({ ticket: 42 });
      await context.log('one', 'two');
      throw new Error('gone');
    });
    let seen = {};
    world.once('prepare', context => {
      seen = { earlier: context.earlier, attempt: context.attempt };
      return { status: 'done' };
    });
    const { id } = await office.approved();
    await office.due();
    office.pass(HOUR);
    await office.due();
    expect(seen).toEqual({ earlier: { ticket: 42 }, attempt: 2 });
    expect(await office.see(id)).toMatchObject({ outputs: { ticket: 42 } });
    const { items } = await office.service.logs(
      id,
      { after: 0 },
      office.caller('rita'),
    );
    expect(items.map(({ stepId, text }) => `${stepId} ${text}`)).toEqual([
      'prepare one',
      'prepare two',
    ]);
  });

  it('fails a submission without losing the decision, and can try it again', async () => {
    world.once('propose', () => ({
      status: 'failed',
      code: 'host-refuses',
      message: 'No.',
      retryable: true,
    }));
    const request = await office.pending(NOTE);
    expect(request).toMatchObject({
      decision: 'pending',
      execution: 'none',
      failure: { stepId: 'propose', code: 'host-refuses' },
    });
    await office.approve(request, 'olga');
    await office.due();
    expect(world.runs(request.id)).toEqual(['submit.propose']);
    await office.service.retry(request.id, office.caller('rita'));
    await office.due();
    expect(await office.see(request.id)).toMatchObject({
      execution: 'succeeded',
    });
  });

  it('sends what happened to those concerned, and tries again what could not be sent', async () => {
    office.broken = true;
    const { id } = await office.approved();
    await office.due();
    expect(await office.see(id)).toMatchObject({ execution: 'succeeded' });
    expect(office.sent).toEqual([]);
    office.broken = false;
    office.pass(HOUR);
    await office.due();
    const news = office.sent
      .filter(({ channel }) => channel === 'notification')
      .map(({ payload }) => payload);
    expect(news).toMatchObject([
      {
        event: 'submitted',
        recipientRefs: ['group:default/owners'],
        excludeRefs: ['user:default/rita'],
        number: 1,
        title: 'Write the note hello',
      },
      { event: 'approved', recipientRefs: ['user:default/rita'] },
      { event: 'succeeded', recipientRefs: ['user:default/rita'] },
    ]);
    const { items } = await office.service.events(id, office.caller('ada'));
    const head = items.at(-1);
    const audits = office.sent.filter(({ channel }) => channel === 'audit');
    expect(audits.at(-1)?.payload).toEqual({
      requestId: id,
      sequence: head?.sequence,
      hash: head?.hash,
    });
    const left = await office.knex('requests_outbox').select();
    expect(left).toEqual([]);
  });
});
