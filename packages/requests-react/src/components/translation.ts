// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of the shared pieces; they move with the pieces. @public */
export const fairwayComponentsTranslationRef = createTranslationRef({
  id: 'fairway.components',
  messages: {
    copy: {
      action: 'Copy {{label}}',
      done: 'Copied {{label}}',
      failed: 'Could not copy. Select the text and copy it by hand.',
    },
    error: {
      title: 'Error: {{title}}',
      code: 'Code',
      cause: 'Cause',
      remedy: 'What you can do',
      retry: 'Try again',
      remedies: {
        unauthenticated: 'Your session has ended. Sign in again.',
        notAllowed: 'Ask somebody who may do this, or an administrator.',
        notFound:
          'Check the address. It may have been removed, or never existed.',
        conflict: 'Somebody else was faster. Reload and try again.',
        invalid: 'Correct what the message names and try again.',
        unreachable:
          'The portal did not answer. Check your connection and try again.',
        server:
          'Try again in a minute. If it stays, give the code and the time to the people who run the portal.',
        unknown:
          'Try again. If it stays, give the code and the time to the people who run the portal.',
      },
    },
    notAllowed: {
      title: 'Not allowed: {{title}}',
      rule: 'Rule',
      askFor: 'Whom to ask',
    },
    legs: {
      target: 'Target',
      decision: 'Decision',
      rule: 'Rule',
      line: 'Line in the policy',
      why: 'Why',
      allow: 'Allowed',
      deny: 'Refused',
    },
    diff: {
      copyLabel: 'the diff',
      summary: '{{files}}: {{lines}}',
      files_one: '{{count}} file',
      files_other: '{{count}} files',
      lines: '{{added}} added, {{removed}} removed',
      region: 'Diff of {{path}}',
      created: 'New file',
      changed: 'Changed',
      deleted: 'Deleted',
      renamed: 'Renamed from {{path}}',
      binary: 'A binary file: its content is not shown.',
      noLines: 'The content did not change.',
      empty: 'No difference to the base branch.',
      oldLine: 'Old line',
      newLine: 'New line',
      sign: 'Change',
      content: 'Content',
      added: 'added',
      removed: 'removed',
      more_one: 'Show {{count}} more line',
      more_other: 'Show {{count}} more lines',
      character: 'Invisible character {{codePoint}}',
    },
  },
});
