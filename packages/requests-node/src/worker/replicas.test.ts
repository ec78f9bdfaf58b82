// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TestDatabases } from '@backstage/backend-test-utils';
import type { RequestDetail } from '@fairway/requests-common';
import { offices } from '../service/__testUtils__/offices';
import { OWNERS } from '../service/__testUtils__/World';

jest.setTimeout(120_000);

const LETTERS = [...'abcdefghijkl'];
const QUICK = { pollMilliseconds: 20 };

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

describe.each(databases.eachSupportedId())('replicas on %s', databaseId => {
  const openOffice = offices({ databases, databaseId, worker: QUICK });

  async function setUp() {
    const { world, office } = await openOffice();
    const other = await office.another(QUICK);
    const engines = [office.engine, other];
    const see = (id: string) => office.see(id);
    return { world, office, engines, see };
  }

  /** Resolves when all requests are as asked, without guessing how long that takes. */
  async function until(
    reached: (request: RequestDetail) => boolean,
    options: {
      ids: string[];
      see: (id: string) => Promise<RequestDetail>;
    },
  ): Promise<void> {
    for (;;) {
      const seen = await Promise.all(options.ids.map(options.see));
      if (seen.every(reached)) return;
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  it('share the work: every step runs once, whoever decides where', async () => {
    const { world, office, engines, see } = await setUp();
    world.rule = OWNERS(2);
    for (const { worker } of engines) worker.start();
    const requests = await Promise.all(
      LETTERS.map(async (name, index) => {
        const { service } = engines[index % 2];
        const caller = office.caller('rita');
        const { request } = await service.create(
          {
            kind: 'note',
            payload: { name, text: name },
            idempotencyKey: name,
            submit: 'now',
          },
          caller,
        );
        return request;
      }),
    );
    await Promise.all(
      requests.flatMap(({ id, planDigest }) =>
        ['olga', 'omar'].map((name, index) =>
          engines[index].service.approve(
            id,
            { planDigest },
            office.caller(name),
          ),
        ),
      ),
    );
    const ids = requests.map(({ id }) => id);
    await until(({ execution }) => execution === 'succeeded', { ids, see });
    await Promise.all(engines.map(({ worker }) => worker.stop()));
    for (const { id } of requests) {
      expect(world.runs(id)).toEqual([
        'submit.propose',
        'execute.prepare',
        'execute.write',
        'execute.tidy',
        'execute.verify',
      ]);
    }
    const chain = await office.service.verify(office.caller('ada'));
    expect(chain).toMatchObject({ ok: true, requests: LETTERS.length });
  });

  it('let one submission for a resource through', async () => {
    const { office, engines } = await setUp();
    const drafts = await Promise.all(
      LETTERS.slice(0, 6).map(text =>
        office.draft({ name: 'same', text }, 'rita'),
      ),
    );
    const results = await Promise.allSettled(
      drafts.map(({ id }, index) =>
        engines[index % 2].service.submit(id, office.caller('rita')),
      ),
    );
    const refused = results.flatMap(result =>
      result.status === 'rejected' ? [result.reason.code] : [],
    );
    expect(refused).toEqual(Array(5).fill('resource-busy'));
  });

  it('approve, cancel, reject and expire at once with one outcome', async () => {
    const { office, engines, see } = await setUp();
    for (const name of LETTERS.slice(0, 6)) {
      const { id, planDigest } = await office.pending({ name, text: name });
      // Its time is over for the one who looks at the row alone.
      await office
        .knex('requests')
        .where({ id })
        .update({ decide_by: new Date(office.now).toISOString() });
      const word = { planDigest, comment: 'Because' };
      const [one, two] = engines;
      await Promise.allSettled([
        one.service.approve(id, word, office.caller('olga')),
        two.service.reject(id, word, office.caller('omar')),
        one.service.cancel(id, {}, office.caller('rita')),
        two.service.serviceParts.ending.expire(id),
      ]);
      const { decision, execution } = await see(id);
      const types = await office.types(id);
      const ends = types.filter(type =>
        ['approved', 'rejected', 'cancelled', 'expired'].includes(type),
      );
      // A cancel of what was just approved is the one pair that may be.
      const expected =
        execution === 'compensated' ? ['approved', 'cancelled'] : [decision];
      expect(ends).toEqual(expected);
    }
    const chain = await office.service.verify(office.caller('ada'));
    expect(chain.ok).toBe(true);
  });
});
