// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { reasonOf, statusOf } from './failures';
import type { GitHubRepository } from './GitHubRepositories';

const NOWHERE = '0'.repeat(40);

const MOVE = `mutation ($repository: ID!, $name: GitRefname!, $before: GitObjectID!, $after: GitObjectID!, $force: Boolean!) {
  updateRefs(input: { repositoryId: $repository, refUpdates: [{ name: $name, beforeOid: $before, afterOid: $after, force: $force }] }) {
    clientMutationId
  }
}`;

const isUnknownMutation = (error: unknown) =>
  statusOf(error) === 404 || /doesn't exist on type/.test(reasonOf(error));

/**
 * Puts a branch elsewhere, or takes it away where `to` is undefined, only while it is at `from`. REST asks nothing of where
 * it is by then; GraphQL does. Older servers have not got that: there it was looked at just before.
 */
export async function replaceHead(
  github: GitHubRepository,
  options: {
    branch: string;
    nodeId: string;
    from: string;
    to: string | undefined;
  },
): Promise<void> {
  const { branch, nodeId, from, to } = options;
  try {
    await github.octokit.graphql(MOVE, {
      repository: nodeId,
      name: `refs/heads/${branch}`,
      before: from,
      after: to ?? NOWHERE,
      force: to !== undefined,
    });
  } catch (error) {
    if (!isUnknownMutation(error)) {
      throw error;
    }
    const { git } = github.octokit.rest;
    const place = { ...github.params, ref: `heads/${branch}` };
    await (to === undefined
      ? git.deleteRef(place)
      : git.updateRef({ ...place, sha: to, force: true }));
  }
}
