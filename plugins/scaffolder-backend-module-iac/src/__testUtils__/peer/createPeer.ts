// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// publish:github:pull-request as the scaffolder runs it, in a workspace with the given files.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the peer that ours is held against
import { createPublishGithubPullRequestAction } from '@backstage/plugin-scaffolder-backend-module-github';
import { newTask } from '../runAction';
import type { GitHub } from './GitHub';

export type Peer = (
  input: { branchName: string } & Record<string, unknown>,
  files?: Record<string, string>,
) => Promise<Record<string, any>>;

export function createPeer(github: GitHub): Peer {
  const action = createPublishGithubPullRequestAction({
    integrations: github.integrations(),
  });
  return async (input, files = {}) => {
    const task = await newTask();
    try {
      for (const [path, content] of Object.entries(files)) {
        await task.write(path, content);
      }
      const words = { title: 'Change it', description: 'For a test.' };
      const { repoUrl } = github;
      return await task.run(action, { repoUrl, ...words, ...input });
    } finally {
      await task.remove();
    }
  };
}
