// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { DAY, HOUR, Office } from '../service/__testUtils__/Office';
import { OWNERS, World } from '../service/__testUtils__/World';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const NOTE = { name: 'hello', text: 'Hello' };
const SECOND = 1000;

describe('the worker', () => {
  const folder = createMockDirectory();
  let knex: Knex;
  let world: World;
  let office: Office;

  beforeEach(async () => {
    folder.clear();
    knex = await databases.init('SQLITE_3');
    world = new World(folder.path);
    office = await Office.create(knex, world);
  });

  const due = () => office.engine.worker.runDue();
  const approved = async (note = NOTE) => {
    const request = await office.pending(note);
    return office.approve(request, 'olga');
  };
  const code = (expected: string) =>
    expect.objectContaining({ code: expected });

  it('runs the steps in their order, each once, and records them', async () => {
    const { id } = await approved();
    await due();
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
    await due();
    office.pass(HOUR);
    await due();
    expect(world.runs(id)).toEqual(['submit.propose']);
  });

  it('finishes the submission before what an early approval set going', async () => {
    const request = await office.draft(NOTE);
    const caller = office.caller('rita');
    const submitted = await office.service.submit(request.id, caller);
    await office.approve(submitted, 'olga');
    await due();
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
    await due();
    expect(await office.see(request.id)).toMatchObject({
      execution: 'succeeded',
      outputs: { pull: 7 },
    });
    expect(
      world.runs(request.id).filter(run => run === 'submit.propose'),
    ).toHaveLength(1);
  });

  it("writes the plugin's own rows in the transaction that records the step", async () => {
    await knex.schema.createTable('notes', table => table.string('name'));
    const { id } = await approved();
    const names = () => knex('notes').pluck('name');
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
    await expect(due()).rejects.toThrow('The rows do not fit');
    expect(await names()).toEqual([]);
    expect(await status(id)).toBe('running');

    world.once('write', () => ({
      status: 'done',
      async also(transaction) {
        await transaction('notes').insert({ name: 'hello' });
      },
    }));
    office.pass(HOUR);
    await due();
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
    await due();
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
    const { id } = await approved();
    await due();
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
    await due();
    expect(await office.see(id)).toMatchObject({ execution: 'waiting' });
    office.pass(1);
    await due();
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
    const { id } = await approved();
    for (let run = 0; run < 6; run++) {
      await due();
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
    const { id } = await approved();
    await due();
    expect(await office.see(id)).toMatchObject({ execution: 'waiting' });
    await office.service.deliver(id, { ...report, id: 'm2' });
    await due();
    expect(await office.see(id)).toMatchObject({ execution: 'succeeded' });
  });

  it('tries what throws again, with growing pauses, and then asks a person', async () => {
    for (let attempt = 0; attempt < 5; attempt++) {
      world.once('write', () => {
        throw new Error('The host is down');
      });
    }
    const { id } = await approved();
    const pauses = [];
    for (let attempt = 0; attempt < 4; attempt++) {
      await due();
      expect(await office.see(id)).toMatchObject({ execution: 'waiting' });
      const [job] = await knex('requests_jobs').where({ request_id: id });
      const pause = Date.parse(job.run_at) - office.now;
      pauses.push(pause);
      office.pass(pause);
    }
    expect(pauses).toEqual([5, 10, 20, 40].map(each => each * SECOND));
    await due();
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
    await due();
    expect(world.runs(id).filter(run => run === 'execute.write')).toHaveLength(
      5,
    );
    await office.service.retry(id, office.caller('rita'));
    await due();
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
    const { id } = await approved();
    await due();
    const failed = await office.see(id);
    expect(failed).toMatchObject({
      execution: 'partially-applied',
      failure: { stepId: 'tidy', code: 'broom-broken', next: 'Buy one.' },
    });
    await expect(
      office.service.cancel(id, {}, office.caller('rita')),
    ).rejects.toEqual(code('request-irreversible'));
    await office.service.retry(id, office.caller('rita'));
    await due();
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
    const { id } = await approved();
    await due();
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
    const { id } = await approved();
    await due();
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
    const request = await approved();
    const { id } = request;
    await office.service.cancel(id, {}, office.caller('rita'));
    const other = await office.draft(NOTE, 'rob');
    await expect(
      office.service.submit(other.id, office.caller('rob')),
    ).rejects.toEqual(code('resource-busy'));
    await due();
    expect(world.runs(id)).toEqual(['submit.propose', 'compensate.undo']);
    await office.service.submit(other.id, office.caller('rob'));
    expect(await world.read('hello.txt')).toBeUndefined();
  });

  it('ends early when a step says so, and skips the rest', async () => {
    world.once('prepare', () => ({
      status: 'finished',
      statusLabel: 'nothing to do',
    }));
    const { id } = await approved();
    await due();
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
    const { id } = await approved();
    await due();
    office.pass(HOUR);
    await due();
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

  describe('asks for the approval before it uses it', () => {
    it('does nothing when the plan is another by then', async () => {
      const { id } = await approved();
      await world.write('hello.txt', 'Meanwhile');
      await due();
      const seen = await office.see(id);
      expect(seen).toMatchObject({
        decision: 'pending',
        execution: 'none',
        revision: 2,
        plan: { before: 'Meanwhile' },
        decisions: [{ lapsed: 'revised' }],
      });
      expect(world.runs(id)).toEqual(['submit.propose', 'submit.propose']);
      await office.approve(seen, 'olga');
      await due();
      expect(await world.read('hello.txt')).toBe('Hello');
    });

    it('looks again right before what cannot be undone', async () => {
      world.once('prepare', async () => {
        await world.write('hello.txt', 'Meanwhile');
        return { status: 'done' };
      });
      const { id } = await approved();
      await due();
      expect(await office.see(id)).toMatchObject({ decision: 'pending' });
      expect(world.runs(id)).not.toContain('execute.write');
      expect(await world.read('hello.txt')).toBe('Meanwhile');
    });

    it('waits for another decision when the approver left the group', async () => {
      const request = await approved();
      office.groups.olga = [];
      await due();
      const seen = await office.see(request.id);
      expect(seen).toMatchObject({
        decision: 'pending',
        execution: 'none',
        revision: 1,
        planDigest: request.planDigest,
        decisions: [{ lapsed: 'left-group' }],
      });
      expect(seen.decideBy).toBeDefined();
      expect(world.runs(request.id)).toEqual(['submit.propose']);
      await office.approve(seen, 'omar');
      await due();
      expect(await office.see(request.id)).toMatchObject({
        execution: 'succeeded',
      });
    });

    it('waits for others when the policy asks for more by now', async () => {
      const request = await approved();
      world.rule = OWNERS(2);
      await due();
      expect(await office.see(request.id)).toMatchObject({
        decision: 'pending',
        stages: [{ approvedBy: ['user:default/olga'] }],
      });
      await office.approve(request, 'omar');
      await due();
      expect(await office.see(request.id)).toMatchObject({
        execution: 'succeeded',
      });
    });

    it('waits for another decision when the approver has had a hand in it since', async () => {
      const request = await approved();
      const { plan } = world.kind;
      world.kind.plan = async (payload, context) => ({
        ...(await plan(payload, context)),
        authorRefs: ['user:default/olga'],
      });
      await due();
      const seen = await office.see(request.id);
      expect(seen).toMatchObject({
        decision: 'pending',
        authorRefs: ['user:default/rita', 'user:default/olga'],
      });
      expect(world.runs(request.id)).toEqual(['submit.propose']);
      await expect(office.approve(seen, 'olga')).rejects.toEqual(
        code('approver-is-author'),
      );
    });

    it('fails at once when the requester may not any more', async () => {
      const { id } = await approved();
      world.refused = true;
      await due();
      expect(await office.see(id)).toMatchObject({
        execution: 'failed',
        failure: { code: 'note-refused', stepId: 'prepare' },
      });
      expect(world.runs(id)).toEqual(['submit.propose']);
      world.refused = false;
      await office.service.retry(id, office.caller('ada'));
      await due();
      expect(await office.see(id)).toMatchObject({ execution: 'succeeded' });
    });
  });

  it('shows no step another plan than the one that it was begun for', async () => {
    const { id } = await approved();
    const { store } = office.engine;
    const transition = store.transition.bind(store);
    let revised = false;
    // Right after the beginning of the step is recorded, the requester changes their mind.
    store.transition = async (requestId, change) => {
      const written = await transition(requestId, change);
      if (!revised && change.step?.status === 'running') {
        revised = true;
        await office.service.revise(
          id,
          { payload: { ...NOTE, text: 'Hi' } },
          office.caller('rita'),
        );
      }
      return written;
    };
    await due();
    expect(revised).toBe(true);
    expect(world.runs(id)).toEqual(['submit.propose', 'submit.propose']);
    expect(await office.see(id)).toMatchObject({
      decision: 'pending',
      revision: 2,
    });
  });

  it('asks anew when the step that cannot be undone finds another plan before it does anything', async () => {
    world.once('write', async () => {
      await world.write('hello.txt', 'Theirs');
      return { status: 'superseded', message: 'Somebody else wrote it.' };
    });
    const { id } = await approved();
    await due();
    expect(await office.see(id)).toMatchObject({
      decision: 'pending',
      execution: 'none',
      revision: 2,
    });
  });

  it('lets a request be cancelled whose step that cannot be undone did nothing', async () => {
    const refuses = (more: object) => () => ({
      status: 'failed' as const,
      code: 'conflict',
      message: 'Somebody else wrote there.',
      retryable: true,
      ...more,
    });
    world.once('write', refuses({ untouched: true }));
    const left = await approved();
    await due();
    expect(await office.see(left.id)).toMatchObject({ execution: 'failed' });
    await office.service.cancel(left.id, {}, office.caller('rita'));
    await due();
    expect(await office.see(left.id)).toMatchObject({
      decision: 'approved',
      execution: 'compensated',
    });

    world.once('write', refuses({}));
    const begun = await approved();
    await due();
    await expect(
      office.service.cancel(begun.id, {}, office.caller('rita')),
    ).rejects.toMatchObject({ code: 'request-irreversible' });
  });

  it('says so when a step is superseded by the same plan', async () => {
    world.once('prepare', () => ({
      status: 'superseded',
      message: 'The head moved.',
    }));
    const { id } = await approved();
    await due();
    expect(await office.see(id)).toMatchObject({
      execution: 'failed',
      failure: { code: 'superseded-by-nothing', retryable: true },
    });
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
    await due();
    expect(world.runs(request.id)).toEqual(['submit.propose']);
    await office.service.retry(request.id, office.caller('rita'));
    await due();
    expect(await office.see(request.id)).toMatchObject({
      execution: 'succeeded',
    });
  });

  it('sends what happened to those concerned, and tries again what could not be sent', async () => {
    office.broken = true;
    const { id } = await approved();
    await due();
    expect(await office.see(id)).toMatchObject({ execution: 'succeeded' });
    expect(office.sent).toEqual([]);
    office.broken = false;
    office.pass(HOUR);
    await due();
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
    const left = await knex('requests_outbox').select();
    expect(left).toEqual([]);
  });

  it('lets a worker that was silent for too long write nothing', async () => {
    const other = await office.another(knex);
    const { id } = await approved();
    world.once('prepare', async () => {
      // Stands still for longer than its lease; another one takes over and does it.
      office.pass(31 * SECOND);
      await other.worker.runDue();
      return { status: 'failed', code: 'late', message: '', retryable: true };
    });
    await due();
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
    const other = await office.another(knex);
    const { worker } = office.engine;
    const { id } = await approved();
    let stopped: Promise<void> | undefined;
    world.once('prepare', async ({ signal }) => {
      stopped = worker.stop();
      expect(signal.aborted).toBe(true);
      throw new Error('aborted');
    });
    await due();
    await stopped;
    expect(await office.types(id)).not.toContain('step-retrying');
    await other.worker.runDue();
    expect(await office.see(id)).toMatchObject({ execution: 'succeeded' });
  });
});
