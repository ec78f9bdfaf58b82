// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/* eslint-disable-next-line no-restricted-syntax */
const BIN = resolve(__dirname, '../../bin/fairway');

/** The real command, as a person runs it. */
function fairway(args: string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [BIN, 'kafka', ...args],
    {
      encoding: 'utf8',
      input,
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
    },
  );
  return { status, stdout, stderr };
}

const OBSERVED = `
topics:
  - name: orders
    partitions: 6
    replicationFactor: 3
    configs: { retention.ms: '1000' }
acls: []
subjects: []
`;

/** Some bytes that stand for a million words. */
const manyAliases = () =>
  'abcdef'
    .split('')
    .map((name, index, all) => {
      const each = index === 0 ? 'x' : `*${all[index - 1]}`;
      return `${name}: &${name} [${Array(10).fill(each).join()}]`;
    })
    .join('\n');

// Each command starts a process that compiles its sources.
jest.setTimeout(30_000);

describe('fairway kafka', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fairway-kafka-'));
    write('observed.yaml', OBSERVED);
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function write(name: string, text: string) {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  }

  const plan = (desired: string, ...options: string[]) =>
    fairway([
      'plan',
      '--observed',
      join(folder, 'observed.yaml'),
      ...options,
      write('desired.yaml', desired),
    ]);

  it('plans the steps in order with the fields that they change', () => {
    const { status, stdout } = plan(`
topics:
  - { name: orders, partitions: 12, replicationFactor: 3, configs: { retention.ms: 2000 } }
acls:
  - { type: topic, name: orders, principal: 'User:billing', operation: read }
`);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^1\. .*12 partitions instead of 6 \(cannot/m);
    expect(stdout).toContain('topic orders / partitions: 6 -> 12');
    expect(stdout).toContain(
      'topic orders / configs.retention.ms: 1000 -> 2000',
    );
    expect(stdout).toMatch(/^3\. .*User:billing may READ the topic orders/m);
    expect(stdout).toMatch(/^3 steps$/m);
  });

  it('gives the steps as JSON', () => {
    const { status, stdout } = plan(
      '{"topics": [{"name": "orders", "partitions": 12, "replicationFactor": 3}]}',
      '--json',
    );
    expect(status).toBe(0);
    expect(
      JSON.parse(stdout).steps.map(({ action }: { action: string }) => action),
    ).toEqual(['topic.partitions', 'topic.configs']);
  });

  it('says so when there is nothing to do', () => {
    const { status, stdout } = plan(OBSERVED);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'Nothing to do: all is as desired.\n',
    });
  });

  it.each([[[]], [['--json']]])(
    'ends with 1 and all codes where a plan is refused (%j)',
    options => {
      const { status, stdout } = plan(
        `
topics:
  - name: orders
    partitions: 3
    replicationFactor: 3
    configs: { no.such.key: 1 }
`,
        ...options,
      );
      expect(status).toBe(1);
      expect(stdout).toContain('partitions-decrease');
      expect(stdout).toContain('config-unknown');
    },
  );

  it('validates files by themselves, and names the one that is wrong', () => {
    const good = write('good.yaml', OBSERVED);
    const bad = write(
      'bad.yaml',
      'topics: [{ name: "no spaces please", partitions: 1, replicationFactor: 1 }]',
    );
    expect(fairway(['validate', good])).toMatchObject({
      status: 0,
      stdout: '1 file valid\n',
    });
    const { status, stdout } = fairway(['validate', good, bad]);
    expect(status).toBe(1);
    expect(stdout).toContain(`${bad}: desired.topics[0].name: error `);
  });

  it('reads stdin, and names line and column of what is no YAML', () => {
    expect(fairway(['validate', '-'], OBSERVED).status).toBe(0);
    const { status, stderr } = fairway(['validate', '-'], 'topics: []\n  - a');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Line 2, column \d+ of "stdin" is not YAML/);
  });

  it('takes anchors, aliases and merge keys', () => {
    const { status, stdout } = plan(`
topics:
  - &one { name: orders, partitions: 6, replicationFactor: 3, configs: { retention.ms: 1000 } }
  - { <<: *one, name: payments }
`);
    expect(stdout).toMatch(/topic payments \/ partitions: nothing -> 6/);
    expect(status).toBe(0);
  });

  it.each([
    ['nothing', '# later', 'cli-document-empty'],
    ['an alias of nothing', 'topics: *none', 'cli-document-invalid'],
    ['an alias in itself', 'topics: &it [*it]', 'cli-document-invalid'],
    ['aliases without end', manyAliases(), 'cli-document-invalid'],
    ['two documents', 'topics: []\n---\ntopics: []', 'cli-document-invalid'],
    ['a key twice', 'topics: []\ntopics: []', 'cli-document-invalid'],
  ])('ends with 2 and a code where there is %s', (_, text, code) => {
    for (const { status, stdout, stderr } of [
      plan(text, '--json'),
      fairway(['validate', '-'], text),
    ]) {
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^(?:There is nothing|Line \d+, column \d+)/);
      expect(stderr.trim().split('\n').at(-1)).toContain(`(${code})`);
    }
  });

  it.each([
    ['not there', 'none.yaml', 'ENOENT'],
    ['a folder', '.', 'EISDIR'],
  ])('ends with 2 where a file is %s', (_, name, reason) => {
    const path = join(folder, name);
    const answers = [
      fairway(['validate', path]),
      fairway(['plan', '--observed', path, write('desired.yaml', OBSERVED)]),
    ];
    for (const { status, stderr } of answers) {
      expect(status).toBe(2);
      expect(stderr).toContain(`"${path}" could not be read (${reason})`);
      expect(stderr).toContain('(cli-file-unreadable)');
    }
  });
});
