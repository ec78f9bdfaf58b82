// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { gitEnvironment } from './git-environment.mjs';

const AUTHOR = 'Acme Platform Team';
const EMAIL = 'platform@acme.example';

/** What the demo's bare repositories hold: one commit a folder, in this order, each with its tag. */
const REPOSITORIES = [
  {
    name: 'infrastructure-live',
    commits: [
      {
        folder: 'infrastructure-live',
        message: 'What runs at Acme today',
        at: '2026-09-01T08:00:00Z',
      },
    ],
  },
  {
    name: 'infrastructure-modules',
    commits: [
      {
        folder: 'infrastructure-modules/v1.0.0',
        message: 'Five vetted modules',
        at: '2026-06-01T08:00:00Z',
        tag: 'v1.0.0',
      },
      {
        folder: 'infrastructure-modules/v1.1.0',
        message: 'Data classification and backups for databases',
        at: '2026-08-15T08:00:00Z',
        tag: 'v1.1.0',
      },
    ],
  },
];

function gitIn(gitDir, env) {
  return (...args) =>
    execFileSync('git', args, {
      encoding: 'utf8',
      env: { ...gitEnvironment(gitDir), ...env },
    }).trim();
}

function commitFolder({ gitDir, folder, parent, message, at }) {
  const index = path.join(gitDir, 'seed-index');
  const git = gitIn(gitDir, {
    GIT_WORK_TREE: folder,
    GIT_INDEX_FILE: index,
    GIT_AUTHOR_NAME: AUTHOR,
    GIT_AUTHOR_EMAIL: EMAIL,
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_NAME: AUTHOR,
    GIT_COMMITTER_EMAIL: EMAIL,
    GIT_COMMITTER_DATE: at,
  });
  git('add', '--all', '--force', '.');
  const commit = git(
    'commit-tree',
    git('write-tree'),
    '-m',
    message,
    ...(parent ? ['-p', parent] : []),
  );
  fs.rmSync(index);
  return commit;
}

/**
 * Makes the demo's bare repositories below `into` from the folders below `examples`, those that are not there
 * yet. Fixed authors and times: everybody's demo has the same commit ids. Answers the names of those it made.
 */
export function seedRepositories({ examples, into, owner = 'acme' }) {
  const made = [];
  for (const { name, commits } of REPOSITORIES) {
    const repository = path.join(into, owner, `${name}.git`);
    if (fs.existsSync(repository)) continue;
    const partial = `${repository}.partial-${process.pid}`;
    fs.mkdirSync(path.dirname(repository), { recursive: true });
    gitIn(partial)(
      'init',
      '--quiet',
      '--bare',
      '--initial-branch=main',
      partial,
    );
    let parent;
    for (const { folder, message, at, tag } of commits) {
      parent = commitFolder({
        gitDir: partial,
        folder: path.join(examples, folder),
        parent,
        message,
        at,
      });
      if (tag) gitIn(partial)('update-ref', `refs/tags/${tag}`, parent);
    }
    gitIn(partial)('update-ref', 'refs/heads/main', parent);
    // Only a whole repository gets the name, so that an interrupted start can simply be repeated.
    fs.renameSync(partial, repository);
    made.push(name);
  }
  return made;
}
