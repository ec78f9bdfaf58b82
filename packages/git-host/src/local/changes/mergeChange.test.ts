// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-conditional-expect -- what has to hold depends on which of two was first; both have to occur */
/* eslint-disable jest/no-standalone-expect -- a consistency check after every test */
import { isGitHostError } from '../../errors';
import type { HostedChange } from '../../types';
import { BareRepository } from '../__testUtils__/bareRepository';
import { interruptedGit } from '../__testUtils__/interruptedGit';
import { LocalGitHost } from '../LocalGitHost';

jest.setTimeout(120_000);

const PERSON = { name: 'Pia', email: 'pia@acme.example' };
const BRANCH = 'fairway/one';
/** More runs of git than any of the calls below makes. */
const MOST_RUNS = 60;

describe('LocalGitHost merging', () => {
  let repository: BareRepository;
  let host: LocalGitHost;

  beforeEach(async () => {
    repository = BareRepository.create();
    host = await LocalGitHost.create({ root: repository.root });
  });
  afterEach(() => {
    expect(repository.check()).toBe('');
    repository.dispose();
  });

  async function propose(branch = BRANCH): Promise<HostedChange> {
    await host.commit(repository.ref, {
      branch,
      baseSha: repository.head('main')!,
      files: [{ path: `${branch}.hcl`, content: 'a = 1\n' }],
      message: branch,
      trailers: [],
      author: PERSON,
    });
    return host.openChange(repository.ref, {
      branch,
      baseBranch: 'main',
      title: branch,
      body: '',
      author: PERSON,
    });
  }
  const merge = (
    { number, headSha }: HostedChange,
    by: LocalGitHost = host,
  ): Promise<{ mergeSha: string }> =>
    by.mergeChange(repository.ref, {
      number,
      headSha,
      message: `Merge ${number}`,
      trailers: [],
      author: PERSON,
    });
  const get = (number: number) => host.getChange(repository.ref, { number });
  const outcomeOf = (attempt: Promise<unknown>): Promise<string> =>
    attempt.then(
      () => 'done',
      error => (isGitHostError(error) ? error.code : Promise.reject(error)),
    );
  const merges = () =>
    repository
      .git(['rev-list', '--merges', '--parents', 'main'])
      .split('\n')
      .filter(Boolean)
      .map(line => line.split(' '));
  /** A commit on top of a branch that no ref leads to yet. */
  const commitOn = (branch: string) => {
    const parent = repository.head(branch)!;
    const tree = `${parent}^{tree}`;
    return repository.git(['commit-tree', '-m', 'Pushed', '-p', parent, tree]);
  };

  const update = (name: string, to: string, from: string) =>
    `git --git-dir='${repository.gitDir}' update-ref ${name} ${to} ${from}`;
  const see = () =>
    `git --git-dir='${repository.gitDir}' update-ref refs/test/seen refs/heads/main`;

  /** Runs a merge, or what is given, with an interruption before its first run of git, its second, and so on, each in a repository of its own with the same open change. */
  async function atEveryRun(
    prepare: (opened: HostedChange) => string,
    check: (options: {
      opened: HostedChange;
      outcome: string;
      run: number;
      hasStruck: boolean;
    }) => Promise<void>,
    act: (opened: HostedChange, by: LocalGitHost) => Promise<unknown> = merge,
  ): Promise<number> {
    const opened = await propose();
    const proposed = repository.copy();
    for (let run = 1; run <= MOST_RUNS; run++) {
      const git = interruptedGit(repository.root);
      const { executable } = git;
      const root = repository.root;
      const other = await LocalGitHost.create({ root, executable });
      await other.resolve(repository.ref, 'main');
      git.arm({ run, command: prepare(opened) });
      const outcome = await outcomeOf(act(opened, other));
      git.disarm();
      const hasStruck = git.hasStruck();
      await check({ opened, outcome, run, hasStruck });
      expect(repository.check()).toBe('');
      repository.dispose();
      repository = BareRepository.of(proposed);
      host = await LocalGitHost.create({ root: repository.root });
      if (!hasStruck) {
        return run - 1;
      }
    }
    throw new Error('it never ended');
  }

  it('that dies at any step is made good by asking again, with one merge', async () => {
    const outcomes: string[] = [];
    const runs = await atEveryRun(
      () => 'die',
      async ({ opened, outcome }) => {
        outcomes.push(outcome);
        const { mergeSha } = await merge(opened);
        expect(merges().map(([sha]) => sha)).toEqual([mergeSha]);
        expect(await merge(opened)).toEqual({ mergeSha });
        expect(await get(opened.number)).toMatchObject({
          ...{ state: 'merged', mergeSha, headSha: opened.headSha },
        });
      },
    );
    expect(outcomes.slice(0, runs)).toEqual(Array(runs).fill('git-failed'));
    expect(outcomes[runs]).toBe('done');
  });

  it('that died is told the same when the branch went on, and when it is gone', async () => {
    const states = new Set<string>();
    await atEveryRun(
      () => 'die',
      async ({ opened, run }) => {
        const landed = merges().map(([sha]) => sha);
        if (run % 2 === 0) {
          repository.push({ branch: BRANCH, files: { x: { content: 'x' } } });
        } else {
          repository.git(['update-ref', '-d', `refs/heads/${BRANCH}`]);
        }
        const told = await get(opened.number);
        states.add(told!.state);
        if (landed.length > 0) {
          const [mergeSha] = landed;
          const { headSha } = opened;
          expect(told).toMatchObject({ state: 'merged', mergeSha, headSha });
          expect(await merge(opened)).toEqual({ mergeSha });
          expect(
            await outcomeOf(host.closeChange(repository.ref, opened)),
          ).toBe('git-change-merged');
        } else {
          expect(told?.mergeSha).toBeUndefined();
          expect(await outcomeOf(merge(opened))).toBe(
            run % 2 === 0 ? 'git-change-moved' : 'git-change-closed',
          );
          await host.closeChange(repository.ref, opened);
          expect(await get(opened.number)).toMatchObject({ state: 'closed' });
        }
      },
    );
    expect(states).toEqual(new Set(['open', 'closed', 'merged']));
  });

  it('merges nothing when somebody pushed to the branch before, whenever that is', async () => {
    const outcomes = new Set<string>();
    await atEveryRun(
      ({ headSha }) =>
        `${see()}; ${update(
          `refs/heads/${BRANCH}`,
          commitOn(BRANCH),
          headSha,
        )}`,
      async ({ opened, outcome, hasStruck }) => {
        outcomes.add(outcome);
        const told = await get(opened.number);
        const [merged] = merges();
        if (outcome === 'done') {
          const { headSha } = opened;
          expect(told).toMatchObject({ state: 'merged', headSha });
          expect(merged[2]).toBe(headSha);
          // The push came after the merge, if it came at all.
          expect(repository.refs()['refs/test/seen']).toBe(
            hasStruck ? merged[0] : undefined,
          );
        } else {
          expect(outcome).toBe('git-change-moved');
          expect(told?.state).toBe('open');
          expect(merged).toBeUndefined();
        }
      },
    );
    expect(outcomes).toEqual(new Set(['done', 'git-change-moved']));
  });

  it('merges nothing when somebody closed it before, whenever that is', async () => {
    const outcomes = new Set<string>();
    await atEveryRun(
      ({ number }) => {
        // As closing does it: only while the base has not moved.
        const git = `git --git-dir='${repository.gitDir}'`;
        const ref = `refs/fairway/pulls/${number}`;
        return [
          `old=$(${git} rev-parse ${ref})`,
          `new=$(${git} cat-file blob $old | sed 's/"open"/"closed"/' | ${git} hash-object -w --stdin)`,
          `printf 'verify refs/heads/main %s\\nupdate %s %s %s\\n' ${repository.head(
            'main',
          )} ${ref} $new $old | ${git} update-ref --stdin 2>&1`,
        ].join('; ');
      },
      async ({ opened, outcome }) => {
        outcomes.add(outcome);
        const isMerged = outcome === 'done';
        expect(outcome).toBe(isMerged ? 'done' : 'git-change-closed');
        expect((await get(opened.number))?.state).toBe(
          isMerged ? 'merged' : 'closed',
        );
        expect(merges()).toHaveLength(isMerged ? 1 : 0);
      },
    );
    expect(outcomes).toEqual(new Set(['done', 'git-change-closed']));
  });

  it.each<
    [
      string,
      (opened: HostedChange, by: LocalGitHost) => Promise<unknown>,
      string,
    ]
  >([
    [
      'closes nothing',
      ({ number }, by) => by.closeChange(repository.ref, { number }),
      'git-change-merged',
    ],
    [
      'deletes the branch as that of a merged change',
      ({ headSha }, by) =>
        by.deleteBranch(repository.ref, { branch: BRANCH, sha: headSha }),
      'done',
    ],
  ])(
    '%s when somebody merged it before, whenever that is',
    async (_, act, expected) => {
      await atEveryRun(
        () => {
          const [main, head] = [
            repository.head('main')!,
            repository.head(BRANCH)!,
          ];
          const merged = repository.git([
            ...['commit-tree', '-m', 'Merged', '-p', main, '-p', head],
            `${head}^{tree}`,
          ]);
          return update('refs/heads/main', merged, main);
        },
        async ({ opened, outcome, hasStruck }) => {
          expect(outcome).toBe(hasStruck ? expected : 'done');
          expect((await get(opened.number))?.state).toBe(
            hasStruck ? 'merged' : 'closed',
          );
        },
        act,
      );
    },
  );

  it('keeps what somebody pushes to the base, whenever that is', async () => {
    await atEveryRun(
      () => {
        const pushed = commitOn('main');
        repository.git(['update-ref', 'refs/test/pushed', pushed]);
        return update('refs/heads/main', pushed, repository.head('main')!);
      },
      async ({ opened, outcome }) => {
        expect(outcome).toBe('done');
        const { mergeSha } = (await get(opened.number))!;
        const history = repository.git(['rev-list', 'main']).split('\n');
        expect(history).toContain(mergeSha);
        // Once the base has moved, the push is the one that has to look again.
        const isPushed = history.includes(
          repository.refs()['refs/test/pushed'],
        );
        expect(isPushed || repository.head('main') === mergeSha).toBe(true);
        expect(merges()).toHaveLength(1);
      },
    );
  });

  it('and closing at the same moment agree on which of the two it was', async () => {
    const race = async (round: number) => {
      const opened = await propose(`fairway/c${round}`);
      const close = () => host.closeChange(repository.ref, opened);
      const [merged, closed] = await Promise.all(
        round % 2 === 0
          ? [outcomeOf(merge(opened)), outcomeOf(close())]
          : [outcomeOf(close()), outcomeOf(merge(opened))].reverse(),
      );
      expect(['done git-change-merged', 'git-change-closed done']).toContain(
        `${merged} ${closed}`,
      );
      expect((await get(opened.number))?.state).toBe(
        merged === 'done' ? 'merged' : 'closed',
      );
      const onMain = repository.git(['rev-list', 'main']).split('\n');
      expect(onMain.includes(opened.headSha)).toBe(merged === 'done');
    };
    for (let round = 0; round < 12; round++) {
      await race(round);
    }
  });

  it('knows a merge by somebody else, with the last head, after the branch is gone', async () => {
    const opened = await propose();
    const headSha = repository.push({
      branch: BRANCH,
      files: { 'notes.md': { content: 'reviewed' } },
    });
    const mergeSha = repository.merge({ branch: BRANCH });
    repository.git(['update-ref', '-d', `refs/heads/${BRANCH}`]);
    repository.push({ branch: 'main', files: { later: { content: 'x' } } });
    expect(await get(opened.number)).toEqual({
      ...opened,
      ...{ state: 'merged', mergeSha, headSha },
    });
  });

  it('is refused for a branch without anything new, and for one of another history', async () => {
    const opened = await propose();
    const main = repository.head('main')!;
    repository.git(['update-ref', `refs/heads/${BRANCH}`, main]);
    expect(await outcomeOf(merge({ ...opened, headSha: main }))).toBe(
      'git-nothing-to-merge',
    );
    const tree = repository.git(['rev-parse', 'main^{tree}']);
    const orphan = repository.git(['commit-tree', '-m', 'Alone', tree]);
    repository.git(['update-ref', `refs/heads/${BRANCH}`, orphan]);
    expect(await outcomeOf(merge({ ...opened, headSha: orphan }))).toBe(
      'git-histories-unrelated',
    );
    expect(
      await outcomeOf(
        host.compare(repository.ref, { base: 'main', head: BRANCH }),
      ),
    ).toBe('git-histories-unrelated');
    expect(repository.head('main')).toBe(main);
  });

  it('follows a rename on the base, whatever the configuration of the repository says', async () => {
    repository.push({
      branch: 'main',
      files: { 'a.hcl': { content: 'one\ntwo\nthree\nfour\nfive\n' } },
    });
    repository.git(['config', 'merge.renames', 'false']);
    await host.commit(repository.ref, {
      branch: BRANCH,
      baseSha: repository.head('main')!,
      files: [{ path: 'a.hcl', content: 'one\ntwo\nthree\nfour\nFIVE\n' }],
      message: 'Edit',
      trailers: [],
      author: PERSON,
    });
    const opened = await host.openChange(repository.ref, {
      ...{ branch: BRANCH, baseBranch: 'main', title: 'Edit', body: '' },
      author: PERSON,
    });
    repository.push({
      branch: 'main',
      files: {
        'a.hcl': undefined,
        'b.hcl': { content: 'one\ntwo\nthree\nfour\nfive\n' },
      },
    });
    await merge(opened);
    expect(repository.git(['show', 'main:b.hcl'])).toContain('FIVE');
    const { files } = await host.compare(repository.ref, {
      base: opened.headSha,
      head: 'main',
    });
    expect(files).toEqual([
      { path: 'a.hcl', status: 'removed' },
      { path: 'b.hcl', status: 'added' },
    ]);
  });

  it('keeps the head of a deleted branch, so that git may clean up and it can still be read', async () => {
    const opened = await propose();
    const { headSha } = opened;
    await host.deleteBranch(repository.ref, { branch: BRANCH, sha: headSha });
    repository.git(['gc', '--quiet', '--prune=now']);
    expect(await get(opened.number)).toEqual({ ...opened, state: 'closed' });
    expect(
      await host.diff(repository.ref, { base: 'main', head: headSha }),
    ).toContain('+a = 1');
  });

  it('is told although git dropped a head that nothing led to', async () => {
    const opened = await propose();
    repository.git(['update-ref', '-d', `refs/heads/${BRANCH}`]);
    repository.git(['gc', '--quiet', '--prune=now']);
    expect(await get(opened.number)).toEqual({ ...opened, state: 'closed' });
  });
});
