// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PlannedTarget } from '@fairway/backstage-plugin-self-service-common';

/** What a change does to its targets, as a whole. */
export type ChangeOperation = 'create' | 'update' | 'delete';

const SHORT_ID_LENGTH = 8;
const MAX_NAME_LENGTH = 80;

/** The last characters of a UUID v7 are its random ones; the first are the time. */
export function shortId(changeId: string): string {
  return changeId.replaceAll('-', '').slice(-SHORT_ID_LENGTH);
}

/**
 * The branch of a change: `fairway/<operation>/<environment>-<unit or service>-<short id>`. It derives from the change
 * id, so a second run of the same change finds the branch of the first.
 */
export function branchName(options: {
  changeId: string;
  operation: ChangeOperation;
  target: Pick<PlannedTarget, 'environment' | 'path'>;
}): string {
  const { changeId, operation, target } = options;
  const folder = target.path.slice(target.path.lastIndexOf('/') + 1);
  const name = `${target.environment}-${folder}`
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, MAX_NAME_LENGTH)
    .replace(/^-+|-+$/g, '');
  return `fairway/${operation}/${name}-${shortId(changeId)}`;
}
