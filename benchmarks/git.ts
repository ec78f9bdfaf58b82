// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A commit of 5 files into a repository of 10,000: our host, with all of its checks, against what git's own plumbing
// needs at least. All of them make the same tree from the same parent, each in its turn, in one repository.
// Then the calls that a change on GitHub costs.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalGitHost } from '../packages/git-host/src';
import { countApiCalls } from './git/apiCalls';

const FILES = 10_000;
const ROUNDS = 25;
const WARM_UP = 3;
const REPOSITORY = { host: 'local', owner: 'bench', repo: 'live' };
const AUTHOR = { name: 'Bench', email: 'bench@acme.example' };

type Files = { path: string; content: string }[];
type Commit = (branch: string, files: Files) => Promise<string>;

/** Git as a script would call it, with the durability that our host asks for, so that like is compared with like. */
function plainGit(gitDir: string, index: string) {
  const settings = [
    ...['-c', 'core.fsync=committed'],
    ...['-c', 'core.fsyncMethod=batch'],
  ];
  return (args: string[], input = '') =>
    new Promise<string>((resolve, reject) => {
      const child = execFile(
        'git',
        [`--git-dir=${gitDir}`, ...settings, ...args],
        {
          env: {
            PATH: process.env.PATH,
            GIT_CONFIG_GLOBAL: '/dev/null',
            GIT_CONFIG_NOSYSTEM: '1',
            GIT_INDEX_FILE: index,
            GIT_AUTHOR_NAME: AUTHOR.name,
            GIT_AUTHOR_EMAIL: AUTHOR.email,
            GIT_COMMITTER_NAME: AUTHOR.name,
            GIT_COMMITTER_EMAIL: AUTHOR.email,
          },
        },
        (error, stdout) => (error ? reject(error) : resolve(stdout.trim())),
      );
      // A command that reads nothing may have ended before.
      child.stdin!.on('error', () => {});
      child.stdin!.end(input);
    });
}

function contenders(options: {
  host: LocalGitHost;
  git: ReturnType<typeof plainGit>;
  baseSha: string;
}): Record<string, Commit> {
  const { host, git, baseSha } = options;
  return {
    'Fairway: LocalGitHost.commit': async (branch, files) => {
      const { commitSha } = await host.commit(REPOSITORY, {
        branch,
        baseSha,
        files,
        message: 'Bench',
        trailers: [],
        author: AUTHOR,
      });
      return commitSha;
    },
    'git: read-tree, hash-object, update-index, write-tree, commit-tree, update-ref':
      async (branch, files) => {
        await git(['read-tree', baseSha]);
        const lines: string[] = [];
        for (const { path, content } of files) {
          const sha = await git(['hash-object', '-w', '--stdin'], content);
          lines.push(`100644 ${sha}\t${path}\n`);
        }
        await git(['update-index', '--index-info'], lines.join(''));
        const tree = await git(['write-tree']);
        const commit = await git(
          ['commit-tree', '-p', baseSha, tree],
          'Bench\n',
        );
        await git([
          ...['update-ref', `refs/heads/${branch}`, commit],
          '0'.repeat(40),
        ]);
        return commit;
      },
    'git: fast-import straight to the branch, nothing checked': async (
      branch,
      files,
    ) => {
      const stream = [
        `commit refs/heads/${branch}`,
        'mark :1',
        `committer ${AUTHOR.name} <${AUTHOR.email}> 0 +0000`,
        'data 6\nBench\n',
        `from ${baseSha}`,
        ...files.map(
          ({ path, content }) =>
            `M 100644 inline ${path}\ndata ${Buffer.byteLength(
              content,
            )}\n${content}`,
        ),
        'get-mark :1',
        'done\n',
      ].join('\n');
      return git(['fast-import', '--quiet', '--done'], stream);
    },
  };
}

const median = (values: number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

async function fillRepository(host: LocalGitHost): Promise<string> {
  const files = Array.from({ length: FILES }, (_, index) => ({
    path: `live/acme/region-${index % 10}/env-${
      Math.floor(index / 10) % 10
    }/unit-${index}/terragrunt.hcl`,
    content: `inputs = {\n  name = "unit-${index}"\n}\n`,
  }));
  await host.createRepository(REPOSITORY, {
    commits: [{ message: 'Start', files, author: AUTHOR }],
  });
  return (await host.resolve(REPOSITORY, 'main'))!;
}

export default async function run(options: { json: boolean }): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'fairway-bench-'));
  try {
    const host = await LocalGitHost.create({ root, limits: { files: FILES } });
    const baseSha = await fillRepository(host);
    const git = plainGit(join(root, 'bench', 'live.git'), join(root, 'index'));
    const commits = Object.entries(contenders({ host, git, baseSha }));
    const times = new Map<string, number[]>(
      commits.map(([name]) => [name, []]),
    );
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const trees = new Set<string>();
      for (const [index, [name, commit]] of commits.entries()) {
        // Every contender writes objects that are new to the repository; then all are asked for the same files again.
        const files = [0, 1, 2, 3, 4].map(unit => ({
          path: `live/acme/region-${unit}/env-${unit}/unit-new-${round}/terragrunt.hcl`,
          content: `inputs = {\n  round = ${round}\n  by = ${index}\n}\n`,
        }));
        const start = process.hrtime.bigint();
        const sha = await commit(`bench-${index}/round-${round}`, files);
        const took = Number(process.hrtime.bigint() - start) / 1e6;
        if (round >= 0) {
          times.get(name)!.push(took);
        }
        const same = files.map(({ path }) => ({ path, content: 'same\n' }));
        const check = await commit(`check-${index}/round-${round}`, same);
        trees.add(await git(['rev-parse', `${check}^{tree}`]));
        const head = await git(['rev-parse', `bench-${index}/round-${round}`]);
        if (head !== sha) {
          throw new Error(`${name} answered ${sha} and made ${head}`);
        }
      }
      if (trees.size !== 1) {
        throw new Error(`Different trees: ${[...trees].join(', ')}`);
      }
    }
    const results = commits.map(([name]) => ({
      name,
      medianMs: median(times.get(name)!),
    }));
    const [ours, ...others] = results;
    const apiCalls = await countApiCalls();
    const report = {
      benchmark: 'git',
      title: `Commit of 5 files into ${FILES}`,
      rounds: ROUNDS,
      answersChecked: true,
      results,
      ratios: others.map(({ name, medianMs }) => ({
        against: name,
        ratio: ours.medianMs / medianMs,
      })),
      apiCalls,
    };
    const text = [
      `${report.title}, median of ${ROUNDS}, same trees`,
      ...results.map(
        ({ name, medianMs }) => `  ${medianMs.toFixed(1)} ms  ${name}`,
      ),
      ...report.ratios.map(
        ({ against, ratio }) =>
          `  ${ratio.toFixed(2)} times the time of ${against}`,
      ),
      'Calls to GitHub from reading the base to the open pull request, same trees',
      ...report.apiCalls.map(
        ({ name, calls }) =>
          `  ${Object.entries(calls)
            .map(([files, count]) => `${count} for ${files} files`)
            .join(', ')}: ${name}`,
      ),
    ].join('\n');
    process.stdout.write(
      `${options.json ? JSON.stringify(report, undefined, 2) : text}\n`,
    );
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
