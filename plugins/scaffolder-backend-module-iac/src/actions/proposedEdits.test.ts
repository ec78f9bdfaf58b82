// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { newTask } from '../__testUtils__/runAction';
import { DEV, LIVE } from '../__testUtils__/repositories';
import { useActions } from '../__testUtils__/useActions';
import { createBeginChangeAction } from './createBeginChangeAction';
import { createHclEditAction } from './createHclEditAction';
import { createProposeChangeAction } from './createProposeChangeAction';
import { createYamlEditAction } from './createYamlEditAction';

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

  it('is refused with a secret in it, by the gate too when the step does not look', async () => {
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
    await expect(
      at.task.run(at.propose, titled({ secretScan: false }), {
        isDryRun: true,
      }),
    ).rejects.toMatchObject({ code: 'change-secret-found' });
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
