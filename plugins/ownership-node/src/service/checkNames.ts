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
 * @throws InputError `ownership-action-unknown`, `ownership-environment-unknown`, `ownership-service-unknown`,
 * `ownership-team-unknown`, with the likely name
 * @public
 */
export function checkNames(
  policy: CompiledPolicy,
  names: {
    action?: string;
    environment?: string;
    service?: string;
    /** Id of a team. */
    team?: string;
  },
): void {
  const { action, environment, service, team } = names;
  if (
    action !== undefined &&
    !OWNERSHIP_ACTIONS.some(known => known === fold(action))
  ) {
    throw serviceError('ownership-action-unknown', {
      value: action,
      instead: writeInstead(action, OWNERSHIP_ACTIONS),
    });
  }
  const services = policy.internals.byName.service;
  if (service !== undefined && !services.has(fold(service))) {
    throw serviceError('ownership-service-unknown', {
      value: service,
      instead: writeInstead(service, services.keys()),
    });
  }
  const environments = policy.internals.byName.environment;
  if (environment !== undefined && !environments.has(fold(environment))) {
    throw serviceError('ownership-environment-unknown', {
      value: environment,
      instead: writeInstead(environment, environments.keys()),
    });
  }
  if (team !== undefined && !policy.teams.has(team)) {
    throw serviceError('ownership-team-unknown', {
      value: team,
      instead: writeInstead(team, policy.teams.keys()),
    });
  }
}
