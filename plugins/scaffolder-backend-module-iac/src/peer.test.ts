// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What publish:github:pull-request does to other people's work, and what ours does in its place: both against one GitHub,
// which is real git behind GitHub's API. Where the peer gets better, its half fails, and the defect is to be struck out.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GitHubHost, parseRepoUrl } from '@fairway/git-host';
import { createPeer, type Peer } from './__testUtils__/peer/createPeer';
import { GitHub, Refusal } from './__testUtils__/peer/GitHub';
import { DEV, LIVE_FILES } from './__testUtils__/repositories';
import { newTask } from './__testUtils__/runAction';
import { useActions } from './__testUtils__/useActions';
import { createBeginChangeAction } from './actions/createBeginChangeAction';
import { createHclEditAction } from './actions/createHclEditAction';
import { createProposeChangeAction } from './actions/createProposeChangeAction';
import { createTerragruntUnitAction } from './actions/createTerragruntUnitAction';

jest.setTimeout(120_000);

const UNIT = `${DEV}/orders-db/terragrunt.hcl`;
const OTHER = `${DEV}/invoices-db/terragrunt.hcl`;
const THIRD = `${DEV}/refunds-db/terragrunt.hcl`;
const BEFORE = LIVE_FILES[UNIT];
const resized = (size: string) => BEFORE.replace('"small"', `"${size}"`);

let github: GitHub;
let peer: Peer;

const at = useActions(
  parts => ({
    begin: createBeginChangeAction(parts),
    hcl: createHclEditAction(parts),
    unit: createTerragruntUnitAction(parts),
    propose: createProposeChangeAction(parts),
  }),
  async () => {
    github = await GitHub.create({ [OTHER]: BEFORE, [THIRD]: BEFORE });
    peer = createPeer(github);
    return { github: github.place };
  },
);
afterAll(() => github.double.dispose());
afterEach(() => {
  github.double.interrupt = () => undefined;
});

const begin = (paths: string[] = [UNIT], task = at.task) =>
  task.run(at.begin, { repoUrl: github.repoUrl, paths });
const resize = (value: string, path = UNIT, task = at.task) =>
  task.run(at.hcl, {
    path,
    edits: [{ op: 'set', at: ['inputs', 'instance_size'], value }],
  });
const propose = (task = at.task) =>
  task.run(at.propose, {
    ...{ repoUrl: github.repoUrl, title: 'Change it', submit: 'now' },
  });

/** Our host alone, without the portal around it. */
function hostOf() {
  const repository = parseRepoUrl(github.repoUrl);
  const host = GitHubHost.create({
    host: repository.host,
    repositories: [repository],
    integrations: github.integrations(),
    paceWrites: false,
  });
  return { host, repository };
}
const AUTHOR = { name: 'Pia', email: 'pia@acme.example' };

describe('a branch of that name that somebody else has made', () => {
  it('is overwritten by the peer', async () => {
    const sha = github.push('orders', { 'notes.md': 'A week of work.\n' });
    await peer({ branchName: 'orders' }, { [UNIT]: resized('large') });
    expect(github.keeps('orders', sha)).toBe(false);
    expect(github.read('orders', 'notes.md')).toBeUndefined();
  });

  it('is kept by ours, even if it was made a moment before', async () => {
    await begin();
    await resize('large');
    let sha = '';
    github.double.interrupt = ({ method, path, body }) => {
      if (method === 'POST' && path === '/git/refs' && sha === '') {
        const branch = String(body.ref).replace('refs/heads/', '');
        sha = github.push(branch, { 'notes.md': 'A week of work.\n' });
      }
      return undefined;
    };
    const { branchName } = await propose();
    expect(github.keeps(branchName, sha)).toBe(true);
    expect(github.read(branchName, UNIT)).toBe(resized('large'));
  });
});

