// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The command line against the running portal: what is exported verifies, on the portal and on a laptop.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { changeOf } from './__testUtils__/changes';
import {
  eventually,
  type Portal,
  startPortal,
} from './__testUtils__/startPortal';
import { DEV, unitOf } from './__testUtils__/templates';

jest.setTimeout(120_000);

/* eslint-disable-next-line no-restricted-syntax */
const BIN = resolve(__dirname, '../../cli/bin/fairway');

describe('fairway requests against a portal', () => {
  let portal: Portal;
  let folder: string;

  const fairway = (who: string, ...args: string[]) =>
    new Promise<{ code: unknown; stdout: string; stderr: string }>(done => {
      execFile(
        process.execPath,
        [BIN, 'requests', ...args],
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

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fairway-export-'));
    portal = await startPortal();
    const order = async (name: string) => {
      const { body } = await portal.post(
        'pia',
        'self-service/requests',
        changeOf({
          [`${DEV}/${name}/terragrunt.hcl`]: unitOf('postgres-database'),
        }),
      );
      await eventually(
        () => portal.get('pia', `self-service/requests/${body.request.id}`),
        request => request.body.execution === 'succeeded',
      );
    };
    await order('one-db');
    await order('two-db');
  });

  afterAll(async () => {
    await portal.stop();
    await rm(folder, { recursive: true });
  });

  it('exports what verifies, and finds what was changed in it', async () => {
    const out = join(folder, 'requests.ndjson');
    expect(await fairway('tia', 'export', '--out', out)).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    expect(await fairway('tia', 'verify')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^2 requests with \d+ events/),
    });
    const { stdout } = await fairway('tia', 'verify', '--file', out);
    expect(stdout).toMatch(/^2 requests with \d+ events: every chain holds/);

    const text = await readFile(out, 'utf8');
    await writeFile(out, text.replace('"auto-approved"', '"approved"'));
    expect(await fairway('tia', 'verify', '--file', out)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('Broken at event'),
    });
  });

  it('exports to a person what that person may see, and verifies for administrators alone', async () => {
    const csv = await fairway('pia', 'export', '--format', 'csv');
    expect(csv.stdout.split('\r\n')[0]).toContain('planDigest');
    expect(csv.stdout).toContain('one-db');
    const other = await fairway('otto', 'export');
    expect(other).toMatchObject({ code: 0, stdout: '' });
    expect(await fairway('pia', 'verify')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('administrator'),
    });
  });
});
