// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The shapes of GitHub's answers, by its OpenAPI description: a double answers a part of each, and the compiler says
// when the part is not as GitHub has it.
import type { RestEndpointMethodTypes } from '@octokit/rest';

type Api = RestEndpointMethodTypes;
type Data<
  TScope extends keyof Api,
  TMethod extends keyof Api[TScope],
> = Api[TScope][TMethod] extends { response: { data: infer TData } }
  ? TData
  : never;

/** Some fields of an answer; those inside of a field are checked where a type of their own is given. */
type Part<TWhole, TKey extends keyof TWhole> = Pick<TWhole, TKey>;

export type RepositoryAnswer = Part<
  Data<'repos', 'get'>,
  | 'default_branch'
  | 'node_id'
  | 'full_name'
  | 'permissions'
  | 'private'
  | 'html_url'
>;
export type AccountAnswer = Part<Data<'users', 'getAuthenticated'>, 'login'>;
type Put = Data<'repos', 'createOrUpdateFileContents'>;
export type PutFileAnswer = {
  content: Part<NonNullable<Put['content']>, 'path'>;
  commit: Part<Put['commit'], 'sha'>;
};
type Ref = Data<'git', 'getRef'>;
export type RefAnswer = Part<Ref, 'ref' | 'node_id'> & {
  object: Part<Ref['object'], 'sha' | 'type'>;
};
type Commit = Data<'git', 'getCommit'>;
export type CommitAnswer = Part<
  Commit,
  'sha' | 'author' | 'committer' | 'message'
> & {
  tree: Part<Commit['tree'], 'sha'>;
  parents: Part<Commit['parents'][number], 'sha'>[];
};
type Listed = Data<'repos', 'listCommits'>[number];
export type HistoryAnswer = Part<Listed, 'sha'> & {
  parents: Part<Listed['parents'][number], 'sha'>[];
  commit: Part<Listed['commit'], 'author' | 'committer' | 'message'> & {
    tree: Part<Listed['commit']['tree'], 'sha'>;
  };
};
type Tree = Data<'git', 'getTree'>;
export type TreeAnswer = Part<Tree, 'sha' | 'truncated'> & {
  tree: Part<Tree['tree'][number], 'path' | 'mode' | 'type' | 'sha'>[];
};
export type BlobAnswer = Part<
  Data<'git', 'getBlob'>,
  'sha' | 'content' | 'encoding' | 'size'
>;
type Compared = Data<'repos', 'compareCommitsWithBasehead'>;
type ComparedCommit = Compared['commits'][number];
export type ComparedCommitAnswer = Part<ComparedCommit, 'sha'> & {
  commit: Part<ComparedCommit['commit'], 'author' | 'committer' | 'message'>;
};
type ComparedFile = NonNullable<Compared['files']>[number];
export type ComparedFileAnswer = Part<
  ComparedFile,
  'filename' | 'status' | 'previous_filename'
>;
export type ComparisonAnswer = Part<
  Compared,
  'ahead_by' | 'behind_by' | 'total_commits' | 'status'
> & {
  merge_base_commit: Part<Compared['merge_base_commit'], 'sha'>;
  commits: ComparedCommitAnswer[];
  files: ComparedFileAnswer[];
};
type Pull = Data<'pulls', 'get'>;
export type PullAnswer = Part<
  Pull,
  | 'number'
  | 'node_id'
  | 'title'
  | 'body'
  | 'state'
  | 'created_at'
  | 'html_url'
  | 'merged'
  | 'merged_at'
  | 'merge_commit_sha'
  | 'mergeable'
  | 'mergeable_state'
  | 'draft'
> & {
  head: Part<Pull['head'], 'ref' | 'sha' | 'label'> & {
    repo: Part<NonNullable<Pull['head']['repo']>, 'full_name'>;
  };
  base: Part<Pull['base'], 'ref' | 'sha'> & {
    repo: Part<Pull['base']['repo'], 'full_name'>;
  };
  labels: Part<Pull['labels'][number], 'name'>[];
};
export type ListedPullAnswer = Omit<
  PullAnswer,
  'merged' | 'mergeable' | 'mergeable_state'
>;
export type MergeAnswer = Data<'pulls', 'merge'>;
type Requested = Data<'pulls', 'requestReviewers'>;
export type RequestedAnswer = {
  requested_reviewers: Part<
    NonNullable<Requested['requested_reviewers']>[number],
    'login'
  >[];
  requested_teams: Part<
    NonNullable<Requested['requested_teams']>[number],
    'slug'
  >[];
};
type Review = Data<'pulls', 'listReviews'>[number];
export type ReviewAnswer = Part<
  Review,
  'state' | 'commit_id' | 'submitted_at' | 'body'
> & { user: Part<NonNullable<Review['user']>, 'login'> | null };
type Combined = Data<'repos', 'getCombinedStatusForRef'>;
export type StatusAnswer = Part<
  Combined['statuses'][number],
  'context' | 'state' | 'description' | 'target_url' | 'updated_at'
>;
export type CombinedStatusAnswer = Part<
  Combined,
  'sha' | 'state' | 'total_count'
> & { statuses: StatusAnswer[] };
type Run = Data<'checks', 'listForRef'>['check_runs'][number];
export type CheckRunAnswer = Part<
  Run,
  | 'name'
  | 'status'
  | 'conclusion'
  | 'details_url'
  | 'html_url'
  | 'started_at'
  | 'completed_at'
> & { output: Part<Run['output'], 'title'> };
export type CheckRunsAnswer = Part<
  Data<'checks', 'listForRef'>,
  'total_count'
> & { check_runs: CheckRunAnswer[] };
export type DeploymentAnswer = Part<
  Data<'repos', 'listDeployments'>[number],
  'id' | 'environment' | 'created_at'
>;
export type DeploymentStatusAnswer = Part<
  Data<'repos', 'listDeploymentStatuses'>[number],
  'state' | 'description' | 'log_url' | 'environment_url' | 'updated_at'
>;
type ListedRun = Data<'actions', 'listWorkflowRuns'>['workflow_runs'][number];
export type WorkflowRunAnswer = Part<
  ListedRun,
  | 'id'
  | 'display_title'
  | 'event'
  | 'status'
  | 'conclusion'
  | 'created_at'
  | 'head_branch'
  | 'html_url'
>;
type ListedJob = Data<'actions', 'listJobsForWorkflowRun'>['jobs'][number];
export type WorkflowJobAnswer = Part<
  ListedJob,
  'id' | 'name' | 'status' | 'conclusion' | 'html_url'
>;
