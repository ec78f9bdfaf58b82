// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TemporaryAccess } from '@fairway/requests-react';
import type { OwnershipApi } from '../api';

/** Break-glass grants that count now: a person's own, and everybody's for those who approve them. */
export async function temporaryAccess(options: {
  ownership: Pick<OwnershipApi, 'breakGlass'>;
  titleOf: (grant: { reason: string; service?: string }) => string;
  page?: string;
  signal?: AbortSignal;
}): Promise<TemporaryAccess[]> {
  const { ownership, page, signal, titleOf } = options;
  const { items } = await ownership.breakGlass({ signal });
  return items
    .filter(({ state }) => state === 'active')
    .map(grant => ({
      id: grant.id,
      title: titleOf(grant),
      environment: grant.environment,
      holderRefs: [grant.userEntityRef],
      expiresAt: grant.expiresAt,
      page,
    }));
}
