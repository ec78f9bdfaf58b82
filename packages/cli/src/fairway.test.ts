// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
        `${policy}:34:10: rules[2].in[0]: Unknown environment "prodd": did you mean "prod"?\n`,
      );
      expect(stdout).toBe('');
      expect(status).toBe(2);
    });

    it('refuses a file that is not there with 2', () => {
      const missing = join(folder, 'none.yaml');
      const { status, stderr } = fairway('ownership', 'test', POLICY, missing);
      expect(stderr).toBe(
        `The file "${missing}" could not be read (ENOENT). Give the path of a file that exists.\n`,
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
      [['--as', 'pia'], '"pia" is not a user.'],
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
});
