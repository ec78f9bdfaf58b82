// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { gitHostError } from '../errors';
import { checkRef, isCommitId } from '../names';
import { checkReadPath } from '../paths';
import type { TreeEntry } from '../types';
import { CommitTree } from './CommitTree';
import { unlessStatus } from './failures';
import type { GitHubRepository } from './GitHubRepositories';

type Pointed = { type: string; sha: string };

/** The commit that an annotated tag leads to. */
async function commitOf(
  github: GitHubRepository,
  pointed: Pointed,
): Promise<string | undefined> {
  if (pointed.type !== 'tag') {
    return pointed.type === 'commit' ? pointed.sha : undefined;
  }
  const { data } = await github.octokit.rest.git.getTag({
    ...github.params,
    tag_sha: pointed.sha,
  });
  return commitOf(github, data.object);
}

/** `heads/x` or `tags/x`. 409 is the answer of a repository without commits. */
async function refCommit(
  github: GitHubRepository,
  ref: string,
): Promise<string | undefined> {
  const answer = await unlessStatus([404, 409], () =>
    github.octokit.rest.git.getRef({ ...github.params, ref }),
  );
  // Older servers answered with every reference that begins so.
  return answer?.data.ref === `refs/${ref}`
    ? commitOf(github, answer.data.object)
    : undefined;
}

/** Head of a branch; undefined where there is none. */
export async function branchHead(
  github: GitHubRepository,
  branch: string,
): Promise<string | undefined> {
  const sha = await refCommit(github, `heads/${branch}`);
  if (sha === undefined) {
    github.branches.delete(branch);
  } else {
    github.branches.add(branch);
  }
  return sha;
}

/** Throws `git-ref-not-found`. */
export async function existingBranch(
  github: GitHubRepository,
  branch: string,
): Promise<string> {
  return found(github, branch, await branchHead(github, branch));
}

function found(
  github: GitHubRepository,
  ref: string,
  sha: string | undefined,
): string {
  if (sha === undefined) {
    const repository = github.label;
    throw gitHostError('git-ref-not-found', { ref, repository });
  }
  return sha;
}

/** Commit id of a branch, tag or commit. Throws `git-ref-ambiguous`. */
export async function resolveRef(
  github: GitHubRepository,
  ref: string,
): Promise<string | undefined> {
  checkRef(ref);
  const { octokit, params } = github;
  if (isCommitId(ref)) {
    const answer = await unlessStatus([404, 409, 422], () =>
      octokit.rest.git.getCommit({ ...params, commit_sha: ref }),
    );
    return answer?.data.sha;
  }
  if (/^refs\/(heads|tags)\//.test(ref)) {
    return refCommit(github, ref.slice('refs/'.length));
  }
  const commits = await Promise.all(
    [`heads/${ref}`, `tags/${ref}`].map(name => refCommit(github, name)),
  );
  const shas = new Set(commits.filter(sha => sha !== undefined));
  if (shas.size > 1) {
    throw gitHostError('git-ref-ambiguous', { ref });
  }
  return [...shas][0];
}

/** Like `resolveRef`, and throws `git-ref-not-found`. */
export async function existingCommit(
  github: GitHubRepository,
  ref: string,
): Promise<string> {
  return found(github, ref, await resolveRef(github, ref));
}

/** A whole commit id is not looked up first: whether it is there is told by its files. */
async function treeOf(
  github: GitHubRepository,
  ref: string,
): Promise<CommitTree> {
  checkRef(ref);
  const sha = isCommitId(ref) ? ref : await existingCommit(github, ref);
  return CommitTree.read(github, sha);
}

export async function readTree(
  github: GitHubRepository,
  options: { ref: string; under?: string },
): Promise<TreeEntry[]> {
  const under = options.under?.replace(/\/$/, '') ?? '';
  if (under !== '') {
    checkReadPath(under);
  }
  return (await treeOf(github, options.ref)).files(under);
}

/** Content by its id, from what is kept where it was read or written before. */
export async function readBlob(
  github: GitHubRepository,
  sha: string,
): Promise<Buffer> {
  const known = github.blobs.get(sha);
  if (known) {
    return known;
  }
  const { data } = await github.octokit.rest.git.getBlob({
    ...github.params,
    file_sha: sha,
  });
  const content = Buffer.from(data.content, 'base64');
  github.blobs.set(sha, content, content.length);
  return content;
}

/**
 * By tree and blob: GitHub's contents endpoint follows symbolic links and would answer for another file.
 * The tree is kept, so many files of one commit cost one call each.
 */
export async function readFile(
  github: GitHubRepository,
  options: { ref: string; path: string },
): Promise<Uint8Array | undefined> {
  checkReadPath(options.path);
  const tree = await treeOf(github, options.ref);
  const entry = await tree.entry(options.path);
  return entry?.mode.startsWith('100')
    ? Uint8Array.from(await readBlob(github, entry.sha))
    : undefined;
}
