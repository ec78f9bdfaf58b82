// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  DAY,
  HOUR,
  SECOND,
  type Office,
} from '../service/__testUtils__/Office';
import { offices } from '../service/__testUtils__/offices';
import { NOTE, type World } from '../service/__testUtils__/World';

describe('the worker', () => {
  const openOffice = offices();
  let world: World;
  let office: Office;

  beforeEach(async () => {
    ({ world, office } = await openOffice());
  });

  it('runs the steps in their order, each once, and records them', async () => {
    const { id } = await office.approved();
    await office.due();
    expect(world.runs(id)).toEqual([
      'submit.propose',
      'execute.prepare',
      'execute.write',
      'execute.tidy',
      'execute.verify',
    ]);
    const { steps } = await office.see(id);
    expect(steps.map(({ status, attempt }) => `${status} ${attempt}`)).toEqual(
      Array(5).fill('done 1'),
    );
    expect((await office.types(id)).at(-1)).toBe('succeeded');
    expect(await office.service.verify(office.caller('ada'))).toMatchObject({
      ok: true,
    });
    // The resource is free again, and the plan starts from what is there.
    const next = await office.pending({ ...NOTE, text: 'Bye' });
    expect(next.plan).toMatchObject({ before: 'Hello' });
  });

  it('runs no step of the execution before the approval, however often it looks', async () => {
    const { id } = await office.pending(NOTE);
    await office.due();
    office.pass(HOUR);
    await office.due();
    expect(world.runs(id)).toEqual(['submit.propose']);
  });

  it('finishes the submission before what an early approval set going', async () => {
    const request = await office.draft(NOTE);
    const caller = office.caller('rita');
    const submitted = await office.service.submit(request.id, caller);
    await office.approve(submitted, 'olga');
    await office.due();
    expect(world.runs(request.id).slice(0, 2)).toEqual([
      'submit.propose',
      'execute.prepare',
    ]);
    expect(await office.see(request.id)).toMatchObject({
      execution: 'succeeded',
    });
  });

  it('keeps an approval that was given while a step of the submission ran', async () => {
    const request = await office.draft(NOTE);
    const caller = office.caller('rita');
    const submitted = await office.service.submit(request.id, caller);
    world.once('propose', async () => {
      await office.approve(submitted, 'olga');
      return { status: 'done', outputs: { pull: 7 } };
    });
    await office.due();
    expect(await office.see(request.id)).toMatchObject({
      execution: 'succeeded',
      outputs: { pull: 7 },
    });
    expect(
      world.runs(request.id).filter(run => run === 'submit.propose'),
    ).toHaveLength(1);
  });

  it("writes the plugin's own rows in the transaction that records the step", async () => {
    await office.knex.schema.createTable('notes', table =>
      table.string('name'),
    );
    const { id } = await office.approved();
    const names = () => office.knex('notes').pluck('name');
    const status = async (request: string) =>
      (await office.see(request)).steps.find(step => step.id === 'write')
        ?.status;
    world.once('write', () => ({
      status: 'done',
      async also(transaction) {
        await transaction('notes').insert({ name: 'hello' });
        throw new Error('The rows do not fit');
      },
    }));
    await expect(office.due()).rejects.toThrow('The rows do not fit');
    expect(await names()).toEqual([]);
    expect(await status(id)).toBe('running');

    world.once('write', () => ({
      status: 'done',
      async also(transaction) {
        await transaction('notes').insert({ name: 'hello' });
      },
    }));
    office.pass(HOUR);
    await office.due();
    expect(await names()).toEqual(['hello']);
    expect(await status(id)).toBe('done');
  });

  it('keeps what a step made though the request was cancelled while it ran', async () => {
    const request = await office.draft(NOTE);
    const caller = office.caller('rita');
    await office.service.submit(request.id, caller);
    world.once('propose', async () => {
      await office.service.cancel(request.id, {}, caller);
      return {
        status: 'done',
        outputs: { pull: 7 },
        links: [{ rel: 'pull-request', title: '7', url: 'https://x.example' }],
      };
    });
    let seen = {};
    world.once('withdraw', ({ request: { outputs } }) => {
      seen = outputs;
      return { status: 'done' };
    });
    await office.due();
    expect(seen).toEqual({ pull: 7 });
    expect(await office.see(request.id)).toMatchObject({
      decision: 'cancelled',
      links: [{ rel: 'pull-request' }],
    });
  });

  it('waits until the time that a step says', async () => {
    world.once('prepare', () => ({
      status: 'waiting',
      until: new Date(office.now + HOUR),
      waitingFor: 'the pipeline',
      statusLabel: 'planning',
    }));
    const { id } = await office.approved();
    await office.due();
    expect(await office.see(id)).toMatchObject({
      execution: 'waiting',
      statusLabel: 'planning',
      steps: [
        {},
        { id: 'prepare', status: 'waiting', waitingFor: 'the pipeline' },
        {},
        {},
        {},
      ],
    });
    office.pass(HOUR - 1);
    await office.due();
    expect(await office.see(id)).toMatchObject({ execution: 'waiting' });
    office.pass(1);
    await office.due();
    expect(await office.see(id)).toMatchObject({ execution: 'succeeded' });
  });

  it('does not fill the history with the runs of a step that waits for the same thing', async () => {
    const waits = () =>
      ({
        status: 'waiting',
        until: new Date(office.now + SECOND),
        waitingFor: 'the pipeline',
      } as const);
    for (let run = 0; run < 5; run++) world.once('prepare', waits);
    const { id } = await office.approved();
    for (let run = 0; run < 6; run++) {
      await office.due();
      office.pass(SECOND);
    }
    const types = await office.types(id);
    expect(types.filter(type => type === 'step-waiting')).toHaveLength(1);
    // It was tried once, and looked six times.
    expect((await office.see(id)).steps[1]).toMatchObject({ attempt: 1 });
    expect(world.runs(id)).toHaveLength(1 + 6 + 3);
  });

  it('wakes for a message, which may come before the step waits for it, and twice', async () => {
    const report = { id: 'm1', topic: 'report', data: { ok: true } };
    const waiting = () =>
      ({
        status: 'waiting',
        until: new Date(office.now + DAY),
        waitingFor: 'a report',
      } as const);
    world.once('prepare', async ({ request, inbox }) => {
      expect(inbox).toEqual([]);
      await office.service.deliver(request.id, report);
      await office.service.deliver(request.id, report);
      return waiting();
    });
    world.once('prepare', ({ inbox }) => {
      expect(inbox).toMatchObject([report]);
      return waiting();
    });
    const { id } = await office.approved();
    await office.due();
    expect(await office.see(id)).toMatchObject({ execution: 'waiting' });
    await office.service.deliver(id, { ...report, id: 'm2' });
    await office.due();
    expect(await office.see(id)).toMatchObject({ execution: 'succeeded' });
  });

  it('lets a worker that was silent for too long write nothing', async () => {
    const other = await office.another();
    const { id } = await office.approved();
    world.once('prepare', async () => {
      // Stands still for longer than its lease; another one takes over and does it.
      office.pass(31 * SECOND);
      await other.worker.runDue();
      return { status: 'failed', code: 'late', message: '', retryable: true };
    });
    await office.due();
    expect(await office.see(id)).toMatchObject({ execution: 'succeeded' });
    const types = await office.types(id);
    expect(types).not.toContain('step-failed');
    expect(types.filter(type => type === 'succeeded')).toHaveLength(1);
  });

  it('starts, is nudged by what the service writes, and stops', async () => {
    const { worker } = office.engine;
    worker.start();
    const written = new Promise<void>(resolve => {
      world.once('verify', () => {
        resolve();
        return { status: 'done' };
      });
    });
    const request = await office.draft(NOTE);
    const caller = office.caller('rita');
    const submitted = await office.service.submit(request.id, caller);
    await office.approve(submitted, 'olga');
    await written;
    await worker.stop();
    expect(await office.see(request.id)).toMatchObject({
      execution: 'succeeded',
    });
  });

  it('gives its work back when it stops in the middle of a step', async () => {
    const other = await office.another();
    const { worker } = office.engine;
    const { id } = await office.approved();
    let stopped: Promise<void> | undefined;
    world.once('prepare', async ({ signal }) => {
      stopped = worker.stop();
      expect(signal.aborted).toBe(true);
      throw new Error('aborted');
    });
    await office.due();
    await stopped;
    expect(await office.types(id)).not.toContain('step-retrying');
    await other.worker.runDue();
    expect(await office.see(id)).toMatchObject({ execution: 'succeeded' });
  });
});
