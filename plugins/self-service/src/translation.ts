// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of this plugin; those of the shared pieces are in `fairwayComponentsTranslationRef` of `@fairway/requests-react`. @public */
export const selfServiceTranslationRef = createTranslationRef({
  id: 'plugin.self-service',
  messages: {
    state: {
      proposing: 'Being written',
      open: 'Open for review',
      merged: 'Merged',
      closed: 'Closed, not merged',
      failed: 'Failed',
    },
    stateMeaning: {
      proposing:
        'The portal is writing this change to Git. This page refreshes by itself.',
      open: 'The change is on its branch and waits to be merged.',
      merged: 'The change is on the default branch.',
      closed: 'The change was closed and will not be merged.',
      failed: 'The change could not be written to Git.',
    },
    changes: {
      title: 'Changes of you and your teams',
      order: 'Order something',
      columns: {
        change: 'Change',
        environment: 'Environment',
        state: 'State',
        requester: 'Requested by',
        created: 'When',
      },
      name: '#{{number}} {{title}}',
      empty: {
        title: 'No changes yet',
        text: 'Whatever you or your team order here, a database for example, becomes a change to the infrastructure repository: you see its diff, its branch and whether it is merged. Order something, and it shows up here.',
      },
      error: 'The changes could not be loaded',
      notAllowed: 'you may not see changes',
    },
    change: {
      loading: 'Loading the change',
      error: 'The change could not be loaded',
      refreshError: 'The change could not be refreshed',
      notAllowed: 'you may not see this change',
      back: 'All changes',
      facts: 'Who, what, where',
      requester: 'Requested by',
      environment: 'Environment',
      noEnvironment: 'None',
      state: 'State',
      repository: 'Repository',
      base: 'Based on',
      branch: 'Branch',
      commit: 'Commit',
      noCommit: 'Not written yet',
      pullRequest: 'Pull request',
      noPullRequest: 'None yet',
      template: 'Template',
      task: 'Task',
      taskLink: 'Log of the task',
      created: 'Created',
      updated: 'Updated',
      copy: {
        branch: 'the branch name',
        commit: 'the commit id',
        command: 'the command',
      },
      decisions: {
        title: 'Why this is allowed',
        none: 'No target was decided.',
        allow: 'Allowed',
        deny: 'Refused',
        target: '{{service}} in {{environment}}',
        module: 'Module {{name}} {{version}}',
        account: 'Account {{account}}',
        revision: 'Policy revision',
        tableLabel: 'Decision for {{path}}',
      },
      diff: {
        title: 'What changes',
        proposing: 'The diff shows here as soon as the change is written.',
        failed: 'Nothing was written, so there is no diff.',
      },
      inspect: {
        title: 'See it in Git yourself',
        text: "Paste this into a terminal on the portal's machine. It prints the last commit of the branch.",
      },
      failure: {
        title: 'This change could not be written to Git',
        remedy: 'Order it again once the cause is gone.',
        again: 'Order it again',
        log: 'Read the log of the task',
      },
    },
    environment: {
      label: 'Environment',
      loading: 'Asking which environments you may use',
      checking: 'Checking again with what you filled in',
      error: 'The environments could not be loaded',
      empty: {
        title: 'No environments',
        text: 'The ownership policy names no environment. Ask the people who run the portal to add one.',
      },
      none: {
        title: 'there is no environment where you may do this',
        text: 'The reasons are below, environment by environment.',
      },
      tier: 'Tier {{tier}}',
      refused: 'Not allowed',
      allowedBy: 'Allowed by rule {{rule}}',
      refusedBy: 'Rule {{rule}}',
      askFor: 'Ask',
      askForElse: 'Otherwise ask',
      needs: 'Needs {{attribute}}',
      needsField: 'Needs {{attribute}}: fill in {{field}}',
      unknown:
        'The environment "{{environment}}" is not in the ownership policy. Choose one of the list.',
      unchecked:
        'It could not be checked whether you may use "{{environment}}" ({{cause}}). Try again.',
    },
  },
});
