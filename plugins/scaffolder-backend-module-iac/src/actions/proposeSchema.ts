// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { z as zod } from 'zod/v3';
import { repoUrl, request } from './inputs';

type Zod = typeof zod;

/** Inputs of `git:change:propose`. */
export const proposeInput = {
  repoUrl,
  title: (z: Zod) =>
    z
      .string()
      .describe(
        'One line that says what changes: subject of the commit and title of the pull request',
      ),
  description: (z: Zod) =>
    z.string().describe('Why, for whoever reads it in a year').optional(),
  request,
  submit: (z: Zod) =>
    z
      .enum(['now', 'review'])
      .describe(
        'review, if left out: the step ends with a draft, which the person looks at and submits on its page. now: the pull request is open when the step ends',
      )
      .optional(),
  onExists: (z: Zod) =>
    z
      .enum(['fail', 'replace'])
      .describe(
        'What to do with a file that is there with another content and was not read by git:change:begin or an action of ours; fail if left out',
      )
      .optional(),
  onBaseMoved: (z: Zod) =>
    z
      .enum(['merge', 'fail'])
      .describe(
        'When the branch has moved since the files were read. merge, if left out: go on where nobody changed what this change touches; fail: refuse always. A touched file that was changed is never written over',
      )
      .optional(),
  onBranchExists: (z: Zod) =>
    z
      .enum(['append', 'fail'])
      .describe(
        'When the request of git:change:begin has its branch already. append, if left out: a commit on top of it',
      )
      .optional(),
  onClosed: (z: Zod) =>
    z
      .enum(['new', 'reopen', 'fail'])
      .describe(
        'When the request of git:change:begin has ended. new, if left out: a request of its own; reopen: one that names the ended one, which is asked for again; fail: refuse',
      )
      .optional(),
  labels: (z: Zod) =>
    z
      .array(z.string())
      .describe('Labels of the pull request, where the host has labels')
      .optional(),
  reviewers: (z: Zod) =>
    z
      .union([z.literal('auto'), z.array(z.string())])
      .describe(
        "Who is asked on the host for a review. auto, if left out: the CODEOWNERS of the files, as they are at the base, without the person; []: nobody; or names of the host, such as octocat or acme/platform. What the portal asks for is the ownership policy's",
      )
      .optional(),
  draft: (z: Zod) =>
    z
      .boolean()
      .describe(
        'Open the pull request as a draft, where the host has drafts; the approval makes it ready',
      )
      .optional(),
  autoMerge: (z: Zod) =>
    z
      .boolean()
      .describe(
        'Let the host merge as soon as its own rules are met, once the portal has the approval; if left out, the portal merges, and waits for the host where it has to',
      )
      .optional(),
  lifetime: (z: Zod) =>
    z
      .string()
      .describe(
        'How long what it makes is meant to live, as an ISO 8601 duration, for example P14D; for ever if left out',
      )
      .optional(),
  secretScan: (z: Zod) =>
    z
      .boolean()
      .describe(
        'Look for keys and tokens in lines that are new before the change is sent; true if left out. The portal looks anyway',
      )
      .optional(),
  owner: (z: Zod) =>
    z
      .string()
      .describe(
        "The group that will own the result, as an entity ref; the person's team if left out",
      )
      .optional(),
};

/** Outputs of `git:change:propose`, by the names of `publish:github:pull-request` where that has them. */
export const proposeOutput = {
  action: (z: Zod) =>
    z
      .enum(['created', 'updated', 'unchanged', 'reopened'])
      .describe(
        'updated: a request was revised; unchanged: it was there from an earlier run of this step, or says all of it already; reopened: what an ended request asked for is asked for again',
      ),
  requestUrl: (z: Zod) =>
    z.string().describe('Page of the request in the portal'),
  requestId: (z: Zod) => z.string().describe('Id of the request'),
  branchName: (z: Zod) =>
    z.string().describe('Branch of the change, once it is submitted'),
  targetBranchName: (z: Zod) =>
    z.string().describe('Branch that it is proposed to'),
  baseSha: (z: Zod) => z.string().describe('Commit that it starts from'),
  commitSha: (z: Zod) =>
    z.string().describe('Commit of the change, once it is submitted'),
  pullRequestNumber: (z: Zod) =>
    z.number().describe('Number of the pull request, once it is submitted'),
  remoteUrl: (z: Zod) =>
    z.string().describe('Page of the pull request, where the host has one'),
  files: (z: Zod) => z.array(z.string()).describe('Paths of the change'),
  diff: (z: Zod) => z.string().describe('Unified diff, as git prints it'),
  reviewers: (z: Zod) =>
    z
      .array(z.string())
      .describe(
        'Entity refs of whoever may approve it; empty if nobody has to',
      ),
};
