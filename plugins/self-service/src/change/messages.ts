// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Words of the page of a change. */
export const changeMessages = {
  none: 'None',
  notYet: 'Not yet',
  repository: 'Repository',
  owner: 'Will be owned by',
  template: 'Template',
  task: 'Task',
  taskLink: 'Log of the task',
  git: 'Where it is in Git',
  base: 'Based on',
  branch: 'Branch',
  commit: 'Commit',
  merge: 'Merged as',
  pullRequest: 'Pull request',
  copy: {
    branch: 'the branch name',
    commit: 'the commit id',
    merge: 'the id of the merge commit',
    command: 'the command',
  },
  targets: {
    title: 'What it touches',
    label: 'Targets of the change',
    none: 'It touches nothing that the ownership policy knows.',
    target: 'Service',
    environment: 'Environment',
    module: 'Module and version',
    account: 'Account',
    action: 'What happens',
    deploy: 'Deployed',
    destroy: 'Destroyed',
    path: 'Folder',
  },
  files: {
    title: 'Files',
    label: 'Files of the change',
    none: 'It changes no files.',
    path: 'File',
    action: 'What happens',
    created: 'Created',
    updated: 'Changed',
    deleted: 'Deleted',
    unchanged: 'Left as it is',
  },
  inspect: {
    title: 'See it in Git yourself',
    text: "Paste this into a terminal on the portal's machine. It prints the last commit of the branch.",
  },
  applying: {
    title: 'How this change is applied',
    how: 'The portal merges the pull request once it is approved. What is merged is applied by the pipeline of the repository; the portal holds no key to the infrastructure and only reads how that ends.',
    open: 'Not merged yet, so nothing of it is applied.',
    merged: 'Merged. The portal waits for what the pipeline says.',
    unknown:
      'Merged. No pipeline is connected to this repository, so the portal cannot know whether it is applied.',
    applied: 'Merged and applied.',
    notApplied: 'Merged, but not applied.',
    failed: 'Merged, and the pipeline failed to apply it.',
  },
} as const;
