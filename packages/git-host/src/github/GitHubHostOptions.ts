// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { type ChangeLimits, DEFAULT_CHANGE_LIMITS } from '../changeSet';
import type { GitHubPace } from './client';

/** @public */
export interface GitHubHostOptions {
  /** The only repositories that are served, whatever the credentials could reach. */
  repositories: { owner: string; repo: string }[];
  /** Owners of whom repositories may be begun; nobody's if left out. */
  newRepositoryOwners?: string[];
  /** Host in the repoUrl, and of the integration; `github.com` if left out. */
  host?: string;
  /** Where the host's API is, and its token or apps. */
  integrations: ScmIntegrationRegistry;
  /** Those of the integrations if left out. */
  credentials?: GithubCredentialsProvider;
  /** Who commits; the author is who asked. */
  committer?: { name: string; email: string };
  limits?: Partial<ChangeLimits>;
  now?: () => Date;
  /** The git program that prints diffs; `git` of the PATH if left out. */
  executable?: string;
  /** A request that takes longer is given up; milliseconds, one minute if left out. */
  timeoutMs?: number;
  /** A second between two writes, which github.com asks for; a GitHub Enterprise without limits needs none. True if left out. */
  paceWrites?: boolean;
  /** How long a second of waiting is; milliseconds, for tests. */
  secondMs?: number;
}

/** The options with what stands where one is left out. */
export interface GitHubSettings {
  host: string;
  pace: GitHubPace;
  committer: { name: string; email: string };
  limits: ChangeLimits;
  now: () => Date;
}

const COMMITTER = { name: 'Fairway', email: 'fairway@localhost' };

export function settingsOf(options: GitHubHostOptions): GitHubSettings {
  const { paceWrites = true, timeoutMs = 60_000, secondMs = 1000 } = options;
  return {
    host: options.host ?? 'github.com',
    pace: { paceWrites, timeoutMs, secondMs },
    committer: options.committer ?? COMMITTER,
    limits: { ...DEFAULT_CHANGE_LIMITS, ...options.limits },
    now: options.now ?? (() => new Date()),
  };
}
