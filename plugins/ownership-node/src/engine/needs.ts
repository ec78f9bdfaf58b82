// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { evaluate, type OwnershipQuery, type Verdict } from './evaluate';
import type { CompiledPolicy, CompiledRule } from './model';
import { speaksAbout } from './ruleIndex';
import {
  type Condition,
  evaluateCondition,
  type Facts,
  type Test,
} from './when';

/** How many rules are looked at to find a near miss; a policy with more has no use for a hint. */
const NEAR_LIMIT = 100;

type Assignment = Readonly<Record<string, string>>;

/** Some text, where any will do. */
const ANY_TEXT = 'given';

function sample(test: Test, wanted: boolean): string | undefined {
  switch (test.op) {
    case 'exists':
      return test.value === wanted ? ANY_TEXT : undefined;
    case 'equals':
      return wanted ? String(test.value) : ANY_TEXT;
    case 'in':
      return wanted ? String(test.value[0]) : ANY_TEXT;
    case 'startsWith':
      return wanted ? test.value : ANY_TEXT;
    default: {
      if (!wanted) return undefined;
      const number = Number.isFinite(test.from) ? test.from : test.to - 1;
      return test.type === 'time'
        ? new Date(number).toISOString()
        : String(number);
    }
  }
}

/**
 * The fewest request attributes, with sample values, that bring a condition to
 * the wanted truth; undefined if no attribute of the request can.
 */
export function satisfy(
  condition: Condition | undefined,
  wanted: boolean,
  facts: Facts,
): Assignment | undefined {
  if (!condition) return wanted ? {} : undefined;
  if (evaluateCondition(condition, facts) === wanted) return {};
  switch (condition.kind) {
    case 'attribute': {
      if (!condition.name.startsWith('request.')) return undefined;
      const value = sample(condition.test, wanted);
      const name = condition.name.slice('request.'.length);
      return value === undefined ? undefined : { [name]: value };
    }
    case 'not':
      return satisfy(condition.part, !wanted, facts);
    default: {
      const parts = condition.parts.map(part => satisfy(part, wanted, facts));
      const each = (condition.kind === 'all') === wanted;
      if (each) {
        return parts.every(part => part !== undefined)
          ? Object.assign({}, ...parts)
          : undefined;
      }
      return parts
        .filter(part => part !== undefined)
        .sort((a, b) => Object.keys(a).length - Object.keys(b).length)[0];
    }
  }
}

/** Whether a rule would hold for a leg if only its `when` did. */
function holdsButForWhen(
  rule: CompiledRule,
  leg: Verdict['legs'][number],
): boolean {
  const { environment } = leg.lookup;
  const there =
    !rule.environments ||
    (environment !== undefined && rule.environments.has(environment));
  return there && speaksAbout(rule, leg.lookup, false);
}

/**
 * Request attributes that turn a refusal into a yes, for example
 * `['changeTicket']`; empty if none does. Checked by deciding again with them.
 */
export function neededAttributes(
  policy: CompiledPolicy,
  query: OwnershipQuery,
  verdict: Verdict,
): string[] {
  return Object.keys(neededRequest(policy, query, verdict) ?? {});
}

/** The same with sample values; undefined if nothing helps, or nothing is needed. */
export function neededRequest(
  policy: CompiledPolicy,
  query: OwnershipQuery,
  verdict: Verdict,
): Assignment | undefined {
  if (verdict.decision === 'allow' || verdict.refusal) return undefined;
  const { allow, deny } = policy.internals;
  const wanted: Record<string, string> = {};
  for (const leg of verdict.legs.filter(each => each.decision === 'deny')) {
    if (leg.by.startsWith('guard:')) return undefined;
    const { facts } = leg.lookup;
    for (const rule of deny.all(leg.lookup, NEAR_LIMIT)) {
      const away = satisfy(rule.when, false, facts);
      if (!away) return undefined;
      Object.assign(wanted, away);
    }
    if (leg.entry && !leg.entry.owners.size) continue;
    const ways = allow
      .near(leg.lookup, NEAR_LIMIT)
      .filter(rule => holdsButForWhen(rule, leg))
      .map(rule => satisfy(rule.when, true, facts))
      .filter(way => way !== undefined);
    if (!ways.length) return undefined;
    ways.sort((a, b) => Object.keys(a).length - Object.keys(b).length);
    Object.assign(wanted, ways[0]);
  }
  const request = { ...query.request, ...wanted };
  return evaluate(policy, { ...query, request }).decision === 'allow'
    ? wanted
    : undefined;
}
