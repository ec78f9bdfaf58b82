// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type GitHostErrorCode, isGitHostError } from '../errors';
import type {
  CheckRunAnswer,
  DeploymentStatusAnswer,
  ReviewAnswer,
} from './__testUtils__/answers';
import { Refusal } from './__testUtils__/GitHubDouble';
import { BRANCH, World } from './__testUtils__/World';

// Every request runs real git a few times.
jest.setTimeout(60_000);

describe('GitHubHost, the life of a pull request', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.create();
  });
  afterEach(() => world.double.dispose());

  async function refusal(attempt: Promise<unknown>) {
    const error = await attempt.then(
      () => new Error('it was not refused'),
      (reason: unknown) => reason,
    );
    if (!isGitHostError(error)) {
      throw error;
    }
    return error;
  }
  const numbers = (count: number) =>
    Array.from({ length: count }, (_, index) => index);

  describe('merging', () => {
    it('answers the merge that was done when its answer was lost', async () => {
      const change = await world.propose();
      let isFirst = true;
      world.double.afterwards = ({ method }) => {
        if (method === 'PUT' && isFirst) {
          isFirst = false;
          throw new Refusal(502, 'Server Error');
        }
      };
      const { mergeSha } = await world.merge(change);
      const { repository } = world.double;
      expect(repository.head('main')).toBe(mergeSha);
      const merges = repository.git(['rev-list', '--merges', 'main']);
      expect(merges).toBe(mergeSha);
    });

    it('refuses a head that moved while it was being merged', async () => {
      const change = await world.propose();
      world.double.interrupt = ({ method }) => {
        if (method === 'PUT') {
          const files = { 'notes.md': { content: 'one more\n' } };
          world.double.repository.push({ branch: BRANCH, files });
        }
        return undefined;
      };
      const error = await refusal(world.merge(change));
      expect(error.code).toBe('git-change-moved');
      expect(error.details).toEqual({
        headSha: world.double.repository.head(BRANCH),
      });
    });

    it('asks again when the base moved at that moment', async () => {
      const change = await world.propose();
      let refusals = 2;
      world.double.interrupt = ({ method }) => {
        if (method === 'PUT' && refusals-- > 0) {
          const words =
            'Base branch was modified. Review and try the merge again.';
          throw new Refusal(405, words);
        }
        return undefined;
      };
      const { mergeSha } = await world.merge(change);
      expect(world.double.repository.head('main')).toBe(mergeSha);
    });

    it("tells what a rule of the host asks for, in the host's words", async () => {
      const change = await world.propose();
      world.double.mergeRule = 'At least 1 approving review is required.';
      const error = await refusal(world.merge(change));
      expect(error.code).toBe('git-merge-blocked');
      expect(error.message).toContain('1 approving review is required. Do');
      expect(await world.host.mergeability(world.repo, change)).toEqual({
        ...{ state: 'blocked', paths: [] },
      });
    });

    it('waits until GitHub knows whether there are conflicts, and says so when it does not', async () => {
      const change = await world.propose();
      let unknown = 2;
      const pull = world.double.pulls[0];
      const answer = {
        ...{ number: 1, title: '', body: '', state: 'open', labels: [] },
        ...{ mergeable: null, mergeable_state: 'unknown', merged_at: null },
        head: { ref: BRANCH, sha: pull.headSha, label: '', repo: {} },
        base: { ref: 'main', repo: {} },
      };
      world.double.interrupt = ({ method, path }) => {
        if (method === 'GET' && path === '/pulls/1' && unknown-- > 0) {
          return { body: answer };
        }
        return undefined;
      };
      const standing = () => world.host.mergeability(world.repo, change);
      expect((await standing()).state).toBe('clean');
      unknown = 100;
      expect((await standing()).state).toBe('unknown');
    });

    it('opens a draft where that is wanted, and makes it ready to merge it', async () => {
      await world.commit();
      const change = await world.host.openChange(world.repo, {
        ...{ branch: BRANCH, baseBranch: 'main', title: 'Draft', body: '' },
        author: { name: 'Pia', email: 'pia@acme.example' },
        draft: true,
      });
      const [pull] = world.double.pulls;
      expect(pull.draft).toBe(true);
      const { mergeSha } = await world.host.mergeChange(world.repo, {
        ...{ number: change.number, headSha: change.headSha },
        ...{ message: 'Merge it', trailers: [] },
        author: { name: 'Pia', email: 'pia@acme.example' },
      });
      expect(pull.draft).toBe(false);
      expect(pull.mergeSha).toBe(mergeSha);
    });

    it('lets GitHub merge later, the decided commit only', async () => {
      const change = await world.propose();
      world.double.mergeRule = 'Required status check "plan" is expected.';
      await world.host.enableAutoMerge(world.repo, change);
      expect(world.double.pulls[0].autoMerge).toBe(true);
      const query = world.double.requests.at(-1);
      expect(query?.path).toBe('/api/graphql');
      expect(query?.body.variables).toMatchObject({ head: change.headSha });
      const headSha = '1'.repeat(40);
      const attempt = world.host.enableAutoMerge(world.repo, {
        ...{ number: change.number, headSha },
      });
      expect((await refusal(attempt)).code).toBe('git-change-moved');
    });
  });

  describe('opening', () => {
    it('opens no second one, also when two ask at once', async () => {
      await world.commit();
      const other = world.restart();
      const [one, two] = await Promise.all([
        world.open(),
        other.openChange(world.repo, {
          ...{ branch: BRANCH, baseBranch: 'main', title: 'x', body: '' },
          author: { name: 'A', email: 'a@b' },
        }),
      ]);
      expect(one.number).toBe(two.number);
      expect(world.double.pulls).toHaveLength(1);
    });

    it("does not take a fork's branch for one of the repository", async () => {
      await world.commit();
      const list = {
        ...{ number: 9, title: '', body: '', state: 'open', labels: [] },
        ...{ merged_at: null, merge_commit_sha: null },
        head: { ref: BRANCH, sha: '', label: `eve:${BRANCH}`, repo: null },
        base: { ref: 'main', repo: { full_name: 'acme/infra' } },
      };
      world.double.interrupt = ({ path }) =>
        path === '/pulls/9' ? { body: list } : undefined;
      const change = await world.host.getChange(world.repo, { number: 9 });
      expect(change?.branch).toBe(`eve:${BRANCH}`);
      world.double.interrupt = ({ method, path }) =>
        method === 'GET' && path === '/pulls' ? { body: [list] } : undefined;
      expect(
        await world.host.findChange(world.repo, { branch: BRANCH }),
      ).toBeUndefined();
    });
  });

  describe('deleting a branch', () => {
    it('keeps one that moved between looking and deleting', async () => {
      const { headSha } = await world.propose();
      world.double.interrupt = ({ path }) => {
        if (path === '/api/graphql') {
          const files = { 'notes.md': { content: 'unseen\n' } };
          world.double.repository.push({ branch: BRANCH, files });
        }
        return undefined;
      };
      const order = { branch: BRANCH, sha: headSha };
      expect(await world.host.deleteBranch(world.repo, order)).toBe(false);
      expect(world.double.repository.head(BRANCH)).toBeDefined();
    });

    it('works on a server that cannot name the commit', async () => {
      const { headSha } = await world.propose();
      world.double.interrupt = ({ path }) =>
        path === '/api/graphql'
          ? {
              body: {
                errors: [
                  {
                    message:
                      "Field 'updateRefs' doesn't exist on type 'Mutation'",
                  },
                ],
              },
            }
          : undefined;
      const order = { branch: BRANCH, sha: headSha };
      expect(await world.host.deleteBranch(world.repo, order)).toBe(true);
      expect(world.double.repository.head(BRANCH)).toBeUndefined();
    });
  });

  describe('checks', () => {
    const run = (name: string, more: Partial<CheckRunAnswer>) => ({
      ...{ name, status: 'completed' as const, conclusion: null },
      ...{ details_url: null, html_url: null },
      ...{ started_at: null, completed_at: null },
      output: { title: null },
      of: world.double.repository.head('main')!,
      ...more,
    });

    it.each<[CheckRunAnswer['status'], CheckRunAnswer['conclusion'], string]>([
      ['queued', null, 'queued'],
      ['in_progress', null, 'running'],
      ['completed', 'success', 'succeeded'],
      ['completed', 'neutral', 'succeeded'],
      ['completed', 'skipped', 'skipped'],
      ['completed', 'cancelled', 'cancelled'],
      ['completed', 'failure', 'failed'],
      ['completed', 'timed_out', 'failed'],
      ['completed', 'action_required', 'failed'],
    ])('a run that is %s with %j is %s', async (status, conclusion, state) => {
      const { repository, states } = world.double;
      states.runs.push(run('plan', { status, conclusion }));
      const sha = repository.head('main')!;
      const [check] = await world.host.checks(world.repo, { sha });
      expect(check).toMatchObject({ name: 'plan', source: 'check', state });
    });

    it('are all of them, over several pages, with statuses and deployments', async () => {
      const { repository, states } = world.double;
      const sha = repository.head('main')!;
      const at = '2026-01-02T03:04:05Z';
      states.runs.push(...numbers(230).map(index => run(`run ${index}`, {})));
      states.statuses.push(
        ...numbers(120).map(index => ({
          ...{ context: `status ${index}`, state: 'success', of: sha },
          ...{ description: null, target_url: null, updated_at: at },
        })),
      );
      const status = (
        state: DeploymentStatusAnswer['state'],
      ): DeploymentStatusAnswer => ({
        ...{ state, description: 'Applied', updated_at: at },
        ...{ log_url: 'https://acme.example/log', environment_url: '' },
      });
      const deployment = (id: number, environment: string) => ({
        ...{ id, environment, created_at: at, of: sha },
      });
      states.deployments.push(
        { ...deployment(1, 'test'), statuses: [status('failure')] },
        {
          ...deployment(2, 'test'),
          statuses: [status('queued'), status('success')],
        },
        { ...deployment(3, 'production'), statuses: [] },
      );
      const checks = await world.host.checks(world.repo, { sha });
      const of = (source: string) =>
        checks.filter(check => check.source === source);
      expect(of('check')).toHaveLength(230);
      expect(of('status')).toHaveLength(120);
      expect(of('deployment')).toEqual([
        {
          ...{ name: 'production', source: 'deployment', state: 'queued' },
          ...{ environment: 'production', updatedAt: at },
        },
        {
          ...{ name: 'test', source: 'deployment', state: 'succeeded' },
          ...{ environment: 'test', summary: 'Applied', updatedAt: at },
          url: 'https://acme.example/log',
        },
      ]);
    });

    it('a description that is too long for GitHub is cut, not refused', async () => {
      const sha = world.double.repository.head('main')!;
      await world.host.setStatus(world.repo, {
        ...{ sha, name: 'plan', state: 'success' },
        description: '🎉'.repeat(200),
      });
      const [{ description }] = world.double.states.statuses;
      expect(Array.from(description ?? '')).toHaveLength(140);
    });
  });

  describe('reviews', () => {
    const review = (login: string, state: string, body = ''): ReviewAnswer => ({
      ...{ user: { login }, state, body, commit_id: '1'.repeat(40) },
      submitted_at: '2026-01-02T03:04:05Z',
    });
    const verdicts = async (number: number) =>
      Object.fromEntries(
        (await world.host.reviews(world.repo, { number })).map(
          ({ reviewer, verdict }) => [reviewer, verdict],
        ),
      );

    it('are the newest of each person, and a remark takes no verdict back', async () => {
      const { number } = await world.propose();
      const { reviews } = world.double.pulls[0];
      reviews.push(
        review('ola', 'CHANGES_REQUESTED'),
        review('rita', 'APPROVED'),
        review('eve', 'COMMENTED', 'Why?'),
        review('ola', 'APPROVED'),
        review('rita', 'COMMENTED', 'Nice'),
        review('max', 'PENDING'),
        review('kim', 'DISMISSED'),
      );
      expect(await verdicts(number)).toEqual({
        ...{ ola: 'approved', rita: 'approved' },
        ...{ eve: 'commented', kim: 'dismissed' },
      });
    });

    it('are read to the last page', async () => {
      const { number } = await world.propose();
      world.double.pulls[0].reviews.push(
        ...numbers(150).map(() => review('ola', 'COMMENTED')),
        review('ola', 'CHANGES_REQUESTED'),
      );
      expect(await verdicts(number)).toEqual({ ola: 'changes-requested' });
    });

    it('are asked of everybody whom GitHub takes, and the others are told', async () => {
      const { number } = await world.propose();
      const asked = await world.host.requestReviewers(world.repo, {
        ...{ number, users: ['ola', 'nobody'], teams: ['platform', 'none'] },
      });
      expect(asked.requested).toEqual(['ola', 'platform']);
      expect(asked.failed.map(({ name }) => name)).toEqual(['nobody', 'none']);
      expect(asked.failed[0].reason).toContain('collaborator');
    });
  });

  describe('comparing', () => {
    it('reads every page of commits, and all files where GitHub names only some', async () => {
      const { repository } = world.double;
      const file = (name: string, content: string) =>
        `M 100644 inline ${name}\ndata ${content.length}\n${content}\n`;
      const commit = (time: number, files: string[]) =>
        `commit refs/heads/long\ncommitter A <a@b> ${time} +0000\ndata 2\nx\n${
          time === 0 ? 'from refs/heads/main^0\n' : ''
        }${files.join('')}\n`;
      const commits = [
        commit(
          0,
          numbers(350).map(index => file(`f${index}`, 'x\n')),
        ),
        ...numbers(220).map(index =>
          commit(index + 1, [file('g', `${index}`)]),
        ),
      ];
      repository.git(['fast-import', '--quiet'], commits.join(''));
      const comparison = await world.host.compare(world.repo, {
        ...{ base: 'main', head: 'long' },
      });
      expect(comparison.aheadBy).toBe(221);
      expect(comparison.commits).toHaveLength(221);
      expect(comparison.commits.at(-1)?.sha).toBe(repository.head('long'));
      expect(comparison.files).toHaveLength(351);
    });

    it('a rename is one removed and one added', async () => {
      world.double.repository.push({
        branch: 'renamed',
        files: {
          'README.md': undefined,
          'ABOUT.md': { content: 'Infrastructure\n' },
        },
      });
      const { files } = await world.host.compare(world.repo, {
        ...{ base: 'main', head: 'renamed' },
      });
      expect(files).toEqual([
        { path: 'README.md', status: 'removed' },
        { path: 'ABOUT.md', status: 'added' },
      ]);
    });

    it('is refused for histories that have nothing in common', async () => {
      const { repository } = world.double;
      const tree = repository.git(['rev-parse', 'main^{tree}']);
      const sha = repository.git(['commit-tree', '-m', 'Other', tree]);
      repository.git(['update-ref', 'refs/heads/other', sha]);
      const attempt = world.host.compare(world.repo, {
        ...{ base: 'main', head: 'other' },
      });
      const code: GitHostErrorCode = 'git-histories-unrelated';
      expect((await refusal(attempt)).code).toBe(code);
    });
  });
});
