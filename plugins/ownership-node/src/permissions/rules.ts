// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_IAC_TARGET } from '@fairway/backstage-plugin-ownership-common';
import { z } from 'zod';
import { fold } from '../engine/names';
import type { IacTarget } from './iacTarget';

/**
 * A rule as criteria, for whoever keeps targets in a database and lists them
 * under a condition. Names are folded.
 *
 * @public
 */
export interface IacTargetFilter {
  /** `owners`: every thing that is touched has one of the values among its owners. */
  key: 'environment' | 'tier' | 'service' | 'owners';
  /** Any of them. */
  values: string[];
}

/** Resource type `iac-target` of the plugin `ownership`. @public */
export const iacTargetResourceRef = createPermissionResourceRef<
  IacTarget,
  IacTargetFilter
>().with({ pluginId: 'ownership', resourceType: RESOURCE_TYPE_IAC_TARGET });

/**
 * Whether a target passes a filter: what the rules' `apply` answers, so that
 * it and `toQuery` cannot disagree.
 *
 * @public
 */
export function matchesFilter(
  target: IacTarget,
  filter: IacTargetFilter,
): boolean {
  const { key, values } = filter;
  if (key === 'owners') {
    // A target of which nothing has an owner is owned by nobody.
    return (
      target.owners.length > 0 &&
      target.owners.every(each => intersect(each, values))
    );
  }
  return intersect(target[key], values);
}

function intersect(some: string[], others: string[]): boolean {
  return some.some(each => others.includes(each));
}

const names = (what: string) =>
  z.array(z.string().min(1)).min(1).describe(what);
const filter = (
  key: IacTargetFilter['key'],
  values: string[],
): IacTargetFilter => ({ key, values: values.map(fold) });

const isInEnvironment = createPermissionRule({
  name: 'IN_ENVIRONMENT',
  description: 'Allow targets in one of these environments',
  resourceRef: iacTargetResourceRef,
  paramsSchema: z.object({
    environments: names('Names or aliases of environments of the policy'),
  }),
  apply: (target, { environments }) =>
    matchesFilter(target, filter('environment', environments)),
  toQuery: ({ environments }) => filter('environment', environments),
});

const hasTier = createPermissionRule({
  name: 'HAS_TIER',
  description: 'Allow targets in an environment of one of these tiers',
  resourceRef: iacTargetResourceRef,
  paramsSchema: z.object({ tiers: names('Tiers, for example nonprod') }),
  apply: (target, { tiers }) => matchesFilter(target, filter('tier', tiers)),
  toQuery: ({ tiers }) => filter('tier', tiers),
});

const isService = createPermissionRule({
  name: 'IS_SERVICE',
  description: 'Allow targets of one of these services',
  resourceRef: iacTargetResourceRef,
  paramsSchema: z.object({
    services: names('Names or aliases of services of the policy'),
  }),
  apply: (target, { services }) =>
    matchesFilter(target, filter('service', services)),
  toQuery: ({ services }) => filter('service', services),
});

const isOwnedBy = createPermissionRule({
  name: 'OWNED_BY',
  description:
    'Allow targets of which everything that is touched and has owners is owned by one of these groups',
  resourceRef: iacTargetResourceRef,
  paramsSchema: z.object({
    owners: names('Group entity refs, for example group:default/payments'),
  }),
  apply: (target, { owners }) =>
    matchesFilter(target, filter('owners', owners)),
  toQuery: ({ owners }) => filter('owners', owners),
});

/** The rules of `iac-target`, for `permissionsRegistry.addResourceType`. @public */
export const iacTargetRules = {
  isInEnvironment,
  hasTier,
  isService,
  isOwnedBy,
};

const exported = createConditionExports({
  resourceRef: iacTargetResourceRef,
  rules: iacTargetRules,
});

/**
 * Conditions for a company's own permission policy.
 *
 * Mind `not`: a target that the policy does not know matches nothing and is
 * refused as a whole, but a known one without the named thing passes a `not`.
 *
 * @public
 *
 * @example
 * ```ts
 * return createIacTargetConditionalDecision(request.permission, {
 *   anyOf: [
 *     iacTargetConditions.hasTier({ tiers: ['nonprod'] }),
 *     iacTargetConditions.isOwnedBy({ owners: info.ownershipEntityRefs }),
 *   ],
 * });
 * ```
 */
export const iacTargetConditions = exported.conditions;

/** Makes the decision of a policy out of `iacTargetConditions`. @public */
export const createIacTargetConditionalDecision =
  exported.createConditionalDecision;
