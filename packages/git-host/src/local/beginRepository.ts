// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A repository is made beside its place and moved there whole, so what is there is ours or somebody else's. The id of our
// first commit is told by what it holds: whether it is there needs no list of what was made.
import { type CheckedBeginning, checkBeginning } from '../beginning';
import type { ChangeLimits } from '../changeSet';
import { gitHostError } from '../errors';
import type {
  BegunRepository,
  RepositoryBeginning,
  RepositoryRef,
} from '../types';
import { commitObject } from './commitObject';
import type { Git } from './Git';
import type { LocalRepositories } from './LocalRepositories';
import { objectId } from './pack';
import { branchRef } from './refs';

const firstCommitId = ({ treeSha, message, author, at }: CheckedBeginning) =>
  objectId({
    type: 'commit',
    content: commitObject({
      ...{ treeSha, parents: [], message },
      ...{ author, committer: author, at },
    }),
  });

async function beganWith(
  git: Git,
  options: { commitSha: string; defaultBranch: string },
): Promise<boolean> {
  const { commitSha, defaultBranch } = options;
  const { exitCode } = await git.run(
    ['merge-base', '--is-ancestor', commitSha, branchRef(defaultBranch)],
    { accept: [0, 1, 128] }, // 128: no such commit, or no branch
  );
  return exitCode === 0;
}

/** Throws `git-repository-taken`. */
export async function beginRepository(
  repositories: LocalRepositories,
  options: {
    repo: RepositoryRef;
    beginning: RepositoryBeginning;
    limits: ChangeLimits;
    now: () => Date;
  },
): Promise<BegunRepository> {
  const { repo, beginning, ...settings } = options;
  const git = repositories.placeOfNew(repo);
  const checked = checkBeginning(beginning, settings);
  if (!checked.isPrivate) {
    throw gitHostError('git-not-supported', {
      host: 'local',
      feature: 'public repositories: it shows none to anybody',
      advice: 'Leave the visibility out.',
    });
  }
  const { author, at, files } = beginning;
  const { description, message } = checked;
  const commits = [{ files, message, author, at }];
  const { created } = await repositories.makeAt(git, {
    ...settings,
    content: { description, commits },
  });
  const commitSha = firstCommitId(checked);
  const defaultBranch = await repositories.defaultBranchOf(git);
  if (!created && !(await beganWith(git, { commitSha, defaultBranch }))) {
    throw gitHostError('git-repository-taken', {
      repository: git.label,
      reason: 'did not begin with what is asked for now',
    });
  }
  return {
    ...{ commitSha, defaultBranch },
    action: created ? 'created' : 'unchanged',
  };
}
