// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Viewer } from '../domain/viewer';
import { kafkaError } from '../errors';

/** @throws `kafka-not-administrator` */
export function assertAdministrator(
  { isAdministrator, userRef }: Pick<Viewer, 'isAdministrator' | 'userRef'>,
  what: string,
): void {
  if (isAdministrator) return;
  throw kafkaError('kafka-not-administrator', { user: userRef, what });
}
