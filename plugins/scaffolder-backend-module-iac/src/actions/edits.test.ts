// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { DEV, LIVE } from '../__testUtils__/repositories';
import { useActions } from '../__testUtils__/useActions';
import { STATE_FILE } from '../workspace/changeState';
import { createBeginChangeAction } from './createBeginChangeAction';
import { examples as beginExamples } from './createBeginChangeAction.examples';
import { createHclEditAction } from './createHclEditAction';
import { examples as hclExamples } from './createHclEditAction.examples';
import { createYamlEditAction } from './createYamlEditAction';
import { examples as yamlExamples } from './createYamlEditAction.examples';

jest.setTimeout(60_000);

const UNIT = `${DEV}/orders-db/terragrunt.hcl`;
const VALUES = 'deploy/dev/payments-api/values.yaml';
const size = (value: string) => ({
  path: UNIT,
  edits: [{ op: 'set', at: ['inputs', 'instance_size'], value }],
});

const at = useActions(parts => ({
  begin: createBeginChangeAction(parts),
  hcl: createHclEditAction(parts),
  yaml: createYamlEditAction(parts),
}));

describe('examples', () => {
  it.each(
    [...beginExamples, ...hclExamples, ...yamlExamples].map(
      ({ description, example }) => [description, example],
    ),
  )('run: %s', async (_, example) => {
    const { steps } = parse(example);
    const { body } = await at.world.dryRun('pia', {
      steps,
      values: {},
    });
    expect(body.error).toBeUndefined();
    const paths = body.directoryContents.map(
      ({ path }: { path: string }) => path,
    );
    expect(paths).toContain(STATE_FILE);
    expect(paths).toContain(
      steps[0].action === 'iac:yaml:edit' ? VALUES : UNIT,
    );
  });
});

