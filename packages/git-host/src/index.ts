// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * One port for Git hosts: atomic change sets, compare-and-set of branches, changes (pull requests).
 *
 * @packageDocumentation
 */

export * from './types';
export { GitHosts, type ConfiguredRepository } from './GitHosts';
export { parseRepoUrl, formatRepoUrl } from './repoUrl';
export { checkPath, PATH_LIMITS } from './paths';
export { DEFAULT_CHANGE_LIMITS, type ChangeLimits } from './changeSet';
export { LocalGitHost, type LocalGitHostOptions } from './local/LocalGitHost';
export { createGitHubHosts } from './github/createGitHubHosts';
export { GitHubHost } from './github/GitHubHost';
export {
  GitHubWorkflows,
  type GitHubWorkflowsOptions,
  type WorkflowJob,
  type WorkflowRun,
} from './github/GitHubWorkflows';
export type { GitHubHostOptions } from './github/GitHubHostOptions';
export type { FirstCommit, NewRepository } from './local/createRepository';
export {
  GIT_HOST_ERRORS,
  isGitHostError,
  type GitHostError,
  type GitHostErrorCode,
} from './errors';
