// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BreakGlassGrant,
  OwnershipSubject,
  OwnershipTarget,
} from '@fairway/backstage-plugin-ownership-common';
import { grantHolds } from './breakGlass';
import type {
  CompiledPolicy,
  CompiledRule,
  OwnedKind,
  PolicyEntry,
} from './model';
import { fold } from './names';
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

interface Leg {
  entry?: PolicyEntry;
  lookup: Lookup;
  target: string;
  /** Without owners nobody has to allow it: only a deny counts. */
  needsAllow: boolean;
}

/** The subject with its teams. */
export function askerOf(
  policy: CompiledPolicy,
  subject: OwnershipSubject,
): Asker {
  const user = fold(subject.userEntityRef);
  const refs = new Set([user]);
  const teams = new Set<string>();
  for (const group of subject.groupEntityRefs) {
    const ref = fold(group);
    refs.add(ref);
    for (const team of policy.internals.teamsByGroup.get(ref) ?? []) {
      teams.add(team);
    }
  }
  return { user, refs, teams };
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

function factsOf(target: ResolvedTarget, query: OwnershipQuery): Facts {
  return {
    at: query.at,
    request: query.request ?? {},
    environment: target.environment?.name,
    tier: target.environment?.tier,
    service: target.service?.name,
    account: target.account?.name,
  };
}

function legsOf(target: ResolvedTarget, asker: Asker, facts: Facts): Leg[] {
  const environment = target.environment;
  const lookupOf = (
    entry: PolicyEntry | undefined,
    general: boolean,
  ): Lookup => ({
    asker,
    facts,
    action: target.action,
    environment: environment?.name,
    kind: (entry?.kind ?? 'environment') as Lookup['kind'],
    key: entry && `${entry.kind}:${fold(entry.name)}`,
    general,
    owns: (kind: OwnedKind) => {
      if (kind === 'environment') {
        return environment && intersects(environment.owners, asker.teams);
      }
      // Owners of something else have no say here: their leg is decided apart.
      return entry?.kind === kind && intersects(entry.owners, asker.teams);
    },
  });
  const legs: Leg[] = [];
  const add = (entry: PolicyEntry | undefined) => {
    if (!entry) return;
    const needsAllow = entry.owners.size > 0;
    legs.push({
      entry,
      lookup: lookupOf(entry, needsAllow),
      target: `${entry.kind}:${entry.name}`,
      needsAllow,
    });
  };
  add(target.service);
  add(target.account);
  for (const account of target.possibleAccounts) add(account);
  add(target.network);
  add(target.cluster);
  for (const store of target.stores) add(store);
  if (!legs.some(leg => leg.needsAllow)) {
    legs.unshift({
      lookup: lookupOf(undefined, true),
      target: environment
        ? `environment:${environment.name}`
        : `action:${target.action}`,
      needsAllow: true,
    });
  }
  return legs;
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
  const denied = legs.filter(leg => leg.decision === 'deny');
  if (denied.length) {
    // The reason that says most: a guard, then a rule, then that nothing allows it.
    const strongest =
      denied.find(leg => leg.by.startsWith('guard:')) ??
      denied.find(leg => leg.rule) ??
      denied[0];
    return { decision: 'deny', by: strongest.by };
  }
  // Every use of a grant is an audit event of its own, so it is never one name among others.
  if (legs.some(leg => leg.by === 'break-glass')) {
    return { decision: 'allow', by: 'break-glass' };
  }
  const ids = new Set(legs.map(leg => leg.by));
  return { decision: 'allow', by: [...ids].join('+') };
}

export function intersects(
  owners: ReadonlySet<string>,
  teams: ReadonlySet<string>,
): boolean {
  for (const owner of owners) if (teams.has(owner)) return true;
  return false;
}
