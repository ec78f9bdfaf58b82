// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type ChangeLimits, checkFiles } from './changeSet';
import { editTree } from './local/editTree';
import { checkLine, checkPerson, checkTime, commitMessage } from './names';
import { type CommitPlan, planCommit } from './planCommit';
import type { RepositoryBeginning } from './types';

/** A beginning, every part of it checked. */
export interface CheckedBeginning {
  plan: CommitPlan;
  /** Id of the root folder that the plan makes of nothing. */
  treeSha: string;
  message: string;
  author: { name: string; email: string };
  at: Date;
  description?: string;
  isPrivate: boolean;
}

/** Id of the tree that holds these files and nothing else. */
export const treeOfNothingBut = (writes: CommitPlan['writes']) =>
  editTree({ trees: new Map(), plan: { writes, deletes: [] } }).treeSha;

/** Throws the path and text errors of the catalogue. */
export function checkBeginning(
  beginning: RepositoryBeginning,
  options: { limits: ChangeLimits },
): CheckedBeginning {
  const { author, at, description, visibility = 'private' } = beginning;
  checkPerson('author', author);
  checkTime('commit time', at);
  if (description !== undefined) {
    checkLine('description', description, { longest: 350 });
  }
  const files = checkFiles(beginning.files, { ...options, branch: 'main' });
  const plan = planCommit({
    files,
    parent: { commitSha: '', folders: new Map() },
  });
  return {
    ...{ plan, author, at, description },
    treeSha: treeOfNothingBut(plan.writes),
    message: commitMessage(beginning),
    isPrivate: visibility === 'private',
  };
}
