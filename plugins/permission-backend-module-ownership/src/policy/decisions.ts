// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AuthorizeResult,
  type ConditionalPolicyDecision,
  isResourcePermission,
  type Permission,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';

export type Criteria = PermissionCriteria<PermissionCondition>;

export const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
export const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/** Conditions of the catalog and the scaffolder, in plain data: this package needs neither of their backends. */

export function ownsEntity(claims: readonly string[]): PolicyDecision {
  return conditional('catalog', 'catalog-entity', {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: { claims: [...claims] },
  });
}

export function createdTask(userEntityRef: string): PolicyDecision {
  return conditional('scaffolder', 'scaffolder-task', {
    rule: 'IS_TASK_OWNER',
    resourceType: 'scaffolder-task',
    params: { createdBy: [userEntityRef] },
  });
}

/** Denies where there is nothing to match: an empty `anyOf` is not valid. */
export function anyAction(criteria: readonly Criteria[]): PolicyDecision {
  const [first, ...rest] = criteria;
  return first === undefined
    ? DENY
    : conditional('scaffolder', 'scaffolder-action', {
        anyOf: [first, ...rest],
      });
}

export function isAction(actionId: string): Criteria {
  return {
    rule: 'HAS_ACTION_ID',
    resourceType: 'scaffolder-action',
    params: { actionId },
  };
}

export function hasInput(key: string, value: string): Criteria {
  return {
    rule: 'HAS_STRING_PROPERTY',
    resourceType: 'scaffolder-action',
    params: { key, value },
  };
}

function conditional(
  pluginId: string,
  resourceType: string,
  conditions: Criteria,
): ConditionalPolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId,
    resourceType,
    conditions,
  };
}

/**
 * Why a decision must not be handed on; nothing if it may.
 *
 * The permission backend answers a whole batch with 500 for conditions on a
 * permission that has no such resource. And it reads only the first of
 * `allOf`, `anyOf` and `not` on one level: `{ anyOf, not }` would drop the
 * exception without a word, and an empty `allOf` allows everything.
 */
export function unfitBecause(
  permission: Permission,
  decision: PolicyDecision,
): string | undefined {
  if (decision.result !== AuthorizeResult.CONDITIONAL) {
    return decision.result === AuthorizeResult.ALLOW ||
      decision.result === AuthorizeResult.DENY
      ? undefined
      : `"${decision}" is no decision`;
  }
  if (!isResourcePermission(permission)) {
    return 'the permission has no resource';
  }
  if (permission.resourceType !== decision.resourceType) {
    return `"${decision.resourceType}" is not its resource type`;
  }
  return malformedBecause(decision.conditions);
}

function malformedBecause(criteria: Criteria): string | undefined {
  if (typeof criteria !== 'object') {
    return 'a condition is missing';
  }
  const kinds = ['allOf', 'anyOf', 'not', 'rule'].filter(key =>
    Object.hasOwn(criteria, key),
  );
  if (kinds.length !== 1) {
    return `one level has "${kinds.join('" and "')}"`;
  }
  if ('rule' in criteria) {
    return undefined;
  }
  if ('not' in criteria) {
    return malformedBecause(criteria.not);
  }
  const children: Criteria[] =
    'allOf' in criteria ? criteria.allOf : criteria.anyOf;
  if (!Array.isArray(children) || children.length === 0) {
    return `"${kinds[0]}" is empty`;
  }
  return children.map(malformedBecause).find(reason => reason !== undefined);
}
