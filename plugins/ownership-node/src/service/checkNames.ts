// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { OWNERSHIP_ACTIONS } from '@fairway/backstage-plugin-ownership-common';
import type { CompiledPolicy } from '../engine';
import { fold, writeInstead } from '../engine/names';
import { serviceError } from './errors';

/**
 * Tells a mistyped name from a refusal, for routes whose caller can correct it;
 * the engine itself denies both.
 *
 * @throws InputError `OWNERSHIP_ACTION_UNKNOWN`, `OWNERSHIP_SERVICE_UNKNOWN`, with the likely name
 * @public
 */
export function checkNames(
  policy: CompiledPolicy,
  names: { action: string; service?: string },
): void {
  const { action, service } = names;
  if (!OWNERSHIP_ACTIONS.some(known => known === fold(action))) {
    throw serviceError('OWNERSHIP_ACTION_UNKNOWN', {
      value: action,
      instead: writeInstead(action, OWNERSHIP_ACTIONS),
    });
  }
  const services = policy.internals.byName.service;
  if (service !== undefined && !services.has(fold(service))) {
    throw serviceError('OWNERSHIP_SERVICE_UNKNOWN', {
      value: service,
      instead: writeInstead(service, services.keys()),
    });
  }
}
