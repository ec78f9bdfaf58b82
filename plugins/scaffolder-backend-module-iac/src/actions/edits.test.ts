// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { newTask } from '../__testUtils__/runAction';
import { DEV, LIVE } from '../__testUtils__/repositories';
import { useActions } from '../__testUtils__/useActions';
import { STATE_FILE } from '../workspace/changeState';
import { createBeginChangeAction } from './createBeginChangeAction';
import { examples as beginExamples } from './createBeginChangeAction.examples';
import { createHclEditAction } from './createHclEditAction';
import { examples as hclExamples } from './createHclEditAction.examples';
import { createProposeChangeAction } from './createProposeChangeAction';
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
  propose: createProposeChangeAction(parts),
}));

const titled = (more: object = {}) => ({
  repoUrl: LIVE,
  title: 'Change it',
  ...more,
});

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

describe('what edits become', () => {
  it('is proposed as an update, without what was only read', async () => {
    await at.task.run(at.begin, {
      repoUrl: LIVE,
      paths: [UNIT, `${DEV}/reports-db`],
    });
    await at.task.run(at.hcl, size('large'));
    const dry = await at.task.run(at.propose, titled(), { isDryRun: true });
    expect(dry).toEqual({
      targetBranchName: 'main',
      baseSha: (await at.world.git('rev-parse', 'main')).trim(),
      files: [UNIT],
      diff: expect.stringContaining('+  instance_size = "large"'),
    });
    const output = await at.task.run(at.propose, titled({ submit: 'now' }));
    expect(output).toMatchObject({
      action: 'created',
      files: [UNIT],
      branchName: expect.stringMatching(/^fairway\/update\/dev-orders-db-/),
      reviewers: ['group:default/platform'],
    });
    expect(await at.world.git('show', `${output.branchName}:${UNIT}`)).toBe(
      await at.task.read(UNIT),
    );

    // Taken up again, by its id: a commit on top, the same pull request.
    const again = await newTask();
    const begun = await again.run(at.begin, {
      repoUrl: LIVE,
      changeId: output.requestId,
    });
    expect(begun.changeId).toBe(output.requestId);
    expect(await again.read(UNIT)).toContain('"large"');
    await again.run(at.hcl, size('medium'));
    const revised = await again.run(at.propose, titled({ submit: 'now' }));
    expect(revised).toMatchObject({
      action: 'updated',
      requestId: output.requestId,
      pullRequestNumber: output.pullRequestNumber,
      branchName: output.branchName,
    });
    await again.remove();
  });

  it('is a draft unless the step says otherwise', async () => {
    await at.task.run(at.yaml, {
      repoUrl: LIVE,
      path: VALUES,
      edits: [{ op: 'replace', path: ['replicas'], value: 3 }],
    });
    const output = await at.task.run(at.propose, titled());
    expect(output).toMatchObject({
      action: 'created',
      requestUrl: `http://portal.test/self-service/requests/${output.requestId}`,
      files: [VALUES],
    });
    expect(output).not.toHaveProperty('branchName');
  });

  it('is refused without a difference', async () => {
    await at.task.run(at.begin, { repoUrl: LIVE, paths: [UNIT] });
    await expect(at.task.run(at.propose, titled())).rejects.toMatchObject({
      code: 'workspace-unchanged',
    });
  });

  it('is refused with a secret in it, unless it was there', async () => {
    await at.task.run(at.hcl, {
      repoUrl: LIVE,
      path: UNIT,
      edits: [
        { op: 'set', at: ['inputs', 'key'], value: `AKIA${'Q'.repeat(16)}` },
      ],
    });
    await expect(
      at.task.run(at.propose, titled(), { isDryRun: true }),
    ).rejects.toMatchObject({ code: 'secret-found' });
    await at.task.run(at.propose, titled({ secretScan: false }), {
      isDryRun: true,
    });
  });

  it('is refused for a file that is there and was not read', async () => {
    await at.task.run(at.begin, { repoUrl: LIVE, paths: [UNIT] });
    await at.task.write(`${DEV}/reports-db/README.md`, 'Mine.\n');
    await expect(
      at.task.run(at.propose, titled(), { isDryRun: true }),
    ).rejects.toMatchObject({ code: 'workspace-path-taken' });
  });

  it('goes on when the base moves elsewhere, and loses nothing where it moves there', async () => {
    await at.task.run(at.begin, { repoUrl: LIVE, paths: [UNIT] });
    await at.task.run(at.hcl, size('large'));
    await at.world.push({ [`${DEV}/elsewhere/README.md`]: 'New.\n' });

    await expect(
      at.task.run(at.propose, titled({ onBaseMoved: 'fail' }), {
        isDryRun: true,
      }),
    ).rejects.toMatchObject({ code: 'change-base-moved' });
    const dry = await at.task.run(at.propose, titled(), { isDryRun: true });
    expect(dry.files).toEqual([UNIT]);

    const text = await at.world.git('show', `main:${UNIT}`);
    await at.world.push({ [UNIT]: `# by hand\n${text}` });
    await expect(
      at.task.run(at.propose, titled(), { isDryRun: true }),
    ).rejects.toMatchObject({
      code: 'change-base-changed',
      message: expect.stringContaining(UNIT),
    });
  });
});
