// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export, jest/no-standalone-expect -- called by the contract suite, whose `it` knows exceptions */
import { type GitHostErrorCode, isGitHostError } from '../errors';
import type {
  FileChange,
  GitHost,
  HostedChange,
  RepositoryRef,
} from '../types';
import { type Exceptions, exceptFor } from './exceptFor';
import type { GitHostContractSubject } from './gitHostContract';

const UNIT = 'live/acme/db/terragrunt.hcl';
const BRANCH = 'fairway/db';
const MERGER = { name: 'Ola Nordmann', email: 'ola@acme.example' };

/** What every adapter promises of the life of a change: words, merge, close, branch, comparison, statuses. */
export function changeLifeContract(
  current: () => GitHostContractSubject,
  exceptions: Exceptions = {},
): void {
  const it = exceptFor(exceptions);
  let subject: GitHostContractSubject;
  let host: GitHost;
  let repo: RepositoryRef;
  let baseSha: string;

  beforeEach(async () => {
    subject = current();
    host = subject.host;
    repo = subject.repository;
    baseSha = await sha('main');
  });

  async function sha(ref: string): Promise<string> {
    const found = await host.resolve(repo, ref);
    if (found === undefined) {
      throw new Error(`no ${ref}`);
    }
    return found;
  }
  const text = async (ref: string, path: string) => {
    const bytes = await host.readFile(repo, { ref, path });
    return bytes && Buffer.from(bytes).toString('utf8');
  };
  async function refusal(attempt: Promise<unknown>) {
    const error = await attempt.then(
      () => new Error('it was not refused'),
      reason => reason,
    );
    if (!isGitHostError(error)) {
      throw error;
    }
    return { code: error.code, details: error.details, text: error.message };
  }
  const codeOf = async (attempt: Promise<unknown>) =>
    (await refusal(attempt)).code;
  async function propose(
    options: { branch?: string; files?: FileChange[] } = {},
  ): Promise<HostedChange> {
    const { branch = BRANCH, files = [{ path: UNIT, content: 'two\n' }] } =
      options;
    await host.commit(repo, {
      branch,
      baseSha,
      files,
      message: 'Order a database',
      trailers: [],
      author: MERGER,
    });
    return host.openChange(repo, {
      branch,
      baseBranch: 'main',
      title: 'Order a database',
      body: 'For payments',
      author: MERGER,
    });
  }
  const merge = ({ number, headSha }: { number: number; headSha: string }) =>
    host.mergeChange(repo, {
      number,
      headSha,
      message: 'Merge the database\n\nIt was approved.',
      trailers: [{ key: 'Approved-by', value: 'user:default/ola' }],
      author: MERGER,
    });
  const get = (number: number) => host.getChange(repo, { number });
  const find = (branch = BRANCH) => host.findChange(repo, { branch });
  const NOBODY = 4711;

  describe('a change by its number', () => {
    it('is what was opened, and nothing where there is none', async () => {
      const opened = await propose();
      expect(await get(opened.number)).toEqual(opened);
      for (const number of [NOBODY, 0, -1, 1.5]) {
        expect(await get(number)).toBeUndefined();
      }
    });

    it('takes new words, and keeps those that are not given', async () => {
      const { number } = await propose();
      const titled = await host.updateChange(repo, { number, title: 'Bigger' });
      expect(titled).toMatchObject({ title: 'Bigger', body: 'For payments' });
      await host.updateChange(repo, { number, body: '' });
      expect(await get(number)).toMatchObject({ title: 'Bigger', body: '' });
    });

    it.each<[GitHostErrorCode, { title?: string; body?: string }]>([
      ['git-text-invalid', { title: '' }],
      ['git-text-invalid', { title: 'a\nb' }],
      ['git-text-invalid', { body: 'a\0b' }],
    ])('refuses %s: %j', async (code, words) => {
      const { number } = await propose();
      const attempt = host.updateChange(repo, { number, ...words });
      expect(await codeOf(attempt)).toBe(code);
    });

    it('is asked for by name when it is not there', async () => {
      const number = NOBODY;
      const attempts = [
        () => host.updateChange(repo, { number, title: 'x' }),
        () => host.closeChange(repo, { number }),
        () => merge({ number, headSha: baseSha }),
        () => host.mergeability(repo, { number }),
        () => host.reviews(repo, { number }),
      ];
      for (const attempt of attempts) {
        const { code, text: words } = await refusal(attempt());
        expect(code).toBe('git-change-not-found');
        expect(words).toContain('"4711"');
      }
    });
  });

  describe('merging', () => {
    it('makes a merge commit of base and head, with message, trailers and author', async () => {
      const opened = await propose();
      const mainSha = await subject.push({
        branch: 'main',
        files: { 'README.md': 'new\n' },
      });
      const { mergeSha } = await merge(opened);
      expect(await sha('main')).toBe(mergeSha);
      expect(await text('main', UNIT)).toBe('two\n');
      expect(await text('main', 'README.md')).toBe('new\n');
      const { commits, behindBy } = await host.compare(repo, {
        base: mainSha,
        head: mergeSha,
      });
      expect(behindBy).toBe(0);
      expect(commits.map(commit => commit.sha)).toEqual([
        opened.headSha,
        mergeSha,
      ]);
      expect(commits[1]).toMatchObject({ author: subject.mergesAs ?? MERGER });
      expect(commits[1].message.trim()).toBe(
        'Merge the database\n\nIt was approved.\n\nApproved-by: user:default/ola',
      );
      const merged = { ...opened, state: 'merged', mergeSha };
      expect(await get(opened.number)).toEqual(merged);
      expect(await find()).toEqual(merged);
    });

    it('answers the same when it is asked again, also when the branch is gone', async () => {
      const opened = await propose();
      const first = await merge(opened);
      expect(await merge(opened)).toEqual(first);
      const branch = { branch: BRANCH, sha: opened.headSha };
      expect(await host.deleteBranch(repo, branch)).toBe(true);
      expect(await merge(opened)).toEqual(first);
      expect(await sha('main')).toBe(first.mergeSha);
    });

    it('refuses any other commit than the one that was decided about', async () => {
      const opened = await propose();
      const headSha = await subject.push({
        branch: BRANCH,
        files: { 'notes.md': 'one more\n' },
      });
      const { code, details } = await refusal(merge(opened));
      expect(code).toBe('git-change-moved');
      expect(details).toEqual({ headSha });
      expect(await sha('main')).toBe(baseSha);
      await merge({ ...opened, headSha });
      expect(await text('main', 'notes.md')).toBe('one more\n');
      expect(await codeOf(merge(opened))).toBe('git-change-moved');
    });

    it('names the paths of a conflict and leaves the base alone', async () => {
      const opened = await propose();
      expect(await host.mergeability(repo, opened)).toEqual({
        state: 'clean',
        paths: [],
      });
      const mainSha = await subject.push({
        branch: 'main',
        files: { [UNIT]: 'other\n' },
      });
      expect(await host.mergeability(repo, opened)).toEqual({
        state: 'conflict',
        paths: [UNIT],
      });
      const { code, details, text: words } = await refusal(merge(opened));
      expect(code).toBe('git-merge-conflict');
      expect(details).toEqual({ paths: [UNIT] });
      expect(words).toContain(`"${UNIT}"`);
      expect(await sha('main')).toBe(mainSha);
      expect(await get(opened.number)).toEqual(opened);
    });

    it('keeps a change merged when its branch goes on, and opens another one for what is new', async () => {
      const opened = await propose();
      const { mergeSha } = await merge(opened);
      const headSha = await subject.push({
        branch: BRANCH,
        files: { 'notes.md': 'later\n' },
      });
      const merged = { ...opened, state: 'merged', mergeSha };
      expect(await get(opened.number)).toEqual(merged);
      const next = await host.openChange(repo, {
        branch: BRANCH,
        baseBranch: 'main',
        title: 'More',
        body: '',
        author: MERGER,
      });
      expect(next).toMatchObject({ state: 'open', headSha });
      expect(next.number).not.toBe(opened.number);
      expect(await get(opened.number)).toEqual(merged);
    });

    it.each<[GitHostErrorCode, object]>([
      ['git-ref-invalid', { headSha: 'main' }],
      ['git-text-invalid', { message: '' }],
      ['git-text-invalid', { author: { name: 'A <x', email: 'a@b' } }],
      ['git-text-invalid', { trailers: [{ key: 'A', value: 'x\nB: y' }] }],
    ])('refuses %s: %j', async (code, more) => {
      const { number, headSha } = await propose();
      const order = { number, headSha, message: 'Merge', trailers: [] };
      const attempt = { ...order, author: MERGER, ...more };
      expect(await codeOf(host.mergeChange(repo, attempt))).toBe(code);
      expect(await sha('main')).toBe(baseSha);
    });
  });

  describe('closing', () => {
    it('keeps the branch, and once is as good as twice', async () => {
      const opened = await propose();
      const closed = { ...opened, state: 'closed' };
      expect(await host.closeChange(repo, opened)).toEqual(closed);
      expect(await host.closeChange(repo, opened)).toEqual(closed);
      expect(await sha(BRANCH)).toBe(opened.headSha);
      expect(await get(opened.number)).toEqual(closed);
      expect(await codeOf(merge(opened))).toBe('git-change-closed');
      expect(await sha('main')).toBe(baseSha);
    });

    it('makes room for a new change of the same branch', async () => {
      const opened = await propose();
      await host.closeChange(repo, opened);
      const again = await propose();
      expect(again).toMatchObject({ state: 'open', headSha: opened.headSha });
      expect(again.number).toBeGreaterThan(opened.number);
      expect(await get(opened.number)).toMatchObject({ state: 'closed' });
      expect((await find())?.number).toBe(again.number);
    });

    it('is refused for a merged change', async () => {
      const opened = await propose();
      await merge(opened);
      const attempt = host.closeChange(repo, opened);
      expect(await codeOf(attempt)).toBe('git-change-merged');
    });
  });

  describe('deleting a branch', () => {
    it('is done only while it is at the commit', async () => {
      const opened = await propose();
      const headSha = await subject.push({
        branch: BRANCH,
        files: { 'notes.md': 'unseen\n' },
      });
      const remove = (head: string) =>
        host.deleteBranch(repo, { branch: BRANCH, sha: head });
      expect(await remove(opened.headSha)).toBe(false);
      expect(await sha(BRANCH)).toBe(headSha);
      expect(await remove(headSha)).toBe(true);
      expect(await remove(headSha)).toBe(false);
      expect(await host.resolve(repo, BRANCH)).toBeUndefined();
      const closed = { ...opened, state: 'closed', headSha };
      expect(await get(opened.number)).toEqual(closed);
      expect(await find()).toEqual(closed);
    });

    it('leaves a change closed when somebody makes a branch of the same name', async () => {
      const opened = await propose();
      const { headSha } = opened;
      await host.deleteBranch(repo, { branch: BRANCH, sha: headSha });
      await subject.push({ branch: BRANCH, files: { other: 'x' } });
      const closed = { ...opened, state: 'closed' };
      expect(await get(opened.number)).toEqual(closed);
    });

    it('keeps what is known of a change that somebody else merged', async () => {
      const opened = await propose();
      const headSha = await subject.push({
        branch: BRANCH,
        files: { 'notes.md': 'reviewed\n' },
      });
      const mergeSha = await subject.merge({ branch: BRANCH });
      await host.deleteBranch(repo, { branch: BRANCH, sha: headSha });
      const merged = { ...opened, state: 'merged', headSha, mergeSha };
      expect(await get(opened.number)).toEqual(merged);
      expect(await merge({ ...opened, headSha })).toEqual({ mergeSha });
    });

    it('never deletes the default branch', async () => {
      const attempt = host.deleteBranch(repo, { branch: 'main', sha: baseSha });
      expect(await codeOf(attempt)).toBe('git-branch-protected');
      expect(await sha('main')).toBe(baseSha);
    });
  });

  describe('comparing', () => {
    it('tells files and commits since the merge base', async () => {
      const { commitSha } = await host.commit(repo, {
        branch: BRANCH,
        baseSha,
        files: [
          { path: UNIT, content: 'two\n' },
          { path: 'README.md', delete: true },
          { path: 'live/größe.md', content: 'Infrastructure\n' },
        ],
        message: 'Rename\n\nIt is long.',
        trailers: [{ key: 'Requested-by', value: 'user:default/pia' }],
        author: { name: 'Pia Sørensen', email: 'pia@acme.example' },
        at: new Date('2026-01-02T03:04:05Z'),
      });
      const headSha = await subject.push({
        branch: BRANCH,
        files: { 'notes.md': 'more\n' },
      });
      await subject.push({ branch: 'main', files: { 'other.md': 'x\n' } });
      const comparison = await host.compare(repo, {
        base: 'main',
        head: BRANCH,
      });
      expect(comparison).toMatchObject({
        mergeBaseSha: baseSha,
        aheadBy: 2,
        behindBy: 1,
      });
      expect(
        comparison.files.map(({ path, status }) => `${status} ${path}`).sort(),
      ).toEqual([
        'added live/größe.md',
        'added notes.md',
        `modified ${UNIT}`,
        'removed README.md',
      ]);
      const [first, second] = comparison.commits;
      expect(first).toMatchObject({
        sha: commitSha,
        author: { name: 'Pia Sørensen', email: 'pia@acme.example' },
      });
      expect(new Date(first.at)).toEqual(new Date('2026-01-02T03:04:05Z'));
      expect(first.message.trim()).toBe(
        'Rename\n\nIt is long.\n\nRequested-by: user:default/pia',
      );
      expect(second.sha).toBe(headSha);
    });

    it('of the same commit is empty', async () => {
      const same = await host.compare(repo, { base: 'main', head: baseSha });
      expect(same).toEqual({
        mergeBaseSha: baseSha,
        ...{ aheadBy: 0, behindBy: 0, files: [], commits: [] },
      });
    });

    it('is refused for what is not there', async () => {
      const attempt = host.compare(repo, { base: 'main', head: 'nobody' });
      expect(await codeOf(attempt)).toBe('git-ref-not-found');
    });
  });

  describe('what not every host can do', () => {
    const supports = (capability: keyof GitHost['capabilities']) =>
      host.capabilities[capability];
    const SUPPORTED = 'supported';
    /** `supported` where the host says that it can, otherwise how it refuses. */
    async function answer(
      capability: keyof GitHost['capabilities'],
      attempt: () => Promise<unknown>,
    ): Promise<string> {
      if (supports(capability)) {
        await attempt();
        return SUPPORTED;
      }
      const { code, text: words } = await refusal(attempt());
      expect(words).toContain(`"${host.kind}"`);
      return code;
    }
    const expected = (capability: keyof GitHost['capabilities']) =>
      supports(capability) ? SUPPORTED : 'git-not-supported';

    it('statuses: the newest of a name counts, and others stay', async () => {
      const { headSha } = await propose();
      const set = (
        name: string,
        state: 'pending' | 'success' | 'failure',
        url?: string,
      ) =>
        host.setStatus(repo, {
          ...{ sha: headSha, name, state, url },
          description: `It is ${state}`,
        });
      expect(
        await answer('statuses', async () => {
          expect(await host.checks(repo, { sha: headSha })).toEqual([]);
          await set('fairway/approval', 'pending');
          await set('plan', 'failure');
          await set('fairway/approval', 'success', 'https://acme.example/1');
          const checks = await host.checks(repo, { sha: headSha });
          const byName = new Map(checks.map(check => [check.name, check]));
          expect(checks).toHaveLength(2);
          expect(byName.get('fairway/approval')).toMatchObject({
            source: 'status',
            state: 'succeeded',
            summary: 'It is success',
            url: 'https://acme.example/1',
          });
          expect(byName.get('plan')?.state).toBe('failed');
          await set('plan', 'pending');
          const [plan] = (await host.checks(repo, { sha: headSha })).filter(
            ({ name }) => name === 'plan',
          );
          expect(plan.state).toBe('running');
          expect(await host.checks(repo, { sha: baseSha })).toEqual([]);
        }),
      ).toBe(expected('statuses'));
    });

    it('statuses: are set on commits only', async () => {
      const attempt = (sha_: string, more: object = {}) =>
        host.setStatus(repo, {
          ...{ sha: sha_, name: 'plan', state: 'success', description: '' },
          ...more,
        });
      const code = (known: GitHostErrorCode) =>
        supports('statuses') ? known : 'git-not-supported';
      expect(await codeOf(attempt('1'.repeat(40)))).toBe(
        code('git-ref-not-found'),
      );
      expect(await codeOf(attempt('main'))).toBe(code('git-ref-invalid'));
      // eslint-disable-next-line no-script-url -- what has to be refused
      const url = 'javascript:alert(1)';
      expect(await codeOf(attempt(baseSha, { url }))).toBe(
        code('git-text-invalid'),
      );
      expect(await codeOf(attempt(baseSha, { name: '' }))).toBe(
        code('git-text-invalid'),
      );
    });

    it('labels: are added to those that are there', async () => {
      const { number } = await propose();
      const answered = await answer('labels', async () => {
        await host.addLabels(repo, { number, labels: ['database', 'dev'] });
        await host.addLabels(repo, { number, labels: ['cost', 'dev'] });
        const change = await get(number);
        expect([...(change?.labels ?? [])].sort()).toEqual([
          ...['cost', 'database', 'dev'],
        ]);
      });
      expect(answered).toBe(expected('labels'));
    });

    it('reviews: there are none yet', async () => {
      const { number } = await propose();
      expect(await host.reviews(repo, { number })).toEqual([]);
    });

    it('reviewers: whom the host does not know is told', async () => {
      const { number } = await propose();
      const answered = await answer('reviews', async () => {
        const users = ['nobody-of-this-name'];
        const { requested, failed } = await host.requestReviewers(repo, {
          ...{ number, users, teams: [] },
        });
        expect(requested).toEqual([]);
        expect(failed.map(({ name }) => name)).toEqual(users);
      });
      expect(answered).toBe(expected('reviews'));
    });

    it('auto-merge: is refused with words where there is none', async () => {
      const { number, headSha } = await propose();
      subject.wantMoreBeforeMerging?.();
      const answered = await answer('autoMerge', () =>
        host.enableAutoMerge(repo, { number, headSha }),
      );
      expect(answered).toBe(expected('autoMerge'));
    });
  });

  describe('everything that names a repository', () => {
    it('is refused for one that the host was not made for', async () => {
      const foreign = subject.foreignRepository;
      const branch = BRANCH;
      const order = { number: 1, headSha: baseSha, message: 'x', trailers: [] };
      const attempts = [
        () => host.getChange(foreign, { number: 1 }),
        () => host.updateChange(foreign, { number: 1, title: 'x' }),
        () => host.closeChange(foreign, { number: 1 }),
        () => host.mergeChange(foreign, { ...order, author: MERGER }),
        () => host.mergeability(foreign, { number: 1 }),
        () => host.deleteBranch(foreign, { branch, sha: baseSha }),
        () => host.compare(foreign, { base: 'main', head: 'main' }),
        () => host.checks(foreign, { sha: baseSha }),
        () => host.reviews(foreign, { number: 1 }),
      ];
      for (const attempt of attempts) {
        expect(await codeOf(attempt())).toBe('git-repository-not-configured');
      }
    });
  });
}
