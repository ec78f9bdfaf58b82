// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/* eslint-disable-next-line no-restricted-syntax */
const BIN = resolve(__dirname, '../bin/fairway');
const FIXTURES = resolve(
  /* eslint-disable-next-line no-restricted-syntax */
  __dirname,
  '../../../plugins/ownership-node/src/engine/__fixtures__',
);
const POLICY = join(FIXTURES, 'policy.yaml');
const TESTS = join(FIXTURES, 'policy.tests.yaml');

/** The real command, as a person runs it. */
function fairway(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [BIN, ...args],
    {
      encoding: 'utf8',
      // The test runner's own settings are not a user's.
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
    },
  );
  return { status, stdout, stderr };
}

function explain(...args: string[]) {
  return fairway(
    'ownership',
    'explain',
    POLICY,
    '--as',
    'user:default/pia',
    '--groups',
    'group:default/payments',
    '--at',
    '2026-06-01T10:00:00Z',
    ...args,
  );
}

// Each command starts a process that compiles its sources.
jest.setTimeout(30_000);

describe('fairway ownership', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fairway-cli-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  describe('test', () => {
    it('passes the example and closes with the count', () => {
      const { status, stdout, stderr } = fairway(
        'ownership',
        'test',
        POLICY,
        TESTS,
      );
      expect(stderr).toBe('');
      expect(stdout.trimEnd().split('\n').at(-1)).toBe('16 passed, 0 failed');
      expect(status).toBe(0);
    });

    it('fails with 1 and says where and what came instead', () => {
      const tests = write(
        'tests.yaml',
        readFileSync(TESTS, 'utf8').replace(
          'in: dev, expect: allow, by: owners-nonprod',
          'in: dev, expect: deny',
        ),
      );
      const { status, stdout } = fairway('ownership', 'test', POLICY, tests);
      expect(stdout).toContain(
        `FAILED 1  nia service.deploy networking in dev\n          ${tests}:6: expected deny, got allow by owners-nonprod`,
      );
      expect(stdout.trimEnd().split('\n').at(-1)).toBe('15 passed, 1 failed');
      expect(status).toBe(1);
    });

    it('refuses a broken policy with 2, file, line, column and what to write', () => {
      const policy = write(
        'broken.yaml',
        readFileSync(POLICY, 'utf8').replace('in: [prod]\n', 'in: [prodd]\n'),
      );
      const { status, stdout, stderr } = fairway(
        'ownership',
        'test',
        policy,
        TESTS,
      );
      expect(stderr).toBe(
        `${policy}:34:10: rules[2].in[0]: Unknown environment "prodd": did you mean "prod"? (cli-policy-invalid)\n`,
      );
      expect(stdout).toBe('');
      expect(status).toBe(2);
    });

    it('refuses a file that is not there with 2', () => {
      const missing = join(folder, 'none.yaml');
      const { status, stderr } = fairway('ownership', 'test', POLICY, missing);
      expect(stderr).toBe(
        `The file "${missing}" could not be read (ENOENT). Give the path of a file that exists. (cli-file-unreadable)\n`,
      );
      expect(status).toBe(2);
    });

    it('writes the report as JSON', () => {
      const { status, stdout } = fairway(
        'ownership',
        'test',
        POLICY,
        TESTS,
        '--json',
      );
      expect(JSON.parse(stdout)).toMatchObject({
        passed: 16,
        failed: 0,
        problems: [],
        revision: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect(status).toBe(0);
    });
  });

  describe('explain', () => {
    it('says which rule and line refuses, and whom to ask, and ends with 1', () => {
      const { status, stdout } = explain(
        ...[
          '--do',
          'service.deploy',
          '--service',
          'networking',
          '--in',
          'prod',
        ],
      );
      expect(stdout).toContain(
        'deny: user:default/pia may not deploy networking in prod: networking is restricted to its owners (guard:restricted:networking, policy.yaml, line 22). Ask group:default/netops.',
      );
      expect(status).toBe(1);
    });

    it('shows the near miss', () => {
      const { stdout } = explain(
        ...['--do', 'service.deploy'],
        ...['--service', 'payments-api', '--in', 'production'],
      );
      expect(stdout).toContain(
        'owners-prod (line 30) would allow this with a change ticket (request.changeTicket).',
      );
    });

    it('ends with 0 and the decision as JSON where it is allowed', () => {
      const { status, stdout } = explain(
        ...['--do', 'service.deploy', '--service', 'payments-api'],
        ...['--in', 'PROD', '--store', 'pg-payments'],
        ...['--with', 'changeTicket=CHG1', '--json'],
      );
      expect(JSON.parse(stdout)).toMatchObject({
        decision: 'allow',
        by: 'owners-prod+store-owners',
        targetRef: 'prod/payments-api?store=pg-payments',
      });
      expect(status).toBe(0);
    });

    it.each([
      [['--with', 'chngeTicket=1'], 'did you mean "changeTicket"?'],
      [['--with', 'changeTicket'], 'Write --with changeTicket=CHG1.'],
      [['--at', 'tomorrow'], '"tomorrow" is not a time with a zone.'],
      [['--groups', 'payments'], '"payments" is not a group.'],
      [['--as', 'pia'], '"pia" is not a user or client.'],
      [['--as', 'client:bot'], '"client:bot" is not a user or client.'],
      [['--doo'], "unknown option '--doo'"],
    ])('refuses %j with 2', (args, message) => {
      const { status, stdout, stderr } = explain(
        '--do',
        'service.deploy',
        ...args,
      );
      expect(stderr).toContain(message);
      expect(stdout).toBe('');
      expect(status).toBe(2);
    });
  });

  const edited = (from: string, to: string) => {
    const text = readFileSync(POLICY, 'utf8');
    if (!text.includes(from)) throw new Error(`nothing to edit: ${from}`);
    return write('policy.yaml', text.replace(from, to));
  };

  /** A policy folder with one team's file and the cases. */
  const policyFolder = (teamRules: string) => {
    write('policy.yaml', readFileSync(POLICY, 'utf8'));
    write('policy.tests.yaml', readFileSync(TESTS, 'utf8'));
    mkdirSync(join(folder, 'teams'));
    write(
      'teams/payments.yaml',
      `apiVersion: ownership/v1\nkind: OwnershipTeamPolicy\nteam: payments\nrules:\n${teamRules}\n`,
    );
    return folder;
  };
  const DENY =
    "  - { id: payments-no-data, effect: deny, to: ['team:data'], actions: [service.deploy], on: ['service:payments-api'] }";

  describe('lint', () => {
    it('warns with place and what to write, and ends with 1', () => {
      const { status, stdout, stderr } = fairway(
        ...['ownership', 'lint', POLICY, '--tests', TESTS],
      );
      expect(stderr).toBe('');
      const lines = stdout.trimEnd().split('\n');
      expect(lines[0]).toBe(
        `${POLICY}:28:5: warning: rules[0]: The allow "plan-anywhere" has no in:, so it holds in every environment, prod included: write in: ['tier:nonprod'], or in: ['tier:*'] if all of them are meant`,
      );
      expect(lines.join('\n')).toContain(
        'No test case is decided by the rule "platform-nonprod"',
      );
      expect(lines.at(-1)).toBe('0 errors, 4 warnings');
      expect(status).toBe(1);
    });

    it('ends with 0 where warnings are allowed, and with 2 on errors', () => {
      expect(
        fairway('ownership', 'lint', POLICY, '--allow-warnings').status,
      ).toBe(0);
      const broken = edited('in: [prod]\n', 'in: [prodd]\n');
      const { status, stdout } = fairway(
        ...['ownership', 'lint', broken, '--allow-warnings'],
      );
      expect(stdout).toBe(
        `${broken}:34:10: rules[2].in[0]: Unknown environment "prodd": did you mean "prod"?\n\n1 error, 0 warnings\n`,
      );
      expect(status).toBe(2);
    });

    it('counts a failing case as an error', () => {
      const tests = write(
        'tests.yaml',
        readFileSync(TESTS, 'utf8').replace(
          'in: dev, expect: allow, by: owners-nonprod',
          'in: dev, expect: deny',
        ),
      );
      const { status, stdout } = fairway(
        ...['ownership', 'lint', POLICY, '--tests', tests],
      );
      expect(stdout).toContain(`${tests}:6:1: Case 1, "nia service.deploy`);
      expect(status).toBe(2);
    });

    it('compares groups with catalog files', () => {
      const catalog = write(
        'org.yaml',
        ['platform', 'netops', 'data-platform']
          .map(
            name =>
              `apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: { name: ${name} }\n`,
          )
          .join('---\n'),
      );
      const { stdout } = fairway(
        ...['ownership', 'lint', POLICY, '--catalog', catalog, '--json'],
      );
      const { problems, ...counts } = JSON.parse(stdout);
      expect(counts).toMatchObject({ errors: 0, warnings: 4 });
      expect(problems[0]).toMatchObject({
        severity: 'warning',
        file: POLICY,
        line: 12,
        message: expect.stringContaining(
          '"group:default/payments", which the catalog lacks',
        ),
      });
    });

    it("points into a team's file of a folder", () => {
      const path = policyFolder(DENY.replace('effect: deny', 'effect: allow'));
      const { status, stdout } = fairway('ownership', 'lint', path);
      expect(stdout).toContain(
        `${join(
          path,
          'teams/payments.yaml',
        )}:5:37: rules[0].effect: A team's file may only narrow`,
      );
      expect(status).toBe(2);
    });
  });

  describe('a folder', () => {
    it('is tested and explained as one policy', () => {
      const path = policyFolder(DENY);
      const tested = fairway('ownership', 'test', path);
      expect(tested.stdout.trimEnd().split('\n').at(-1)).toBe(
        '16 passed, 0 failed',
      );
      expect(tested.status).toBe(0);
      const { stdout, status } = fairway(
        ...['ownership', 'explain', path, '--as', 'user:default/dan'],
        ...['--groups', 'group:default/data-platform,group:default/payments'],
        ...['--do', 'service.deploy', '--service', 'payments-api'],
        ...['--in', 'dev', '--at', '2026-06-01T10:00:00Z'],
      );
      expect(stdout).toContain(
        'service:payments-api: deny by payments-no-data (teams/payments.yaml, line 5)',
      );
      expect(status).toBe(1);
    });

    it('needs test cases to test', () => {
      const { status, stderr } = fairway('ownership', 'test', POLICY);
      expect(stderr).toContain('There are no test cases beside');
      expect(status).toBe(2);
    });
  });

  describe('who-can', () => {
    const ask = (...args: string[]) =>
      fairway(
        ...['ownership', 'who-can', POLICY, '--at', '2026-06-01T10:00:00Z'],
        ...args,
      );

    it('lists teams with rule, line and condition, and ends with 0', () => {
      const { status, stdout, stderr } = ask(
        ...['--do', 'service.deploy', '--service', 'payments-api'],
        ...['--in', 'production'],
      );
      expect(stderr).toBe('');
      expect(stdout)
        .toBe(`service.deploy on prod/payments-api: team:payments with request.changeTicket.

team:payments: allow with request.changeTicket
  service:payments-api: owners-prod (policy.yaml, line 30); to owner:service; while request.changeTicket is given; Production needs a change ticket.

anybody else: anybody else may not deploy payments-api in prod: no rule allows it (default). Ask group:default/payments.
`);
      expect(status).toBe(0);
    });

    it('ends with 1 where nobody may, and writes JSON', () => {
      const { status, stdout } = ask(
        ...['--do', 'service.destroy', '--service', 'payments-api'],
        ...['--in', 'prod', '--json'],
      );
      expect(JSON.parse(stdout)).toMatchObject({
        entries: [],
        everyoneElse: { by: 'never-destroy-prod' },
      });
      expect(status).toBe(1);
    });
  });

  describe('diff', () => {
    it('ends with 0 where nothing differs', () => {
      const { status, stdout } = fairway('ownership', 'diff', POLICY, POLICY);
      expect(stdout).toContain('no answers more generous; no answers stricter');
      expect(status).toBe(0);
    });

    it('says who gains and who loses, and ends with 1', () => {
      const after = edited(
        'payments-api: { owners: [payments] }',
        'payments-api: { owners: [data] }',
      );
      const { status, stdout } = fairway(
        ...['ownership', 'diff', POLICY, after, '--do', 'service.deploy'],
        ...['--in', 'dev', '--at', '2026-06-01T10:00:00Z'],
      );
      expect(stdout)
        .toContain(`gains      group:default/data-platform (data)  service.deploy service:payments-api in dev
           before: deny by default
           after:  allow by owners-nonprod
`);
      expect(stdout).toContain(
        'loses      group:default/payments (payments)  service.deploy service:payments-api in dev',
      );
      expect(status).toBe(1);
    });

    it('writes JSON', () => {
      const after = edited('2026-12-20T', '2026-12-21T');
      const { stdout } = fairway(
        ...['ownership', 'diff', POLICY, after, '--json'],
      );
      expect(JSON.parse(stdout)).toMatchObject({
        rules: [{ id: 'year-end-freeze', change: 'changed' }],
      });
    });
  });

  describe('export-codeowners', () => {
    const UNIT = 'live/acme-prod/eu-west-1/prod/pg=kafka-topic+pg-payments';
    const exported = (...args: string[]) =>
      fairway(
        ...['ownership', 'export-codeowners', POLICY],
        ...['--repo', 'infrastructure-live', '--unit', UNIT],
        ...args,
      );

    it('writes the file, and knows whether one is current', () => {
      const { status, stdout } = exported();
      expect(stdout).toContain(
        '/live/acme-prod/eu-west-1/prod/pg/  @acme/data-platform @acme/payments\n',
      );
      expect(status).toBe(0);
      const current = write('CODEOWNERS', stdout);
      expect(exported('--check', current).status).toBe(0);
      const old = write('OLD', stdout.replace('@acme/netops', '@acme/old'));
      const checked = exported('--check', old);
      expect(checked.stdout).toContain(`${old} is not what`);
      expect(checked.status).toBe(1);
      expect(JSON.parse(exported('--json').stdout).text).toBe(stdout);
    });

    it.each([
      [['--repo', 'other'], 'is about the repository "other"'],
      [['--unit', 'live/x'], '"live/x" is not a unit with its service.'],
      [['--unit', 'live/x=nothing'], 'policy.yaml has no service "nothing"'],
      [['--protected-owner', 'nobody'], 'The team "nobody" owns'],
    ])('refuses %j with 2', (args, message) => {
      const { status, stdout, stderr } = exported(...args);
      expect(stderr).toContain(message);
      expect(stdout).toBe('');
      expect(status).toBe(2);
    });
  });
});
