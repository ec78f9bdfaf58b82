// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The files of one commit as GitHub lists them: all in one call, or folder by folder where there are too many for that
// (more than 100,000, or 7 MB of list).
import { gitHostError } from '../errors';
import { parentFolders } from '../paths';
import type { FolderEntry, TreeSnapshot } from '../planCommit';
import type { TreeEntry } from '../types';
import { unlessStatus } from './failures';
import type { GitHubRepository } from './GitHubRepositories';

const FOLDER = '40000';

type Folder = Map<string, FolderEntry>;

export class CommitTree {
  readonly commitSha: string;
  readonly #github: GitHubRepository;
  readonly #folders = new Map<string, Folder>();
  #isComplete = true;

  /** Throws `git-ref-not-found` for what is no commit of the repository. */
  static async read(
    github: GitHubRepository,
    commitSha: string,
  ): Promise<CommitTree> {
    const known = github.trees.get(commitSha);
    if (known) {
      return known;
    }
    const tree = new CommitTree(github, commitSha);
    const entries = await tree.#list();
    github.trees.set(commitSha, tree, entries + 1);
    return tree;
  }

  private constructor(github: GitHubRepository, commitSha: string) {
    this.#github = github;
    this.commitSha = commitSha;
  }

  /** Names of a folder; undefined where there is no such folder. */
  async folder(path: string): Promise<Folder | undefined> {
    const known = this.#folders.get(path);
    if (known || this.#isComplete) {
      return known;
    }
    const cut = path.lastIndexOf('/');
    const parent = await this.folder(path.slice(0, Math.max(cut, 0)));
    const entry = parent?.get(path.slice(cut + 1));
    if (entry?.mode !== FOLDER) {
      return undefined;
    }
    await this.#load(path, entry.sha);
    return this.#folders.get(path);
  }

  async entry(path: string): Promise<FolderEntry | undefined> {
    const cut = path.lastIndexOf('/');
    const folder = await this.folder(path.slice(0, Math.max(cut, 0)));
    return folder?.get(path.slice(cut + 1));
  }

  /** The folders that changes of these paths have to look at. */
  async touchedBy(paths: string[]): Promise<TreeSnapshot> {
    const folders = new Map<string, Folder>();
    for (const path of new Set(paths.flatMap(parentFolders))) {
      const found = await this.folder(path);
      if (found) {
        folders.set(path, found);
      }
    }
    return { commitSha: this.commitSha, folders };
  }

  /** Every file below a folder, in git's order; `''` is the root. */
  async files(under: string): Promise<TreeEntry[]> {
    const folder = await this.folder(under);
    const key = ([name, { mode }]: [string, FolderEntry]) =>
      mode === FOLDER ? `${name}/` : name;
    const entries = [...(folder ?? [])].sort((one, other) =>
      Buffer.compare(Buffer.from(key(one)), Buffer.from(key(other))),
    );
    const files: TreeEntry[] = [];
    for (const [name, { mode, sha }] of entries) {
      const path = under === '' ? name : `${under}/${name}`;
      if (mode === FOLDER) {
        files.push(...(await this.files(path)));
      } else {
        files.push({ path, mode: mode as TreeEntry['mode'], sha });
      }
    }
    return files;
  }

  async #list(): Promise<number> {
    const { octokit, params, label } = this.#github;
    const answer = await unlessStatus([404, 409, 422], () =>
      octokit.rest.git.getTree({
        ...{ ...params, tree_sha: this.commitSha },
        recursive: '1',
      }),
    );
    if (!answer) {
      throw gitHostError('git-ref-not-found', {
        ref: this.commitSha,
        repository: label,
      });
    }
    const { tree, truncated } = answer.data;
    this.#isComplete = !truncated;
    if (truncated) {
      await this.#load('', this.commitSha);
    } else {
      this.#folders.set('', new Map());
      tree.forEach(entry => this.#add('', entry));
    }
    return tree.length;
  }

  async #load(folder: string, treeSha: string): Promise<void> {
    const { octokit, params, label } = this.#github;
    const { data } = await octokit.rest.git.getTree({
      ...params,
      tree_sha: treeSha,
    });
    if (data.truncated) {
      throw gitHostError('git-host-refused', {
        host: params.owner,
        request: `list the folder ${folder} of ${label}`,
        reason: 'it has more files than can be listed',
      });
    }
    this.#folders.set(folder, new Map());
    data.tree.forEach(entry => this.#add(folder, entry));
  }

  #add(
    under: string,
    entry: { path: string; mode: string; sha: string },
  ): void {
    const path = under === '' ? entry.path : `${under}/${entry.path}`;
    const cut = path.lastIndexOf('/');
    const parent = path.slice(0, Math.max(cut, 0));
    // Group-writable files of old commits are ordinary files.
    const mode = entry.mode.replace(/^0/, '').replace('100664', '100644');
    const folder = this.#folders.get(parent) ?? new Map();
    folder.set(path.slice(cut + 1), { mode, sha: entry.sha });
    this.#folders.set(parent, folder);
    if (mode === FOLDER && this.#isComplete && !this.#folders.has(path)) {
      this.#folders.set(path, new Map());
    }
  }
}
