// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Against a real policy: __fixtures__/policy.rego, compiled by OPA.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { checkRego } from './RegoPolicy';
import { readRegoSettings } from './readRegoSettings';

const bundle = join(__dirname, '__fixtures__/policy.tar.gz');
const entrypoint = 'fairway/findings';
const path = 'live/dev/a-db/terragrunt.hcl';
const unit = (days: number, source = '"x"') =>
  `terraform {\n  source = ${source}\n}\n\ninputs = {\n  backup_days = ${days}\n}\n`;

const check = (content: string, at = path) =>
  checkRego([{ path: at, content }], { bundle, entrypoint });

describe('checkRego', () => {
  it('hands files to the policy parsed, with the data of the bundle, and takes its findings', async () => {
    expect(await check(unit(7))).toEqual([]);
    expect(await check(unit(3))).toEqual([
      {
        engine: 'rego',
        rule: 'backups',
        severity: 'error',
        path,
        line: 3,
        message: 'Backups are kept for 3 days; keep them for 7.',
      },
    ]);
  });

  it('shows expressions as they are written, and takes msg and severity', async () => {
    expect(await check(unit(7, 'local.source'))).toEqual([
      expect.objectContaining({
        rule: 'rego',
        severity: 'warning',
        line: 1,
        message: 'The source is computed.',
      }),
    ]);
  });

  it('takes plain words, about no file, and every document of YAML', async () => {
    expect(await check('a: 1\n---\nvolume: secret\n', 'a.yaml')).toEqual([
      expect.objectContaining({
        path: '',
        message: 'There is a secret volume.',
      }),
    ]);
  });

  it.each<[string, object, RegExp]>([
    [
      'an entrypoint that is not there',
      { entrypoint: 'a/b' },
      /fairway\/findings/,
    ],
    ['an answer that is no list', { entrypoint: 'fairway/broken' }, /no list/],
    ['no such file', { bundle: '/nowhere/policy.wasm' }, /ENOENT/],
    ['what is no policy', { bundle: __filename }, /opa build/],
  ])('refuses %s, and passes nothing', async (_, settings, words) => {
    await expect(
      checkRego([{ path, content: unit(7) }], {
        bundle,
        entrypoint,
        ...settings,
      }),
    ).rejects.toMatchObject({
      code: 'rego-not-run',
      message: expect.stringMatching(words),
    });
  });

  it('refuses a broken archive', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fairway-rego-'));
    const broken = join(folder, 'policy.tar.gz');
    await writeFile(broken, Buffer.from([0x1f, 0x8b, 8, 0, 1, 2]));
    await expect(checkRego([], { bundle: broken })).rejects.toMatchObject({
      code: 'rego-not-run',
    });
    await rm(folder, { recursive: true });
  });
});

it('reads where the policy is', () => {
  const read = (selfService: object) =>
    readRegoSettings(new ConfigReader({ selfService } as any));
  expect(read({})).toBeUndefined();
  expect(read({ validation: { rego: { bundle: 'a.wasm' } } })).toEqual({
    bundle: 'a.wasm',
  });
  expect(() => read({ validation: { rego: {} } })).toThrow(
    'selfService.validation.rego.bundle',
  );
});
