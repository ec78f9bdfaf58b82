// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TestDatabases } from '@backstage/backend-test-utils';
import { HOUR, type Office } from '../service/__testUtils__/Office';
import { offices } from '../service/__testUtils__/offices';
import type { World } from '../service/__testUtils__/World';
import type { StepContext } from '../types';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});
const LIMIT = { leaseMilliseconds: 300, stepLimitMilliseconds: 1_000 };
const TIMED_OUT = {
  code: 'step-timed-out',
  message: expect.stringContaining(
    'The step "prepare" of request #1 was given up after 1 seconds.',
  ),
  retryable: true,
};

type Context = Pick<StepContext<object, object>, 'signal' | 'keep'>;

describe.each(databases.eachSupportedId())(
  'a step that hangs on %s',
  databaseId => {
    const openOffice = offices({ databases, databaseId, worker: LIMIT });
    let world: World;
    let office: Office;

    beforeEach(async () => {
      ({ world, office } = await openOffice());
    });

    const leasedUntil = async () =>
      String(
        (await office.knex('requests_jobs').first('lease_until')).lease_until,
      );

    async function hanging(run: (context: Context) => Promise<never>) {
      const request = await office.approved();
      world.once('prepare', run);
      await office.due();
      return request;
    }

    it('is given up though it hears nothing, keeps nothing more, and is tried again', async () => {
      let hung: Context | undefined;
      const { id } = await hanging(context => {
        hung = context;
        return new Promise<never>(() => {});
      });
      const [, prepare] = (await office.see(id)).steps;
      expect(prepare).toMatchObject({ status: 'waiting', failure: TIMED_OUT });
      expect(hung?.signal.reason).toMatchObject({ code: TIMED_OUT.code });
      await expect(hung?.keep({ late: true })).rejects.toMatchObject({
        code: 'lease-lost',
      });

      office.pass(HOUR);
      await office.due();
      const done = await office.see(id);
      expect(done).toMatchObject({ execution: 'succeeded' });
      expect(done.steps[1]).toMatchObject({ status: 'done', attempt: 2 });
      expect(done.outputs).not.toHaveProperty('late');
    });

    it('holds its lease until then, and whatever it says to the signal is not the failure', async () => {
      const renewals: boolean[] = [];
      const { id } = await hanging(async ({ signal }) => {
        const before = await leasedUntil();
        office.pass(100);
        while (!signal.aborted && (await leasedUntil()) === before) {
          await new Promise(setImmediate);
        }
        renewals.push(!signal.aborted);
        return new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        });
      });
      expect(renewals).toEqual([true]);
      const [, prepare] = (await office.see(id)).steps;
      expect(prepare).toMatchObject({ failure: TIMED_OUT });
    });

    it('has failed when it hangs in every attempt, and a person may try again', async () => {
      const { id } = await hanging(() => new Promise<never>(() => {}));
      for (let attempt = 2; attempt <= 5; attempt++) {
        world.once('prepare', () => new Promise<never>(() => {}));
        office.pass(HOUR);
        await office.due();
      }
      expect(await office.see(id)).toMatchObject({
        execution: 'failed',
        failure: { stepId: 'prepare', ...TIMED_OUT },
        actions: { retry: { allowed: true } },
      });
    });
  },
);
