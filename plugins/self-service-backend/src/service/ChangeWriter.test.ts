// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { type GitHost, parseRepoUrl } from '@fairway/git-host';
import {
  createWorld,
  DEV,
  LIVE,
  unit,
  type World,
} from '../__testUtils__/world';
import { ChangeStore } from '../database/ChangeStore';
import type { StoredChange } from '../database/types';
import { ChangeWriter } from './ChangeWriter';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const repository = parseRepoUrl(LIVE);
const files = [{ path: `${DEV}/healed-db/terragrunt.hcl`, content: unit() }];
const CREATED = new Date('2026-06-01T10:00:00Z');

let world: World;
let store: ChangeStore;
let change: StoredChange;
let later = CREATED.getTime();
/** Time goes on between two runs, so that a commit time that is not the row's would show. */
const clock = () => {
  later += 60_000;
  return new Date(later);
};

beforeEach(async () => {
  world = await createWorld();
  store = await ChangeStore.create({
    database: mockServices.database({ knex: await databases.init('SQLITE_3') }),
  });
  const inserted = await store.insert({
    id: '0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b',
    requesterRef: 'user:default/pia',
    idempotencyKey: 'task/step',
    requestDigest: 'digest',
    title: 'Order a database',
    description: '',
    repoUrl: LIVE,
    baseBranch: 'main',
    baseSha: (await world.git('rev-parse', 'main')).trim(),
    branch: 'fairway/create/dev-healed-db-2e3f4a5b',
    targets: [],
    files: [{ path: files[0].path, action: 'created' }],
    author: { name: 'Pia', email: 'pia@acme.example' },
    teamRefs: [],
    askedRefs: [],
    createdAt: CREATED,
  });
  change = inserted.change!;
});

afterEach(() => world.remove());

/** The real host, with one step that dies: before it does anything, or after it is done. */
function dying(
  step: 'commit' | 'openChange',
  moment: 'before' | 'after',
): GitHost {
  const die = async (run: () => Promise<unknown>) => {
    if (moment === 'after') await run();
    throw new Error('The process was killed');
  };
  const { host } = world;
  const killed: Pick<GitHost, 'commit' | 'openChange'> = {
    commit: (...args) =>
      step === 'commit'
        ? (die(() => host.commit(...args)) as never)
        : host.commit(...args),
    openChange: (...args) =>
      step === 'openChange'
        ? (die(() => host.openChange(...args)) as never)
        : host.openChange(...args),
  };
  return Object.assign(Object.create(host), killed);
}

describe('ChangeWriter', () => {
  it.each([
    ['commit', 'before'],
    ['commit', 'after'],
    ['openChange', 'before'],
    ['openChange', 'after'],
  ] as const)('heals a death at %s, %s it was done', async (step, moment) => {
    const writer = ChangeWriter.create({ store, clock });
    await expect(
      writer.write(change, { host: dying(step, moment), repository, files }),
    ).rejects.toMatchObject({ code: 'write-failed' });
    const failed = (await store.findById(change.id))!;
    const before = await world.branches();

    const healed = await writer.write(failed, {
      host: world.host,
      repository,
      files,
    });

    expect(failed.state).toBe('failed');
    expect(before).toHaveLength(
      step === 'commit' && moment === 'before' ? 0 : 1,
    );
    expect(healed).toMatchObject({
      state: 'open',
      pullRequestNumber: 1,
      failure: undefined,
    });
    const log = await world.git(
      'log',
      '--format=%H %ct',
      `main..${change.branch}`,
    );
    expect(log.trim()).toBe(`${healed.commitSha} ${CREATED.getTime() / 1000}`);
  });

  it('heals a row that was left at proposing with the branch written', async () => {
    const [first, second] = [0, 1].map(() =>
      ChangeWriter.create({ store, clock }),
    );
    // The process dies without a word: nothing catches, nothing marks the row.
    const lost = Object.assign(Object.create(store), {
      transition: async () => {
        throw new Error('The process was killed');
      },
    });
    await expect(
      ChangeWriter.create({ store: lost, clock }).write(change, {
        host: world.host,
        repository,
        files,
      }),
    ).rejects.toThrow('killed');
    const left = (await store.findById(change.id))!;
    expect(left.state).toBe('proposing');

    const place = { host: world.host, repository, files };
    const [one, other] = await Promise.all([
      first.write(left, place),
      second.write(left, place),
    ]);

    expect(one).toMatchObject({ state: 'open', pullRequestNumber: 1 });
    expect(other.commitSha).toBe(one.commitSha);
    expect(await world.branches()).toEqual([change.branch]);
  });
});
