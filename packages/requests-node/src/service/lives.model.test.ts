// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Random operations of random people, against a model that knows nothing of revisions, leases, steps and rows.
import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { DAY, Office } from './__testUtils__/Office';
import {
  MAKERS,
  type Model,
  NEEDED,
  OWNING,
  PEOPLE,
} from './__testUtils__/lives/model';
import {
  Approve,
  Cancel,
  Create,
  Discard,
  FailNext,
  Reject,
  RequestChanges,
  Retry,
  Revise,
  type Step,
  Submit,
} from './__testUtils__/lives/operations';
import { MoveOwner, Pass, Proceed, Work } from './__testUtils__/lives/progress';
import { OWNERS, World } from './__testUtils__/World';

jest.setTimeout(600_000);

const RUNS = 20;

const pick = fc.nat({ max: 3 });
const text = fc.constantFrom('one', 'two', 'three');
const maker = fc.constantFrom(...MAKERS);
const anybody = fc.constantFrom(...PEOPLE);
const decider = fc.constantFrom(...OWNING, 'rita', 'stan');

const on = (
  Operation: new (at: number, by: string) => Step,
  by: fc.Arbitrary<string>,
) => fc.tuple(pick, by).map(([at, who]) => new Operation(at, who));

const operations: fc.Arbitrary<Step>[] = [
  fc
    .tuple(fc.constantFrom('a', 'b'), text, maker)
    .map(([name, words, by]) => new Create(name, words, by)),
  on(Submit, maker),
  on(Approve, decider),
  on(Reject, decider),
  on(RequestChanges, decider),
  fc
    .tuple(pick, anybody, text)
    .map(([at, by, words]) => new Revise(at, by, words)),
  on(Cancel, anybody),
  on(Discard, anybody),
  on(Retry, anybody),
  fc
    .tuple(pick, fc.constantFrom('prepare' as const, 'tidy' as const))
    .map(([at, step]) => new FailNext(at, step)),
  pick.map(at => new FailNext(at, 'tidy')),
  fc.constantFrom(DAY / 2, DAY, 3 * DAY).map(time => new Pass(time)),
  fc.constantFrom('omar', 'oki').map(name => new MoveOwner(name)),
  fc.constant(new Work()),
  ...Array.from({ length: 12 }, () => pick.map(at => new Proceed(at))),
];

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

describe.each(databases.eachSupportedId())('lives on %s', databaseId => {
  const folder = createMockDirectory();

  it('go as the model says, with every invariant after every operation', async () => {
    const knex = await databases.init(databaseId);
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.commands(operations, { maxCommands: 100, size: 'max' }),
        async commands => {
          folder.clear();
          const world = new World(folder.path);
          world.rule = OWNERS(NEEDED);
          const office = await Office.create(knex, world);
          office.groups.olga = ['group:default/owners'];
          await empty(knex);
          const model: Model = {
            now: 0,
            requests: [],
            notes: new Map(),
            owners: new Set(OWNING),
          };
          await fc.asyncModelRun(
            () => ({ model, real: { knex, world, office, seen } }),
            commands,
          );
        },
      ),
      { numRuns: RUNS },
    );
    // Random lives that never get anywhere would show nothing.
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'draft',
        'pending',
        'approved',
        'succeeded',
        'partially-applied',
      ]),
    );
  });
});

async function empty(knex: Knex): Promise<void> {
  for (const table of [
    'requests_jobs',
    'requests_outbox',
    'requests_inbox',
    'requests_logs',
    'requests_comments',
    'requests_decisions',
    'requests_steps',
    'requests_events',
    'requests_resources',
    'requests_recused',
    'requests_list',
    'requests',
  ]) {
    await knex(table).delete();
  }
}
