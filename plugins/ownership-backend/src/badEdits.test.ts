// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import request from 'supertest';
import { BAD_EDITS, edited } from './__testUtils__/badEdits';
import { POLICY, POLICY_TESTS } from './__testUtils__/policy';
import { HEADERS, startOwnership } from './__testUtils__/startOwnership';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

describe.each(databases.eachSupportedId())('a bad edit on %s', databaseId => {
  let knex: Knex;
  let folder: string;
  const file = () => join(folder, 'policy.yaml');
  const tests = () => join(folder, 'policy.tests.yaml');

  beforeAll(async () => {
    knex = await databases.init(databaseId);
  });

  beforeEach(async () => {
    // No test lives on what another one stored.
    if (await knex.schema.hasTable('policy_revisions')) {
      await knex('policy_revisions').delete();
    }
    folder = await mkdtemp(join(tmpdir(), 'ownership-'));
    await writeFile(file(), POLICY);
    await writeFile(tests(), POLICY_TESTS);
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  const start = () =>
    startOwnership({
      ownership: { policy: { file: file(), tests: tests() } },
      knex,
    });

  const decides = async (replica: Awaited<ReturnType<typeof start>>) => {
    const { body } = await request(replica.server)
      .get('/api/ownership/policy')
      .set('Authorization', HEADERS.service);
    const { body: status } = await request(replica.server)
      .get('/api/ownership/policy/status')
      .set('Authorization', HEADERS.user);
    const [problem] = status.problems;
    return {
      text: body.text,
      state: status.state,
      problem: [
        problem.file,
        ...(problem.line ? [problem.line] : []),
        ...(problem.column ? [problem.column] : []),
      ]
        .join(':')
        .concat(`: ${problem.message}`),
    };
  };

  it.each(BAD_EDITS)(
    '($kind) keeps the last good policy here, on another replica and over a restart',
    async ({ kind, policy, tests: cases, message }) => {
      const first = await start();
      if (cases === undefined && policy === undefined) {
        await rm(file());
      } else {
        await writeFile(file(), policy ?? POLICY);
        await writeFile(tests(), cases ?? POLICY_TESTS);
      }
      await first.reload();
      // Neither of these has ever seen the files good.
      const second = await start();
      const onSecond = await decides(second);
      await second.backend.stop();
      const restarted = await start();

      const expected = {
        text: POLICY,
        state: 'outdated',
        problem: expect.stringMatching(message),
      };
      expect({ kind, ...(await decides(first)) }).toEqual({
        kind,
        ...expected,
      });
      expect({ kind, ...onSecond }).toEqual({ kind, ...expected });
      expect({ kind, ...(await decides(restarted)) }).toEqual({
        kind,
        ...expected,
      });
      await Promise.all([first.backend.stop(), restarted.backend.stop()]);
    },
  );

  it('follows what another replica took meanwhile, and its own files as soon as they are good', async () => {
    const first = await start();
    await writeFile(file(), edited('decision: deny', 'decision: allow'));
    await first.reload();

    const elsewhere = await mkdtemp(join(tmpdir(), 'ownership-'));
    const newer = `${POLICY}# newer\n`;
    await writeFile(join(elsewhere, 'policy.yaml'), newer);
    const second = await startOwnership({
      ownership: { policy: { file: join(elsewhere, 'policy.yaml') } },
      knex,
    });
    await first.reload();
    await expect(decides(first)).resolves.toMatchObject({
      text: newer,
      state: 'outdated',
    });

    await writeFile(file(), POLICY);
    await first.reload();
    const { body } = await request(first.server)
      .get('/api/ownership/policy')
      .set('Authorization', HEADERS.service);
    expect(body.text).toBe(POLICY);
    await Promise.all([first.backend.stop(), second.backend.stop()]);
    await rm(elsewhere, { recursive: true });
  });
});

describe('a bad edit on a SQLite file', () => {
  it('keeps the last good policy over a restart of the whole backend', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ownership-'));
    const file = join(folder, 'policy.yaml');
    await writeFile(file, POLICY);
    const start = () =>
      startOwnership({
        ownership: { policy: { file } },
        backend: {
          database: {
            client: 'better-sqlite3',
            connection: { directory: join(folder, 'database') },
          },
        },
      });
    const { backend } = await start();
    await backend.stop();
    await writeFile(file, edited('decision: deny', 'decision: allow'));

    const { server } = await start();
    const { body } = await request(server)
      .get('/api/ownership/policy')
      .set('Authorization', HEADERS.service);
    expect(body.text).toBe(POLICY);
    await rm(folder, { recursive: true });
  });
});

describe('without a policy that was ever good', () => {
  it('starts, refuses, and says what is wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ownership-'));
    const file = join(folder, 'policy.yaml');
    await writeFile(file, 'rules: [');
    const { server } = await startOwnership({
      ownership: { policy: { file } },
    });

    const { status, body } = await request(server)
      .post('/api/ownership/decide')
      .set('Authorization', HEADERS.user)
      .send({ target: { action: 'service.deploy' } });
    expect(status).toBe(503);
    expect(body.error).toMatchObject({
      code: 'ownership-policy-missing',
      message: expect.stringMatching(/policy\.yaml:\d+:\d+: /),
    });
    await rm(folder, { recursive: true });
  });
});

describe('a freeze that is on', () => {
  it('does not keep its own policy from loading, and holds', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ownership-'));
    const file = join(folder, 'policy.yaml');
    const tests = join(folder, 'policy.tests.yaml');
    await writeFile(
      file,
      edited(
        'breakGlass:',
        `  - id: long-freeze
    effect: deny
    to: [everyone]
    actions: [service.deploy]
    in: [prod]
    when: { attr: time.now, after: '2026-07-01T00:00:00Z' }
breakGlass:`,
      ),
    );
    // The cases speak of the first of June, whatever the clock says.
    await writeFile(tests, POLICY_TESTS);
    const { server } = await startOwnership({
      ownership: { policy: { file, tests } },
    });

    const { body: status } = await request(server)
      .get('/api/ownership/policy/status')
      .set('Authorization', HEADERS.user);
    expect(status.state).toBe('current');
    const { body } = await request(server)
      .post('/api/ownership/decide')
      .set('Authorization', HEADERS.user)
      .send({
        target: {
          action: 'service.deploy',
          environment: 'prod',
          service: 'payments-api',
        },
        request: { changeTicket: 'CHG-1' },
      });
    expect(body).toMatchObject({ decision: 'deny', by: 'long-freeze' });
    await rm(folder, { recursive: true });
  });
});