describe('git:change:begin', () => {
  it('reads files and folders of one commit', async () => {
    const output = await at.task.run(at.begin, {
      repoUrl: LIVE,
      paths: [`${DEV}/reports-db`, UNIT, `${DEV}/new-db`],
    });
    expect(output).toEqual({
      baseSha: (await at.world.git('rev-parse', 'main')).trim(),
      files: [
        UNIT,
        `${DEV}/reports-db/README.md`,
        `${DEV}/reports-db/terragrunt.hcl`,
      ],
    });
    expect(await at.task.read(UNIT)).toBe(
      await at.world.git('show', `main:${UNIT}`),
    );
  });

  it('leaves what the task has changed', async () => {
    await at.task.run(at.begin, { repoUrl: LIVE, paths: [UNIT] });
    await at.task.run(at.hcl, size('large'));
    await at.task.run(at.begin, { repoUrl: LIVE, paths: [`${DEV}/orders-db`] });
    expect(await at.task.read(UNIT)).toContain('instance_size = "large"');
  });

  it.each<[string, object, object, string]>([
    [
      'what the person may not plan',
      { paths: [UNIT] },
      { as: 'nia' },
      'policy-denied',
    ],
    ['a way out', { paths: ['../x'] }, {}, 'git-path-invalid'],
    [
      'another branch',
      { targetBranchName: 'next' },
      {},
      'target-branch-not-default',
    ],
    [
      'a foreign repository',
      { repoUrl: 'local?owner=acme&repo=secrets', paths: ['README.md'] },
      {},
      'repository-not-configured',
    ],
  ])('refuses %s', async (_, input, options, code) => {
    await expect(
      at.task.run(
        at.begin,
        { repoUrl: LIVE, paths: [UNIT], ...input },
        options,
      ),
    ).rejects.toMatchObject({ code });
    await expect(at.task.read(UNIT)).rejects.toThrow('ENOENT');
  });

  it('stops when the task is cancelled', async () => {
    await expect(
      at.task.run(
        at.begin,
        { repoUrl: LIVE, paths: [UNIT] },
        { signal: AbortSignal.abort() },
      ),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('refuses to write over a file that another step made', async () => {
    await at.task.write(UNIT, '# mine\n');
    await expect(
      at.task.run(at.begin, { repoUrl: LIVE, paths: [UNIT] }),
    ).rejects.toMatchObject({ code: 'workspace-file-exists' });
  });
});

describe('iac:hcl:edit', () => {
  it('changes the bytes of the value alone, and says so as a diff', async () => {
    const output = await at.task.run(at.hcl, {
      repoUrl: LIVE,
      ...size('large'),
    });
    const before = await at.world.git('show', `main:${UNIT}`);
    expect(await at.task.read(UNIT)).toBe(before.replace('"small"', '"large"'));
    expect(output).toEqual({
      path: UNIT,
      changed: true,
      diff: expect.stringContaining(
        '-  instance_size = "small"\n+  instance_size = "large"\n',
      ),
    });
  });

  it('says when there is nothing to change', async () => {
    const output = await at.task.run(at.hcl, {
      repoUrl: LIVE,
      ...size('small'),
    });
    expect(output).toEqual({ path: UNIT, changed: false, diff: '' });
  });

  it('keeps text in a value as text, and takes expressions of the list alone', async () => {
    await at.task.run(at.hcl, { repoUrl: LIVE, ...size('${run_cmd("id")}') });
    expect(await at.task.read(UNIT)).toContain('"$${run_cmd(\\"id\\")}"');
    await expect(
      at.task.run(at.hcl, {
        path: UNIT,
        edits: [
          { op: 'set', at: ['inputs', 'x'], expression: 'run_cmd("id")' },
        ],
      }),
    ).rejects.toMatchObject({ code: 'hcl-expression-not-allowed' });
  });

  it('leaves the file alone when one of its edits fails', async () => {
    await at.task.run(at.begin, { repoUrl: LIVE, paths: [UNIT] });
    const before = await at.task.read(UNIT);
    const { edits } = size('large');
    await expect(
      at.task.run(at.hcl, {
        path: UNIT,
        edits: [...edits, { op: 'remove', at: ['inputs', 'nothing'] }],
      }),
    ).rejects.toMatchObject({ code: 'hcl-path-not-found' });
    expect(await at.task.read(UNIT)).toBe(before);
  });

  it('refuses a file that does not parse, with its line', async () => {
    await at.task.write('x.hcl', 'a = 1\nb = {\n');
    await expect(
      at.task.run(at.hcl, {
        path: 'x.hcl',
        edits: [{ op: 'set', at: ['a'], value: 2 }],
      }),
    ).rejects.toMatchObject({ code: 'hcl-syntax', line: expect.any(Number) });
    expect(await at.task.read('x.hcl')).toBe('a = 1\nb = {\n');
  });

  it.each(['../x.hcl', '/etc/hosts', '.git/config'])(
    'refuses the path %s',
    async path => {
      await expect(
        at.task.run(at.hcl, { ...size('x'), path }),
      ).rejects.toMatchObject({ code: 'git-path-invalid' });
    },
  );

  it('follows no link out of the workspace', async () => {
    await symlink('/etc', join(at.task.workspace, 'live'));
    await expect(
      at.task.run(at.hcl, { ...size('x'), path: 'live/hostname' }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('says that a file is nowhere', async () => {
    await expect(
      at.task.run(at.hcl, {
        ...size('x'),
        repoUrl: LIVE,
        path: `${DEV}/no/x.hcl`,
      }),
    ).rejects.toMatchObject({ code: 'workspace-file-missing' });
  });
});

describe('iac:yaml:edit', () => {
  it('changes the bytes of the value alone', async () => {
    const output = await at.task.run(at.yaml, {
      repoUrl: LIVE,
      path: VALUES,
      edits: [{ op: 'replace', path: ['image', 'tag'], value: '2.16.0' }],
    });
    const before = await at.world.git('show', `main:${VALUES}`);
    expect(await at.task.read(VALUES)).toBe(before.replace('2.15.0', '2.16.0'));
    expect(output).toMatchObject({
      changed: true,
      diff: expect.stringContaining("-  tag: '2.15.0'\n+  tag: '2.16.0'\n"),
    });
  });
});
