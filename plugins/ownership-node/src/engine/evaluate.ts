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
  EnvironmentEntry,
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

/** What is the same for all legs of a question. */
interface Question {
  readonly asker: Asker;
  readonly facts: Facts;
  readonly action: string;
  readonly environment?: EnvironmentEntry;
}

/** One leg as rules are looked up for it; a class, so that a question makes no functions. */
class LegLookup implements Lookup {
  readonly asker: Asker;
  readonly facts: Facts;
  readonly action: string;
  readonly environment?: string;
  readonly kind: Lookup['kind'];
  readonly key?: string;
  readonly general: boolean;
  readonly #place?: EnvironmentEntry;
  readonly #entry?: PolicyEntry;

  constructor(
    question: Question,
    entry: PolicyEntry | undefined,
    general: boolean,
  ) {
    this.asker = question.asker;
    this.facts = question.facts;
    this.action = question.action;
    this.environment = question.environment?.name;
    this.kind = entry?.kind ?? 'environment';
    this.key = entry && namesOf(entry).key;
    this.general = general;
    this.#place = question.environment;
    this.#entry = entry;
  }

  owns(kind: OwnedKind): boolean | undefined {
    const { teams } = this.asker;
    if (kind === 'environment') {
      return this.#place && intersects(this.#place.owners, teams);
    }
    // Owners of something else have no say here: their leg is decided apart.
    const entry = this.#entry;
    return entry?.kind === kind && intersects(entry.owners, teams);
  }
}

/** How an entry is called in indices and answers; the same strings each time, so that they are hashed once. */
const entryNames = new WeakMap<PolicyEntry, { key: string; target: string }>();

function namesOf(entry: PolicyEntry) {
  let names = entryNames.get(entry);
  if (!names) {
    const { kind, name } = entry;
    names = { key: `${kind}:${fold(name)}`, target: `${kind}:${name}` };
    entryNames.set(entry, names);
  }
  return names;
}

/** The subject with its teams. */
export function askerOf(
  policy: CompiledPolicy,
  subject: OwnershipSubject,
): Asker {
  const { teamsByGroup } = policy.internals;
  const user = fold(subject.userEntityRef);
  const refs = new Set([user]);
  const teams = new Set<string>();
  for (const group of subject.groupEntityRefs) {
    // Mostly it is written as the policy has it.
    let ref = group;
    let names = teamsByGroup.get(ref);
    if (!names) {
      ref = fold(group);
      names = teamsByGroup.get(ref);
    }
    refs.add(ref);
    if (names) for (const team of names) teams.add(team);
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

function legsOf(target: ResolvedTarget, asker: Asker, facts: Facts): Leg[] {
  const { action, environment } = target;
  const question: Question = { asker, facts, action, environment };
  const legs: Leg[] = [];
  let anyNeedsAllow = false;
  const add = (entry: PolicyEntry | undefined) => {
    if (!entry) return;
    const needsAllow = entry.owners.size > 0;
    anyNeedsAllow ||= needsAllow;
    legs.push({
      entry,
      lookup: new LegLookup(question, entry, needsAllow),
      target: namesOf(entry).target,
      needsAllow,
    });
  };
  add(target.service);
  add(target.account);
  for (const account of target.possibleAccounts) add(account);
  add(target.network);
  add(target.cluster);
  for (const store of target.stores) add(store);
  if (!anyNeedsAllow) {
    legs.unshift({
      lookup: new LegLookup(question, undefined, true),
      target: environment
        ? `environment:${environment.name}`
        : `action:${action}`,
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

export function intersects(
  owners: ReadonlySet<string>,
  teams: ReadonlySet<string>,
): boolean {
  for (const owner of owners) if (teams.has(owner)) return true;
  return false;
}
