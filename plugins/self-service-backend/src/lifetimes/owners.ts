// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { selfServiceError } from '../errors';
import type { Held } from '../resources/Holdings';

type Owned = Pick<Held, 'path' | 'ownerRef' | 'requesterRef'>;

/** Whether somebody is of those whom a resource belongs to. */
export function isOwner(
  { ownerRef, requesterRef }: Owned,
  refs: readonly string[],
): boolean {
  return refs.includes(ownerRef ?? requesterRef);
}

/** @throws NotAllowedError `resource-not-yours` */
export function checkOwner(
  resource: Owned,
  caller: { userRef: string; refs: readonly string[] },
): void {
  if (isOwner(resource, caller.refs)) return;
  throw selfServiceError('resource-not-yours', {
    path: resource.path,
    owner: resource.ownerRef ?? resource.requesterRef,
    user: caller.userRef,
  });
}
