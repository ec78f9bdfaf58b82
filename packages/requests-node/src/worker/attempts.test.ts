// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { HOUR, SECOND, type Office } from '../service/__testUtils__/Office';
import { offices } from '../service/__testUtils__/offices';
import { NOTE, OWNERS, type World } from '../service/__testUtils__/World';
import type { StepResult } from '../types';

describe('steps that wait and are tried again', () => {
  const openOffice = offices();
  let world: World;
  let office: Office;

  beforeEach(async () => {
    ({ world, office } = await openOffice());
  });

  it('counts what was tried again after a failure, and not what waited', async () => {
    const waits = () =>
      ({
        status: 'waiting',
        until: new Date(office.now),
        waitingFor: 'the pipeline',
      } as const);
    const attempts: number[] = [];
    const seen = (run: () => StepResult) => (context: { attempt: number }) => {
      attempts.push(context.attempt);
      return run();
    };
    world.once('prepare', seen(waits));
    world.once('prepare', seen(waits));
    world.once(
      'prepare',
      seen(() => {
        throw new Error('The pipeline is gone');
      }),
    );
    world.once('prepare', seen(waits));
    world.once(
      'prepare',
      seen(() => ({
        status: 'failed',
        code: 'pipeline-failed',
        message: 'It failed.',
        retryable: true,
      })),
    );
    world.once(
      'prepare',
      seen(() => ({ status: 'done' })),
    );
    const { id } = await office.approved();
    await office.due();
    const [, prepare] = (await office.see(id)).steps;
    expect(prepare).toMatchObject({
      status: 'waiting',
      attempt: 1,
      failure: { code: 'step-failed', message: 'The pipeline is gone' },
    });
    office.pass(HOUR);
    await office.due();
    await office.service.retry(id, office.caller('rita'));
    await office.due();
    expect(attempts).toEqual([1, 1, 1, 2, 2, 3]);
    const done = (await office.see(id)).steps[1];
    expect(done).toMatchObject({ status: 'done', attempt: 3 });
    expect(done.failure).toBeUndefined();
  });

  it('asks for the approval again before each run of what waits untouched, and lets it be cancelled', async () => {
    const waits = () =>
      ({
        status: 'waiting',
        until: new Date(office.now + SECOND),
        waitingFor: "the host's own rules",
        untouched: true,
      } as const);
    for (let run = 0; run < 3; run++) world.once('write', waits);
    const { id } = await office.approved();
    await office.due();
    office.pass(SECOND);
    await office.due();
    expect(await office.types(id)).toEqual(
      expect.not.arrayContaining(['approval-lapsed']),
    );
    expect((await office.see(id)).actions.cancel).toEqual({ allowed: true });
    // Olga has left the owners since.
    office.groups.olga = [];
    office.pass(SECOND);
    await office.due();
    expect(await office.see(id)).toMatchObject({ decision: 'pending' });
    expect(await office.types(id)).toContain('approval-lapsed');
    // What said to the world that it is approved says that it waits.
    expect(world.runs(id).filter(run => run === 'submit.propose')).toHaveLength(
      2,
    );
    await office.service.cancel(id, {}, office.caller('rita'));
    await office.due();
    expect(await world.read('hello.txt')).toBeUndefined();
    expect(await world.read('proposals', id)).toBeUndefined();
  });

  it('asks for no approval where others have done meanwhile what is to be done', async () => {
    world.once('write', () => ({
      status: 'waiting',
      until: new Date(office.now + SECOND),
      waitingFor: "the host's own rules",
      untouched: true,
    }));
    const { id } = await office.approved();
    await office.due();
    // The plan is another by now, and nobody is left who approved it.
    await world.write('hello.txt', 'Hello');
    office.groups.olga = [];
    world.doneByOthers = true;
    office.pass(SECOND);
    await office.due();
    expect(await office.see(id)).toMatchObject({
      decision: 'approved',
      execution: 'succeeded',
    });
  });

  it('holds no request fast by a step that said it was superseded and by nothing', async () => {
    world.once('write', () => ({
      status: 'superseded',
      message: 'Somebody pushed.',
    }));
    const { id } = await office.approved();
    await office.due();
    expect(await office.see(id)).toMatchObject({
      execution: 'failed',
      failure: { code: 'superseded-by-nothing' },
      actions: { cancel: { allowed: true }, retry: { allowed: true } },
    });
  });

  it('tries again no longer because people talk, approve or are refused meanwhile', async () => {
    world.rule = OWNERS(2);
    for (let run = 0; run < 5; run++) {
      world.once('propose', () => {
        throw new Error('The host is down');
      });
    }
    const { id } = await office.draft(NOTE);
    const request = await office.service.submit(id, office.caller('rita'));
    await office.due();
    await office.approve(request, 'olga');
    for (let run = 0; run < 4; run++) {
      office.pass(HOUR);
      await office.due();
    }
    expect(await office.see(id)).toMatchObject({
      failure: { stepId: 'propose', message: 'The host is down' },
    });
    expect(world.runs(id)).toHaveLength(5);
  });

  it('shows nobody what only the steps need', async () => {
    world.once('prepare', async context => {
      await context.keep({ internal: { began: 'now' } });
      return {
        status: 'done',
        outputs: { branch: 'b', internal: { pushed: 'secret-digest' } },
      };
    });
    let seen = {};
    world.once('write', context => {
      seen = context.request.outputs;
      return { status: 'done' };
    });
    world.once('verify', () => ({ status: 'done' }));
    const { id } = await office.approved();
    await office.due();
    expect(seen).toMatchObject({
      branch: 'b',
      internal: { began: 'now', pushed: 'secret-digest' },
    });
    const request = await office.see(id);
    expect(request).toMatchObject({
      execution: 'succeeded',
      outputs: { branch: 'b' },
    });
    const ada = office.caller('ada');
    const { items } = await office.service.events(id, ada);
    let exported = '';
    for (const format of ['ndjson', 'csv'] as const) {
      for await (const chunk of office.service.export({ format }, ada)) {
        exported += chunk;
      }
    }
    for (const shown of [
      JSON.stringify(request),
      JSON.stringify(items),
      exported,
    ]) {
      expect(shown).not.toContain('secret-digest');
      expect(shown).not.toContain('began');
    }
  });
});
