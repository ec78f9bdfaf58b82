// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipSubject } from '@fairway/backstage-plugin-ownership-common';
import type { StoredChange } from '../database/types';

/** Whether somebody is an administrator, in person or by a group. */
export function isAdministrator(
  subject: OwnershipSubject,
  administrators: string[],
): boolean {
  const { userEntityRef, groupEntityRefs } = subject;
  return [userEntityRef, ...groupEntityRefs].some(ref =>
    administrators.includes(ref),
  );
}

/**
 * Who may read a change: its requester, people who share one of the requester's groups, those who decide about its
 * targets (the environments' owners and whoever approves), and administrators.
 */
export function mayRead(
  change: Pick<StoredChange, 'requesterRef' | 'teamRefs' | 'askedRefs'>,
  reader: { subject: OwnershipSubject; administrators: string[] },
): boolean {
  const { userEntityRef, groupEntityRefs } = reader.subject;
  const readers = new Set([
    ...change.teamRefs,
    ...change.askedRefs,
    ...reader.administrators,
  ]);
  return (
    change.requesterRef === userEntityRef ||
    readers.has(userEntityRef) ||
    groupEntityRefs.some(ref => readers.has(ref))
  );
}
