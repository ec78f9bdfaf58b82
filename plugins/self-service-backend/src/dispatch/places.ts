// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseRepoUrl } from '@fairway/git-host';
import type { Receiver } from './receivers/types';

/** Where a receiver is, for people; paths of webhooks may be secret, so they are left out. */
export function placeOf(receiver: Receiver): string {
  switch (receiver.transport) {
    case 'github-workflow': {
      const { owner, repo } = parseRepoUrl(receiver.repoUrl);
      const at = receiver.ref ? ` at ${receiver.ref}` : '';
      return `The workflow ${receiver.workflow} of ${owner}/${repo}${at}`;
    }
    case 'webhook':
      return `${new URL(receiver.url).host} (${receiver.method})`;
    default:
      return `The topic ${receiver.topic}`;
  }
}
