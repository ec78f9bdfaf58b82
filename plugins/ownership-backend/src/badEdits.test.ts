// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import request from 'supertest';
import { POLICY, POLICY_TESTS } from './__testUtils__/policy';
import { HEADERS, startOwnership } from './__testUtils__/startOwnership';

jest.setTimeout(60_000);

/** One edit that must not be taken, and what its author reads first: place, and what to write instead. */
interface BadEdit {
  kind: string;
  /** Left out: the file is gone. */
  policy?: string;
  tests?: string;
  message: RegExp;
}

const edited = (from: string | RegExp, to: string) => {
  const policy = POLICY.replace(from, to);
  if (policy === POLICY) throw new Error(`nothing to edit: ${from}`);
  return policy;
};

const BAD_EDITS: BadEdit[] = [
  {
    kind: 'an unknown team as owner',
    policy: edited('owners: [netops]', 'owners: [netop]'),
    message:
      /^policy\.yaml:14:26: services\.networking\.owners\[0\]: Unknown team "netop": did you mean "netops"\?$/,
  },
  {
    kind: 'an unknown team in a rule',
    policy: edited("to: ['owner:service']", "to: ['team:paymnets']"),
    message: /^policy\.yaml:17:\d+: rules\[0\]\.to\[0\]: .*"team:payments"/,
  },
  {
    kind: 'an unknown environment',
    policy: edited('in: [prod]', 'in: [prdo]'),
    message: /^policy\.yaml:22:10: rules\[1\]\.in\[0\]: .*"prdo".*prod/,
  },
  {
    kind: 'an unknown tier',
    policy: edited("'tier:nonprod'", "'tier:nonprd'"),
    message: /^policy\.yaml:17:\d+: .*did you mean "tier:nonprod"\?$/,
  },
  {
    kind: 'an unknown target',
    policy: edited("on: ['service:*'] }", "on: ['service:payment-api'] }"),
    message: /^policy\.yaml:17:\d+: .*did you mean "service:payments-api"\?$/,
  },
  {
    kind: 'an unknown role',
    policy: edited('actions: [service.deploy]', "actions: ['role:deployer']"),
    message: /^policy\.yaml:17:\d+: .*"role:deployer"/,
  },
  {
    kind: 'an unknown action',
    policy: edited('service.deploy', 'service.depoly'),
    message: /^policy\.yaml:17:\d+: .*did you mean "service.deploy"\?$/,
  },
  {
    kind: 'an id twice',
    policy: edited('id: owners-prod', 'id: owners-nonprod'),
    message:
      /^policy\.yaml:18:9: rules\[1\]\.id: The id "owners-nonprod" is already at rules\[0\]: write another one$/,
  },
  {
    kind: 'an alias twice',
    policy: edited("accounts: ['333333333333']", 'aliases: [dev]'),
    message: /^policy\.yaml:12:\d+: .*"dev" is already at .*: write it once/,
  },
  {
    kind: 'no owner',
    policy: edited('owners: [payments]', 'owners: []'),
    message:
      /^policy\.yaml:15:\d+: .*Empty list: write at least one entry, such as \[payments\]$/,
  },
  {
    kind: 'an account in two environments',
    policy: edited('333333333333', '111111111111'),
    message:
      /^policy\.yaml:12:\d+: .*The account "111111111111" is already at environments\.dev\.accounts\[0\]: write it once/,
  },
  {
    kind: 'a cluster in two environments',
    policy: edited(
      /accounts: \['(1+)'\]([^]*)accounts: \['(3+)'\]/,
      'clusters: [eks]$2clusters: [eks]',
    ),
    message: /^policy\.yaml:12:\d+: .*The cluster "eks" is already at/,
  },
  {
    kind: 'a default other than deny',
    policy: edited('decision: deny', 'decision: allow'),
    message:
      /^policy\.yaml:5:13: defaults\.decision: Got string "allow": write deny$/,
  },
  {
    kind: 'a wrong type',
    policy: edited('restricted: true', 'restricted: yes'),
    message: /^policy\.yaml:14:\d+: .*Got string "yes": write true or false$/,
  },
  {
    kind: 'a misspelt key',
    policy: edited('    why:', '    wyh:'),
    message: /^policy\.yaml:25:5: rules\[1\]\.wyh: Unknown key "wyh": write/,
  },
  {
    kind: 'a misspelt test',
    policy: edited('exists: true', 'exist: true'),
    message: /^policy\.yaml:24:\d+: .*did you mean "exists"\?$/,
  },
  {
    kind: 'a time without a zone',
    policy: edited(
      'attr: request.changeTicket, exists: true',
      "attr: time.now, after: '2026-12-20'",
    ),
    message: /^policy\.yaml:24:\d+: .*with a zone: write/,
  },
  {
    kind: 'an unknown placeholder',
    policy: edited('{unit}', '{unti}'),
    message: /^policy\.yaml:28:\d+: .*Unknown placeholder "\{unti\}": write/,
  },
  {
    kind: 'an unknown team for break-glass',
    policy: edited(
      'breakGlass: { teams: [platform]',
      'breakGlass: { teams: [sre]',
    ),
    message: /^policy\.yaml:26:\d+: .*Unknown team "sre": write one of/,
  },
  {
    kind: 'a tab',
    policy: edited('  netops:', '\tnetops:'),
    message: /^policy\.yaml:8:1: A tab: indent with spaces/,
  },
  {
    kind: 'a bracket that is not closed',
    policy: edited('[platform], accounts', '[platform, accounts'),
    message: /^policy\.yaml:\d+:\d+: /,
  },
  {
    kind: 'the same key twice',
    policy: edited('  netops:', '  payments:'),
    message: /^policy\.yaml:9:3: The same key twice: keep one/,
  },
  {
    kind: 'several documents',
    policy: `${POLICY}---\n${POLICY}`,
    message: /^policy\.yaml.*remove "---" and write one$/,
  },
  {
    kind: 'an empty file',
    policy: '',
    message: /^policy\.yaml.*The file is empty: write apiVersion/,
  },
  {
    kind: 'no file at all',
    message: /^policy\.yaml: ".*policy\.yaml" cannot be read \(ENOENT\)\. Put/,
  },
  {
    kind: 'a failing case',
    policy: edited('owners: [payments]', 'owners: [platform]'),
    message: /^policy\.tests\.yaml:6: Case 1, ".*", fails: /,
  },
  {
    kind: 'a case of nobody',
    tests: POLICY_TESTS.replace('{ as: pia', '{ as: pai'),
    message:
      /^policy\.tests\.yaml:6:\d+: .*Unknown user "pai": write one of pia$/,
  },
  {
    kind: 'cases that read the clock',
    tests: POLICY_TESTS.replace(/^defaults:.*\n/m, ''),
    message: /^policy\.tests\.yaml:5:\d+: .*No time: write at:/,
  },
];

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
