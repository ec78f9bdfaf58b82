// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Where emulate@0.12.2 is not as GitHub is, by the name of the test of the contract. Each of these tests is run and has to
// fail: one that passes is no exception any more. All of them pass on GitHubDouble, which is real git behind the answers of
// GitHub's OpenAPI description.
const HEAD_STAYS = 'a pull request does not follow its branch';
const NO_STATUSES = 'it has no statuses and no deployments';

export const EMULATE_EXCEPTIONS: Record<string, string> = {
  'opens a change once and finds it again':
    'it opens a second pull request for one branch',
  'tells the head as it is after more commits': HEAD_STAYS,
  'is merged once the base holds it':
    'a merge that was pushed merges no pull request',
  'refuses a branch that is not there, and one with nothing to merge':
    'it makes the branch, and opens a pull request without commits',
  'makes a merge commit of base and head, with message, trailers and author':
    "a merge has the head's tree, without what is on the base",
  'refuses any other commit than the one that was decided about': HEAD_STAYS,
  'names the paths of a conflict and leaves the base alone':
    'there are no conflicts',
  'is done only while it is at the commit': HEAD_STAYS,
  'leaves a change closed when somebody makes a branch of the same name':
    'deleting a branch closes no pull request',
  'keeps what is known of a change that somebody else merged':
    'a merge that was pushed merges no pull request',
  'statuses: the newest of a name counts, and others stay': NO_STATUSES,
  'statuses: are set on commits only': NO_STATUSES,
  'auto-merge: is refused with words where there is none': 'it has no GraphQL',
};
