// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { gitHostError } from './errors';
import type { RepositoryRef } from './types';

const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?$/;
/** What every Git host takes: no leading dot or hyphen, so a name is never an option, a hidden folder or a parent. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

function nameProblem(name: string): string | undefined {
  if (!NAME.test(name) || name.includes('..') || name.endsWith('.')) {
    return 'is not a name of letters, digits, . _ and -';
  }
  return /\.(git|lock)$/i.test(name)
    ? 'ends with .git or .lock; leave that out'
    : undefined;
}

/** Throws `git-repo-url-invalid` unless host, owner and name are plain. */
export function checkRepositoryRef(repository: RepositoryRef): void {
  const { host, owner, repo } = repository;
  const reason =
    (!HOST.test(host) && `the host "${host}" is not a host name`) ||
    (nameProblem(owner) && `the owner "${owner}" ${nameProblem(owner)}`) ||
    (nameProblem(repo) && `the repo "${repo}" ${nameProblem(repo)}`);
  if (reason) {
    throw gitHostError('git-repo-url-invalid', {
      value: `${host}?owner=${owner}&repo=${repo}`,
      reason,
    });
  }
}

/**
 * Reads `local?owner=acme&repo=infrastructure-live` or `github.com?owner=acme&repo=infrastructure-live`.
 * Throws `git-repo-url-invalid` for anything else, other parameters included.
 *
 * @public
 */
export function parseRepoUrl(repoUrl: string): RepositoryRef {
  const fail = (reason: string) =>
    gitHostError('git-repo-url-invalid', { value: repoUrl, reason });
  const separator = repoUrl.indexOf('?');
  if (separator < 1) {
    throw fail('the host and its parameters have to be separated by "?"');
  }
  const parameters = new URLSearchParams(repoUrl.slice(separator + 1));
  const keys = [...parameters.keys()];
  const foreign = keys.find(key => key !== 'owner' && key !== 'repo');
  if (foreign !== undefined) {
    throw fail(`the parameter "${foreign}" is not known`);
  }
  if (keys.length !== 2 || new Set(keys).size !== 2) {
    throw fail('owner and repo have to be there, each once');
  }
  const repository = {
    host: repoUrl.slice(0, separator),
    owner: parameters.get('owner') ?? '',
    repo: parameters.get('repo') ?? '',
  };
  checkRepositoryRef(repository);
  return repository;
}

/** The other way round; the result is the one spelling of that repository. @public */
export function formatRepoUrl(repository: RepositoryRef): string {
  checkRepositoryRef(repository);
  return `${repository.host}?owner=${repository.owner}&repo=${repository.repo}`;
}
