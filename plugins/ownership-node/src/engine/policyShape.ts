// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type OwnershipPolicyDocument,
  ownershipPolicySchema,
} from '@fairway/backstage-plugin-ownership-common';
import type { Problems } from './problems';
import { checkShape } from './schemaProblems';

type Rule = NonNullable<OwnershipPolicyDocument['rules']>[number];

const MAX_TEXT = 1_000;
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/** Words that begin an answer of the engine itself; the schema says which of them are taken. */
const MAYBE_RESERVED = /^(default|break-|guard|unknown-|missing-|not-in-)/;

/**
 * Checks a policy against its schema. Rules, of which there can be thousands, are looked through by hand first: a rule
 * that is plainly right needs no schema, and if any is not, the schema judges them all and finds the words for it.
 */
export function checkPolicyShape(
  value: unknown,
  problems: Problems,
): OwnershipPolicyDocument | undefined {
  const rules = (value as { rules?: unknown } | undefined)?.rules;
  if (!Array.isArray(rules) || !rules.every(isPlainRule)) {
    return checkShape(ownershipPolicySchema, value, problems);
  }
  const rest = { ...(value as object), rules: [] };
  const document = checkShape(ownershipPolicySchema, rest, problems);
  return document && { ...document, rules };
}

/** Whether a value is a rule as the schema has it; false means "not sure". */
export function isPlainRule(value: unknown): value is Rule {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return false;
  }
  const rule = value as Record<string, unknown>;
  let required = 0;
  for (const key of Object.keys(rule)) {
    const part = rule[key];
    switch (key) {
      case 'id':
        if (!isText(part) || !ID.test(part) || MAYBE_RESERVED.test(part)) {
          return false;
        }
        required++;
        break;
      case 'effect':
        if (part !== 'allow' && part !== 'deny') return false;
        required++;
        break;
      case 'to':
      case 'actions':
        if (!isSelector(part)) return false;
        required++;
        break;
      case 'in':
      case 'on':
        if (!isSelector(part)) return false;
        break;
      case 'breakGlass':
        if (part !== 'never') return false;
        break;
      case 'why':
        if (!isText(part)) return false;
        break;
      case 'when':
        // The compiler judges it.
        break;
      default:
        return false;
    }
  }
  return required === 4;
}

function isText(value: unknown): value is string {
  return (
    typeof value === 'string' && value.length > 0 && value.length <= MAX_TEXT
  );
}

function isSelector(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isText);
}
