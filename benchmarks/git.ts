// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A commit of 5 files into a repository of 10,000: our host, with all of its checks, against git's own plumbing and what
// else npm has. All of them make the same tree from the same parent, each in its turn, in one repository.
// Then the calls that a change on GitHub costs.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalGitHost } from '../packages/git-host/src';
import { countApiCalls } from './git/apiCalls';
import { createContenders, plainGit } from './git/contenders';
import { AUTHOR, REPOSITORY } from './git/repository';

const FILES = 10_000;
const ROUNDS = 25;
const WARM_UP = 3;

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
    const gitDir = join(root, 'bench', 'live.git');
    const git = plainGit(gitDir, join(root, 'index'));
    const commits = Object.entries(
      await createContenders({ host, git, gitDir, baseSha }),
    );
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