describe("a reviewer's commit on the branch", () => {
  it('is dropped by the peer when it runs again', async () => {
    const again = { branchName: 'again', update: true };
    await peer(again, { [UNIT]: resized('large') });
    const sha = github.push('again', { 'notes.md': 'Reviewed.\n' });
    await peer(again, { [UNIT]: resized('medium') });
    expect(github.keeps('again', sha)).toBe(false);
  });

  it('is kept by ours', async () => {
    await begin([OTHER]);
    await resize('large', OTHER);
    const { branchName, requestId, pullRequestNumber } = await propose();
    const sha = github.push(branchName, { 'notes.md': 'Reviewed.\n' });
    const again = await newTask();
    const { repoUrl } = github;
    await again.run(at.begin, { repoUrl, changeId: requestId });
    await resize('medium', OTHER, again);
    expect(await propose(again)).toMatchObject({ pullRequestNumber });
    await again.remove();
    expect(github.keeps(branchName, sha)).toBe(true);
    expect(github.read(branchName, OTHER)).toBe(resized('medium'));
  });
});

describe('what was merged after the files were read', () => {
  const merge = () => github.push('main', { [THIRD]: `# merged\n${BEFORE}` });
  afterEach(() => github.push('main', { [THIRD]: BEFORE }));

  it('is reverted by the peer', async () => {
    merge();
    await peer({ branchName: 'stale' }, { [THIRD]: resized('large') });
    const diff = ['diff', 'main', 'stale', '--', THIRD];
    expect(github.double.repository.git(diff)).toContain('-# merged');
  });

  it('is refused by ours', async () => {
    await begin([THIRD]);
    await resize('large', THIRD);
    merge();
    const before = github.branches();
    await expect(propose()).rejects.toMatchObject({
      code: 'change-base-changed',
      message: expect.stringContaining(THIRD),
    });
    expect(github.branches()).toEqual(before);
  });
});

describe('a file that cannot be deleted', () => {
  it('is swallowed by the peer', async () => {
    github.double.interrupt = ({ method }) => {
      if (method === 'HEAD') throw new Refusal(403, 'Forbidden');
      return undefined;
    };
    const output = await peer({
      ...{ branchName: 'delete', filesToDelete: [UNIT, 'none.hcl'] },
    });
    expect(output.pullRequestNumber).toBeGreaterThan(0);
    expect(github.read('delete', UNIT)).toBe(BEFORE);
  });

  it.each([
    ['that is not there', 'git-delete-missing', 'none.hcl', undefined],
    ['when the host says no', 'git-host-refused', UNIT, 403],
  ])('is refused by ours: %s', async (_, code, path, status) => {
    const { host, repository } = hostOf();
    const baseSha = (await host.resolve(repository, 'main'))!;
    github.double.interrupt = ({ path: asked }) => {
      if (status && asked.startsWith('/git/trees')) {
        throw new Refusal(status, 'Forbidden');
      }
      return undefined;
    };
    const attempt = host.commit(repository, {
      ...{ branch: 'ours-delete', baseSha, author: AUTHOR, trailers: [] },
      files: [{ path, delete: true }],
      message: 'Remove it',
    });
    await expect(attempt).rejects.toMatchObject({ code });
    expect(github.branches()).not.toContain('ours-delete');
  });
});

describe('forty files', () => {
  const forty = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [
      `${DEV}/unit-${index}/terragrunt.hcl`,
      `# ${index}\n`,
    ]),
  );

  it('cost the peer 47 calls', async () => {
    const start = github.double.requests.length;
    await peer({ branchName: 'forty' }, forty);
    expect(github.callsSince(start)).toHaveLength(47);
  });

  it('cost ours at most 6, from reading the ref of the base to the open pull request', async () => {
    const { host, repository } = hostOf();
    // Read when the task began; which branch is the default one is asked once a minute.
    const baseSha = (await host.resolve(repository, 'refs/heads/main'))!;
    await host.defaultBranch(repository);
    const start = github.double.requests.length;
    const files = Object.entries(forty).map(([path, content]) => ({
      ...{ path, content },
    }));
    const branch = 'ours-forty';
    await host.commit(repository, {
      ...{ branch, baseSha, baseBranch: 'main', files, author: AUTHOR },
      ...{ message: 'Forty', trailers: [] },
    });
    await host.openChange(repository, {
      ...{ branch, baseBranch: 'main', title: 'Forty', body: '' },
      author: AUTHOR,
    });
    expect(github.callsSince(start).length).toBeLessThanOrEqual(6);
    const tree = (name: string) =>
      github.double.repository.git(['rev-parse', `${name}^{tree}`]);
    expect(tree(branch)).toBe(tree('forty'));
  });
});

