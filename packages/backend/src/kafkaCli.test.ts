// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The real command, as a pipeline runs it, against the running portal with a cluster inside of it.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { KAFKA, kafkaApplication } from './__testUtils__/kafka';
import {
  eventually,
  type Portal,
  startPortal,
} from './__testUtils__/startPortal';

jest.setTimeout(120_000);

/* eslint-disable-next-line no-restricted-syntax */
const BIN = resolve(__dirname, '../../cli/bin/fairway');
const PLACE = ['--environment', 'dev', '--instance', 'orders@dev'];
const FILE = `
topics:
  - { name: orders.created, partitions: 2, replicationFactor: 1 }
subjects:
  - { name: orders.created-value, format: AVRO, schema: '"string"' }
`;

describe('fairway kafka against a portal', () => {
  let portal: Portal;
  let folder: string;

  const fairway = (who: string, ...args: string[]) =>
    new Promise<{ code: unknown; stdout: string; stderr: string }>(done => {
      execFile(
        process.execPath,
        [BIN, 'kafka', ...args],
        {
          env: {
            PATH: process.env.PATH,
            HOME: process.env.HOME,
            FAIRWAY_URL: portal.url,
            FAIRWAY_TOKEN: mockCredentials.user.token(`user:default/${who}`),
          },
        },
        (error, stdout, stderr) =>
          done({ code: error?.code ?? 0, stdout, stderr }),
      );
    });
  const write = async (name: string, content: string) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  const requestCount = async () => {
    const { body } = await portal.get(
      'pat',
      'kafka-self-serve/requests/counts',
    );
    return body.all;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fairway-kafka-cli-'));
    portal = await startPortal({ settings: KAFKA });
    await eventually(
      () => portal.post('pat', 'kafka-self-serve/environments/dev/sync'),
      ({ status }) => status === 200,
    );
    await kafkaApplication(portal, {
      by: 'otto',
      name: 'orders',
      team: 'orders',
    });
  });

  afterAll(async () => {
    await portal?.stop();
    await rm(folder, { recursive: true });
  });

  it('plans, applies and waits; then nothing differs, and the export is the file', async () => {
    const file = await write('orders.yaml', FILE);
    const plan = await fairway('otto', 'plan', ...PLACE, file);
    expect(plan).toMatchObject({ code: 0, stderr: '' });
    expect(plan.stdout).toContain(
      'topic orders.created / partitions: nothing -> 2',
    );
    expect((await fairway('otto', 'diff', ...PLACE, file)).code).toBe(1);

    const applied = await fairway(
      'otto',
      'apply',
      ...PLACE,
      '--reason',
      'ORD-12',
      '--key',
      'run-1',
      file,
    );
    expect(applied).toMatchObject({ code: 0, stderr: '' });
    expect(applied.stdout).toMatch(
      /^Request \d+ \(.+\) is submitted[^]*approved, succeeded$/m,
    );
    expect(await fairway('otto', 'diff', ...PLACE, file)).toEqual({
      code: 0,
      stdout: 'Nothing to do: all is as desired.\n',
      stderr: '',
    });
    const before = await requestCount();
    expect((await fairway('otto', 'apply', ...PLACE, file)).stdout).toBe(
      'Nothing to do: all is as desired.\n',
    );
    expect(await requestCount()).toBe(before);

    const out = join(folder, 'exported.yaml');
    expect(await fairway('otto', 'export', ...PLACE, '--out', out)).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    expect(await readFile(out, 'utf8')).toContain('orders.created');
    expect((await fairway('otto', 'diff', ...PLACE, out)).code).toBe(0);
  });

  it('ends with the request where it is not to wait', async () => {
    const file = await write(
      'more.yaml',
      'topics: [{ name: orders.more, partitions: 1, replicationFactor: 1 }]',
    );
    const { code, stdout } = await fairway(
      'otto',
      'apply',
      ...PLACE,
      '--no-wait',
      '--json',
      file,
    );
    expect(code).toBe(0);
    const request = JSON.parse(stdout);
    expect(request).toMatchObject({ kind: 'kafka.bundle' });
    await eventually(
      () => portal.get('otto', `kafka-self-serve/requests/${request.id}`),
      ({ body }) => body.execution === 'succeeded',
    );
    const { body } = await portal.get(
      'otto',
      `kafka-self-serve/requests/${request.id}`,
    );
    expect(body.requesterRef).toBe('user:default/otto');
  });

  it('ends with 1 and the codes where a plan is refused, and asks for nothing', async () => {
    const file = await write(
      'fewer.yaml',
      `topics:
  - { name: orders.created, partitions: 1, replicationFactor: 1, configs: { no.such.key: '1' } }
`,
    );
    const before = await requestCount();
    for (const command of ['plan', 'diff', 'apply']) {
      const { code, stdout } = await fairway('otto', command, ...PLACE, file);
      expect([command, code]).toEqual([command, 1]);
      expect(stdout).toContain('Refused: config-unknown, partitions-decrease');
    }
    expect(await requestCount()).toBe(before);
  });

  it('ends with 2 and the words of the portal where a person may not, and asks for nothing', async () => {
    const file = await write(
      'others.yaml',
      'topics: [{ name: orders.others, partitions: 1, replicationFactor: 1 }]',
    );
    const before = await requestCount();
    const { code, stderr } = await fairway('gus', 'apply', ...PLACE, file);
    expect(code).toBe(2);
    expect(stderr).toContain('user:default/gus');
    expect(stderr).toMatch(/\(kafka-(not-owner|denied)\)/);
    expect(await requestCount()).toBe(before);
  });

  it.each([
    [['plan', '--instance', 'orders@dev'], '--environment'],
    [['plan', '--environment', 'dev'], '--instance'],
    [['plan', '--environment', 'dev', '--instance', 'none@dev'], 'none@dev'],
  ])('ends with 2 where the place is wrong: %j', async (args, words) => {
    const file = await write('place.yaml', 'topics: []');
    const { code, stderr } = await fairway('otto', ...args, file);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});
