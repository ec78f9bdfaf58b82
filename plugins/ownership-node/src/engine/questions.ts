// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  OWNERSHIP_ACTIONS,
  type OwnershipTarget,
} from '@fairway/backstage-plugin-ownership-common';
import { engineError } from './errors';
import type { CompiledPolicy, PolicyEntry } from './model';
import { fold, shown, writeInstead } from './names';

/** More answers than a person reads or a process should hold up its others for. */
export const MAX_ANSWERS = 200_000;

/** One row of a matrix or a difference. */
export interface Question {
  /** `service:payments-api`, `store:kafka-prod` or `environment:prod`. */
  on: string;
  environment: string;
  target: OwnershipTarget;
}

/** Filters by name; what is left out is everything. */
export interface QuestionFilter {
  environments?: readonly string[];
  services?: readonly string[];
  stores?: readonly string[];
}

/** Everything that an action can be asked about, environment by environment. */
export function questionsOf(
  policy: CompiledPolicy,
  action: string,
  filter: QuestionFilter,
): Question[] {
  const of = (
    environment: string,
    on: string,
    rest: Partial<OwnershipTarget>,
  ) => ({
    on,
    environment,
    target: { action, environment, ...rest },
  });
  const { byName } = policy.internals;
  const source = policy.source;
  const environments = pick(policy.environments, byName.environment, {
    wanted: filter.environments,
    kind: 'environment',
    source,
  });
  const services = pick(policy.services, byName.service, {
    wanted: filter.services,
    kind: 'service',
    source,
  });
  const stores = pick(policy.stores, byName.store, {
    wanted: filter.stores,
    kind: 'data store',
    source,
  });
  return environments.flatMap(({ name }) => {
    if (action.startsWith('service.')) {
      return services.map(service =>
        of(name, `service:${service.name}`, { service: service.name }),
      );
    }
    if (action.startsWith('store.')) {
      return stores
        .filter(store => store.environment === name)
        .map(store =>
          of(name, `store:${store.name}`, { stores: [store.name] }),
        );
    }
    return [of(name, `environment:${name}`, {})];
  });
}

/**
 * An action in its one spelling.
 *
 * @throws InputError `ownership-name-unknown`
 */
export function actionOf(policy: CompiledPolicy, name: string): string {
  const action = OWNERSHIP_ACTIONS.find(each => each === fold(name));
  if (action) return action;
  throw unknown(name, {
    kind: 'action',
    source: policy.source,
    known: OWNERSHIP_ACTIONS,
  });
}

/**
 * Names of teams in their one spelling; `everyone` stays.
 *
 * @throws InputError `ownership-name-unknown`
 */
export function teamsOf(
  policy: CompiledPolicy,
  wanted: readonly string[] | undefined,
): string[] {
  const known = new Map(
    [...policy.teams.keys(), 'everyone'].map(name => [fold(name), name]),
  );
  if (!wanted) return ['everyone', ...policy.teams.keys()];
  return wanted.map(name => {
    const team = known.get(fold(name));
    if (team) return team;
    throw unknown(name, {
      kind: 'team',
      source: policy.source,
      known: known.values(),
    });
  });
}

/** @throws InputError `ownership-question-too-large` */
export function checkSize(count: number) {
  if (count > MAX_ANSWERS) {
    throw engineError('ownership-question-too-large', {
      count,
      limit: MAX_ANSWERS,
    });
  }
}

function pick(
  all: ReadonlyMap<string, PolicyEntry>,
  byName: ReadonlyMap<string, PolicyEntry>,
  options: {
    wanted: readonly string[] | undefined;
    kind: string;
    source: string;
  },
): PolicyEntry[] {
  if (!options.wanted) return [...all.values()];
  const found = options.wanted.map(name => {
    const entry = byName.get(fold(name));
    if (entry) return entry;
    throw unknown(name, { ...options, known: all.keys() });
  });
  return [...new Set(found)];
}

function unknown(
  name: string,
  options: { kind: string; source: string; known: Iterable<string> },
) {
  const { kind, source, known } = options;
  return engineError('ownership-name-unknown', {
    kind,
    source,
    name: shown(name),
    instead: writeInstead(name, known),
  });
}
