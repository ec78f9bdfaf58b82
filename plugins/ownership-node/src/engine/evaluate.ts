// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BreakGlassGrant,
  OwnershipSubject,
  OwnershipTarget,
} from '@fairway/backstage-plugin-ownership-common';
import { askerOf, intersects } from './asker';
import { grantHolds } from './breakGlass';
import { type Leg, legsOf } from './legs';
import type { CompiledPolicy, CompiledRule, PolicyEntry } from './model';
import { type Refusal, type ResolvedTarget, resolveTarget } from './normalize';
import type { Asker, Lookup } from './ruleIndex';
import type { Facts } from './when';

/**
 * One question to the engine.
 *
 * @public
 */
export interface OwnershipQuery {
  subject: OwnershipSubject;
  target: OwnershipTarget;
  /** Attributes of the request, by name without `request.`. */
  request?: Record<string, string>;
  /** When the question is asked; the engine reads no clock. */
  at: Date;
  /** A stored grant of the subject; one that does not hold changes nothing. */
  breakGlass?: BreakGlassGrant;
}

/** One leg, decided. */
export interface LegVerdict {
  readonly lookup: Lookup;
  readonly entry?: PolicyEntry;
  /** `service:networking`. */
  readonly target: string;
  readonly decision: 'allow' | 'deny';
  readonly by: string;
  readonly rule?: CompiledRule;
  /** What a break-glass grant set aside. */
  readonly passed?: string;
}

/** A decision without words: what `decide` explains. */
export interface Verdict {
  readonly decision: 'allow' | 'deny';
  readonly by: string;
  readonly asker: Asker;
  readonly output: OwnershipTarget;
  readonly resolved?: ResolvedTarget;
  readonly refusal?: Refusal;
  readonly legs: readonly LegVerdict[];
}

/**
 * Decides without explaining: legs, and for each of them guard, deny, allow,
 * default, in that order.
 */
export function evaluate(
  policy: CompiledPolicy,
  query: OwnershipQuery,
): Verdict {
  const asker = askerOf(policy, query.subject);
  const { target, refusal, output } = resolveTarget(policy, query.target);
  if (!target) {
    return {
      decision: 'deny',
      by: refusal.by,
      asker,
      output,
      refusal,
      legs: [],
    };
  }
  const grant =
    query.breakGlass !== undefined &&
    !policy.breakGlass?.never.has(target.action) &&
    grantHolds(policy, {
      grant: query.breakGlass,
      asker,
      at: query.at,
      target,
    });
  const facts = factsOf(target, query);
  const decided: LegVerdict[] = [];
  for (const leg of legsOf(target, asker, facts)) {
    let verdict = decideLeg(policy, leg);
    if (grant && verdict?.decision === 'deny') {
      verdict = passByGrant(policy, leg, verdict.by);
    }
    if (verdict) decided.push(verdict);
  }
  return {
    ...combine(decided),
    asker,
    output,
    resolved: target,
    legs: decided,
  };
}

const NOTHING = {};

function factsOf(target: ResolvedTarget, query: OwnershipQuery): Facts {
  return {
    at: query.at,
    request: query.request ?? NOTHING,
    environment: target.environment?.name,
    tier: target.environment?.tier,
    service: target.service?.name,
    account: target.account?.name,
  };
}

/** Undefined for a leg that has no owners and that no rule denies. */
function decideLeg(policy: CompiledPolicy, leg: Leg): LegVerdict | undefined {
  const { lookup, entry, target } = leg;
  const { allow, deny } = policy.internals;
  if (
    entry?.restricted &&
    !policy.unguarded.has(lookup.action) &&
    !intersects(entry.owners, lookup.asker.teams)
  ) {
    const by = `guard:restricted:${entry.name}`;
    return { lookup, entry, target, decision: 'deny', by };
  }
  let rule = deny.find(lookup);
  if (rule)
    return { lookup, entry, target, decision: 'deny', by: rule.id, rule };
  if (!leg.needsAllow) return undefined;
  rule = allow.find(lookup);
  if (rule)
    return { lookup, entry, target, decision: 'allow', by: rule.id, rule };
  return { lookup, entry, target, decision: 'deny', by: 'default' };
}

/** A grant passes guards, denies and the default, but never a deny that says so. */
function passByGrant(
  policy: CompiledPolicy,
  leg: Leg,
  passed: string,
): LegVerdict {
  const { lookup, entry, target } = leg;
  const rule = policy.internals.never.find(lookup);
  return rule
    ? { lookup, entry, target, decision: 'deny', by: rule.id, rule }
    : { lookup, entry, target, decision: 'allow', by: 'break-glass', passed };
}

function combine(
  legs: readonly LegVerdict[],
): Pick<Verdict, 'decision' | 'by'> {
  // Every use of a grant is an audit event of its own, so it is never one name among others.
  let byGrant = false;
  let denied: LegVerdict | undefined;
  for (const leg of legs) {
    if (leg.by === 'break-glass') byGrant = true;
    if (leg.decision === 'deny' && !(denied && weight(denied) >= weight(leg))) {
      denied = leg;
    }
  }
  if (denied) return { decision: 'deny', by: denied.by };
  if (byGrant) return { decision: 'allow', by: 'break-glass' };
  if (legs.length === 1) return { decision: 'allow', by: legs[0].by };
  const ids = new Set(legs.map(leg => leg.by));
  return { decision: 'allow', by: [...ids].join('+') };
}

/** The reason that says most: a guard, then a rule, then that nothing allows it. */
function weight(leg: LegVerdict): number {
  if (leg.rule) return 1;
  return leg.by.startsWith('guard:') ? 2 : 0;
}
