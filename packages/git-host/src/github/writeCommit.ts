// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { gitHostError } from '../errors';
import { editTree, folderContent } from '../local/editTree';
import { objectId } from '../local/pack';
import type { CommitPlan, TreeSnapshot } from '../planCommit';
import type { GitHubRepository } from './GitHubRepositories';

interface Person {
  name: string;
  email: string;
}

/** A commit to be made, every part of it checked. */
export interface CommitOrder {
  /** Left out for the first commit of a repository. */
  parent?: TreeSnapshot;
  plan: CommitPlan;
  message: string;
  author: Person;
  committer: Person;
  at: Date;
}

/** Bytes of content in one call: GitHub gives up on a tree that takes it longer than ten seconds. */
const MOST_INLINE_BYTES = 4 * 1024 * 1024;

type TreeItem = {
  path: string;
  mode: '100644' | '100755';
  type: 'blob';
} & ({ content: string } | { sha: string | null });

/** What can be sent inline: an empty text could be taken for none. */
const isText = (content: Buffer) =>
  content.length > 0 &&
  !content.includes(0) &&
  Buffer.from(content.toString('utf8'), 'utf8').equals(content);

/** Text goes inline into the tree; everything else can only be sent on its own. */
async function writeItems(
  github: GitHubRepository,
  plan: CommitPlan,
): Promise<TreeItem[]> {
  return Promise.all(
    plan.writes.map(async ({ path, mode, content, blobSha }) => {
      github.blobs.set(blobSha, content, content.length);
      const place = { path, mode, type: 'blob' } as const;
      if (isText(content)) {
        return { ...place, content: content.toString('utf8') };
      }
      const { data } = await github.octokit.rest.git.createBlob({
        ...github.params,
        content: content.toString('base64'),
        encoding: 'base64',
      });
      return { ...place, sha: data.sha };
    }),
  );
}

/** One call for all, but where contents are very large, or a name changes from file to folder or back. */
function batches(deletes: TreeItem[], writes: TreeItem[]): TreeItem[][] {
  const swaps = deletes.some(({ path }) =>
    writes.some(
      write =>
        write.path.startsWith(`${path}/`) || path.startsWith(`${write.path}/`),
    ),
  );
  const made: TreeItem[][] = swaps ? [deletes, []] : [[...deletes]];
  let bytes = 0;
  for (const write of writes) {
    const size = 'content' in write ? Buffer.byteLength(write.content) : 0;
    if (bytes > 0 && bytes + size > MOST_INLINE_BYTES) {
      made.push([]);
      bytes = 0;
    }
    bytes += size;
    made.at(-1)!.push(write);
  }
  return made.filter(batch => batch.length > 0);
}

/** What the tree has to become, reckoned by ourselves. */
function expectedTree({ parent, plan }: CommitOrder): {
  baseTreeSha: string | undefined;
  treeSha: string;
} {
  const trees = new Map(
    [...(parent?.folders ?? [])].map(
      ([path, entries]) => [path, folderContent(entries)] as const,
    ),
  );
  const content = trees.get('') ?? Buffer.alloc(0);
  return {
    baseTreeSha: parent && objectId({ type: 'tree', content }),
    treeSha: editTree({ trees, plan }).treeSha,
  };
}

async function createTree(
  github: GitHubRepository,
  order: CommitOrder,
): Promise<string> {
  const { plan } = order;
  const { baseTreeSha, treeSha } = expectedTree(order);
  const deletes = plan.deletes.map(
    path => ({ path, mode: '100644', type: 'blob', sha: null } as const),
  );
  let made = baseTreeSha;
  for (const tree of batches(deletes, await writeItems(github, plan))) {
    const { data } = await github.octokit.rest.git.createTree({
      ...github.params,
      ...(made !== undefined && { base_tree: made }),
      tree,
    });
    made = data.sha;
  }
  // The id of a tree is told by all that is in it: it is the one that we reckoned, or something else was written.
  if (made !== treeSha) {
    const [path] = [...plan.writes.map(write => write.path), ...plan.deletes];
    throw gitHostError('git-commit-mismatch', { path });
  }
  return treeSha;
}

/** Stores the commit; no branch leads to it yet. Answers its id. */
export async function writeCommit(
  github: GitHubRepository,
  order: CommitOrder,
): Promise<string> {
  const { parent, plan, message, author, committer, at } = order;
  const tree = await createTree(github, order);
  const parents = parent ? [parent.commitSha] : [];
  const date = `${at.toISOString().slice(0, 19)}Z`;
  const { data } = await github.octokit.rest.git.createCommit({
    ...github.params,
    message,
    tree,
    parents,
    author: { name: author.name, email: author.email, date },
    committer: { name: committer.name, email: committer.email, date },
  });
  const made = data.parents.map(({ sha }) => sha).join();
  if (data.tree.sha !== tree || made !== parents.join()) {
    const [path] = [...plan.writes.map(write => write.path), ...plan.deletes];
    throw gitHostError('git-commit-mismatch', { path });
  }
  return data.sha;
}
