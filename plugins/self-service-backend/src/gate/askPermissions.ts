// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { refusedByPermissions } from '@fairway/backstage-plugin-ownership-node';
import { selfServiceError } from '../errors';
import type { DecidedTarget } from './types';

/**
 * The company's own permission policy, asked about every target that the ownership policy has allowed, with the rules
 * of the resource type `iac-target`.
 *
 * @throws NotAllowedError `permission-denied`, and what the permission backend throws
 */
export async function askPermissions(
  targets: Pick<DecidedTarget, 'decision'>[],
  options: {
    permissions: PermissionsService;
    credentials: BackstageCredentials;
    userRef: string;
    deciderRefs: string[];
  },
): Promise<void> {
  const { permissions, credentials, userRef, deciderRefs } = options;
  const refused = await refusedByPermissions(
    targets.map(({ decision }) => decision),
    { permissions, credentials },
  );
  const [first, ...others] = refused;
  if (!first) return;
  throw selfServiceError(
    'permission-denied',
    {
      ...first,
      userRef,
      others:
        others.length > 0
          ? `, and on ${others.map(({ targetRef }) => targetRef).join(', ')}`
          : '',
      owners: deciderRefs.join(', ') || 'the platform team',
    },
    { details: { refused } },
  );
}
