// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The portal over a GitHub that is a double: its repository is real git, and what GitHub's rules say is a test's to say.
import type { ChangeFile } from '@fairway/backstage-plugin-self-service-common';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- made for tests, and not published
import {
  GitHubDouble,
  OWNER,
  REPO,
  TOKEN,
} from '../../../../packages/git-host/src/github/__testUtils__/GitHubDouble';
import { GitHubHost } from '@fairway/git-host';
import { LIVE_FILES } from './company/live';
import { type ChangeDetail, startPortal } from './portal';

export type GitHubPortal = Awaited<ReturnType<typeof startGitHubPortal>>;

const asBare = (files: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(files).map(([path, content]) => [path, { content }]),
  );

/** The double has no limits of its own, so nothing is waited for between two writes. */
function unpaced(): { undo: () => void } {
  const create = GitHubHost.create.bind(GitHubHost);
  const spy = jest
    .spyOn(GitHubHost, 'create')
    .mockImplementation(options =>
      create({ ...options, paceWrites: false, secondMs: 20 }),
    );
  return { undo: () => spy.mockRestore() };
}

export async function startGitHubPortal() {
  const double = await GitHubDouble.create(asBare(LIVE_FILES));
  const { host, apiBaseUrl, repository } = double;
  const repoUrl = `${host}?owner=${OWNER}&repo=${REPO}`;
  const pace = unpaced();
  const portal = await startPortal({
    settings: { repositories: [{ repoUrl, apply: 'none' }] },
    config: { integrations: { github: [{ host, apiBaseUrl, token: TOKEN }] } },
  });
  let deliveries = 0;

  return {
    ...portal,
    double,
    open: (name: string, files: ChangeFile[], more: object = {}) =>
      portal.open(name, files, { repoUrl, ...more }),
    pullOf: ({ outputs }: ChangeDetail) =>
      double.pulls.find(({ number }) => number === outputs.pullRequestNumber)!,
    /** A commit by somebody beside the portal. */
    push: (branch: string, files: Record<string, string>) =>
      repository.push({ branch, files: asBare(files) }),
    /** The base with the head in it, as GitHub and people there merge. */
    mergeOnHost({ outputs }: ChangeDetail): string {
      const [base, head] = ['main', outputs.branch!].map(
        branch => repository.head(branch)!,
      );
      const tree = repository.git(['merge-tree', '--write-tree', base, head]);
      const parents = ['-p', base, '-p', head];
      const sha = repository.git(['commit-tree', tree, ...parents], 'Merge\n');
      repository.git(['update-ref', 'refs/heads/main', sha, base]);
      return sha;
    },
    /** GitHub says that something about the pull request has changed. */
    hook: ({ outputs }: ChangeDetail) =>
      portal.events.publish({
        topic: 'github.pull_request',
        eventPayload: {
          repository: { full_name: `${OWNER}/${REPO}` },
          pull_request: { number: outputs.pullRequestNumber },
        },
        metadata: { 'x-github-delivery': `d-${deliveries++}` },
      }),
    async stop() {
      pace.undo();
      await portal.stop();
      await double.dispose();
    },
  };
}