describe('a target path that leads out of its folder', () => {
  const name = '../../../../.github/workflows';

  it('is followed by the peer', async () => {
    await peer(
      { branchName: 'out', targetPath: `${DEV}/${name}` },
      { 'evil.yml': 'on: push\n' },
    );
    expect(github.files('out')).toContain('.github/workflows/evil.yml');
  });

  it('is refused by ours', async () => {
    const before = github.branches();
    const order = {
      ...{ repoUrl: github.repoUrl, environment: 'dev' },
      ...{ moduleRef: 'network', version: 'v1.1.0', inputs: { name: 'x' } },
      targetPath: `${DEV}/${name}`,
    };
    await expect(at.task.run(at.unit, order)).rejects.toMatchObject({
      code: expect.stringMatching(/path/),
    });
    const { host, repository } = hostOf();
    const attempt = host.commit(repository, {
      ...{ branch: 'ours-out', author: AUTHOR, trailers: [] },
      baseSha: (await host.resolve(repository, 'main'))!,
      files: [{ path: `${DEV}/${name}/evil.yml`, content: 'on: push\n' }],
      message: 'Leave',
    });
    await expect(attempt).rejects.toMatchObject({ code: 'git-path-invalid' });
    expect(github.branches()).toEqual(before);
  });
});

describe('files that .gitignore names', () => {
  const folder = 'deploy/dev/payments-api';
  const ignored = {
    [`${folder}/.gitignore`]: '*.tfvars\n',
    [`${folder}/service.tfvars`]: 'size = 2\n',
  };

  it('are left out by the peer', async () => {
    await peer({ branchName: 'ignored' }, ignored);
    const files = github.files('ignored');
    expect(files).toContain(`${folder}/.gitignore`);
    expect(files).not.toContain(`${folder}/service.tfvars`);
  });

  it('are committed by ours', async () => {
    const { host, repository } = hostOf();
    const branch = 'ours-ignored';
    await host.commit(repository, {
      ...{ branch, author: AUTHOR, trailers: [], message: 'Size' },
      baseSha: (await host.resolve(repository, 'main'))!,
      files: Object.entries(ignored).map(([path, content]) => ({
        ...{ path, content },
      })),
    });
    const files = github.files(branch);
    expect(files).toEqual(expect.arrayContaining(Object.keys(ignored)));
  });

  it('are named by our portal where it does not take such files', async () => {
    await begin([folder]);
    await at.task.write(`${folder}/.gitignore`, '*.tfvars\n');
    const before = github.branches();
    await expect(propose()).rejects.toThrow(`"${folder}/.gitignore"`);
    await at.task.write(`${folder}/service.tfvars`, 'size = 2\n');
    await rm(join(at.task.workspace, folder, '.gitignore'));
    await expect(propose()).rejects.toThrow(`"${folder}/service.tfvars"`);
    expect(github.branches()).toEqual(before);
  });
});

describe('a reviewer whom the host does not take', () => {
  it('is ignored by the peer', async () => {
    const { pullRequestNumber } = await peer(
      { branchName: 'reviewed', reviewers: ['ola', 'nobody'] },
      { [UNIT]: resized('large') },
    );
    const pull = github.double.pulls.find(
      ({ number }) => number === pullRequestNumber,
    );
    expect(pull?.reviewers).toEqual([]);
  });

  it('is told by ours, and the others are asked', async () => {
    const { host, repository } = hostOf();
    const number = github.double.pulls.find(
      ({ state }) => state === 'open',
    )!.number;
    const answer = await host.requestReviewers(repository, {
      ...{ number, users: ['ola', 'nobody'], teams: [] },
    });
    expect(answer.requested).toEqual(['ola']);
    expect(answer.failed).toEqual([
      { name: 'nobody', reason: expect.stringContaining('collaborator') },
    ]);
  });
});
