// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledRule, OwnedKind, TargetKind } from './model';
import { evaluateCondition, type Facts } from './when';

/** Keys of the environment level; names of environments cannot contain them. */
const ANYWHERE = '*';
const ON_ANYTHING = '*';
const WILDCARDS: Record<OwnedKind, string> = {
  service: 'service:*',
  account: 'account:*',
  network: 'network:*',
  cluster: 'cluster:*',
  store: 'store:*',
  environment: 'environment:*',
};

/** Who asks, once per question. */
export interface Asker {
  /** Folded. */
  readonly user: string;
  readonly teams: ReadonlySet<string>;
  /** The user and its groups, folded. */
  readonly refs: ReadonlySet<string>;
}

/** What a rule is looked up for: one leg of a question. */
export interface Lookup {
  readonly asker: Asker;
  readonly action: string;
  /** Canonical name; undefined while the environment is not known. */
  readonly environment?: string;
  readonly kind: TargetKind | 'environment';
  /** `service:payments-api`, folded; undefined for the leg of the request as a whole. */
  readonly key?: string;
  /** Looks at rules without `on:` too. */
  readonly general: boolean;
  /** Whether the asker owns what `owner:<kind>` means here; undefined for "not known". */
  readonly owns: (kind: OwnedKind) => boolean | undefined;
  readonly facts: Facts;
}

/** Up to so many rules are looked through one by one: faster, and smaller, than maps. */
const SMALL = 8;

function upsert<V>(map: Map<string, V>, key: string, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

const newMap = () => new Map();
const newList = (): CompiledRule[] => [];

/** Rules by whom they speak about. */
class Audiences {
  readonly everyone: CompiledRule[] = [];
  readonly owners: CompiledRule[] = [];
  readonly byTeam = new Map<string, CompiledRule[]>();
  readonly byRef = new Map<string, CompiledRule[]>();

  add(rule: CompiledRule) {
    const { everyone, owners, teams, refs } = rule.to;
    if (everyone) this.everyone.push(rule);
    if (owners.size) this.owners.push(rule);
    for (const team of teams) upsert(this.byTeam, team, newList).push(rule);
    for (const ref of refs) upsert(this.byRef, ref, newList).push(rule);
  }
}

/** Rules of one action, place and target, by whom they speak about. */
class Bucket {
  /** All of them, in the order of the file. */
  readonly rules: CompiledRule[] = [];
  /** Only of many. */
  audiences?: Audiences;

  add(rule: CompiledRule) {
    this.rules.push(rule);
    if (this.audiences) {
      this.audiences.add(rule);
    } else if (this.rules.length > SMALL) {
      this.audiences = new Audiences();
      for (const each of this.rules) this.audiences.add(each);
    }
  }
}

const newBucket = () => new Bucket();

type ByTarget = Map<string, Bucket>;

/**
 * Rules of one effect, found by action, environment, target and asker in a
 * handful of map look-ups, however many rules there are.
 *
 * What is not known is read against the asker: an allow does not hold, a deny
 * does.
 */
export class RuleIndex {
  readonly #byAction = new Map<string, Map<string, ByTarget>>();
  /** Per action and target, whatever the environment: where near misses are looked for. */
  readonly #near = new Map<string, Map<string, CompiledRule[]>>();
  readonly #unknownHolds: boolean;

  static create(options: {
    rules: readonly CompiledRule[];
    effect: 'allow' | 'deny';
  }) {
    return new RuleIndex(options.rules, options.effect === 'deny');
  }

  private constructor(rules: readonly CompiledRule[], unknownHolds: boolean) {
    this.#unknownHolds = unknownHolds;
    for (const rule of rules) this.#add(rule);
  }

  #add(rule: CompiledRule) {
    for (const action of rule.actions) {
      const byEnvironment = upsert(this.#byAction, action, newMap);
      const near = upsert(this.#near, action, newMap);
      for (const target of rule.on ?? [ON_ANYTHING]) {
        upsert(near, target, newList).push(rule);
        for (const environment of rule.environments ?? [ANYWHERE]) {
          const byTarget = upsert(byEnvironment, environment, newMap);
          upsert(byTarget, target, newBucket).add(rule);
        }
      }
    }
  }

  /** The first rule of the file that holds for a leg. */
  find(lookup: Lookup): CompiledRule | undefined {
    const byEnvironment = this.#byAction.get(lookup.action);
    if (!byEnvironment) return undefined;
    let best: CompiledRule | undefined;
    if (lookup.environment === undefined && this.#unknownHolds) {
      // It could be any of them, so every deny counts.
      for (const byTarget of byEnvironment.values()) {
        best = this.#inTargets(byTarget, lookup, best);
      }
      return best;
    }
    best = this.#inTargets(byEnvironment.get(ANYWHERE), lookup, best);
    return lookup.environment === undefined
      ? best
      : this.#inTargets(byEnvironment.get(lookup.environment), lookup, best);
  }

  #inTargets(
    byTarget: ByTarget | undefined,
    lookup: Lookup,
    best: CompiledRule | undefined,
  ): CompiledRule | undefined {
    if (!byTarget) return best;
    let found = best;
    if (lookup.general) {
      found = this.#inBucket(byTarget.get(ON_ANYTHING), lookup, found);
    }
    if (lookup.key !== undefined) {
      found = this.#inBucket(byTarget.get(lookup.key), lookup, found);
      found = this.#inBucket(
        byTarget.get(WILDCARDS[lookup.kind]),
        lookup,
        found,
      );
    }
    return found;
  }

  #inBucket(
    bucket: Bucket | undefined,
    lookup: Lookup,
    best: CompiledRule | undefined,
  ): CompiledRule | undefined {
    if (!bucket) return best;
    const { audiences } = bucket;
    if (!audiences) return this.#first(bucket.rules, lookup, best, true);
    let found = this.#first(audiences.everyone, lookup, best, false);
    found = this.#first(audiences.owners, lookup, found, true);
    if (audiences.byTeam.size) {
      for (const team of lookup.asker.teams) {
        const rules = audiences.byTeam.get(team);
        if (rules) found = this.#first(rules, lookup, found, false);
      }
    }
    if (audiences.byRef.size) {
      for (const ref of lookup.asker.refs) {
        const rules = audiences.byRef.get(ref);
        if (rules) found = this.#first(rules, lookup, found, false);
      }
    }
    return found;
  }

  /** Rules stand in the order of the file, so the first that holds is the one to name. */
  #first(
    rules: readonly CompiledRule[],
    lookup: Lookup,
    best: CompiledRule | undefined,
    checkAudience: boolean,
  ): CompiledRule | undefined {
    for (const rule of rules) {
      if (best && rule.index >= best.index) return best;
      if (checkAudience && !speaksAbout(rule, lookup, this.#unknownHolds)) {
        continue;
      }
      if (evaluateCondition(rule.when, lookup.facts) ?? this.#unknownHolds) {
        return rule;
      }
    }
    return best;
  }

  /**
   * Rules of the same action and target, wherever and for whomever they are;
   * at most `limit` for each way to name the target.
   */
  near(lookup: Lookup, limit: number): CompiledRule[] {
    const byTarget = this.#near.get(lookup.action);
    if (!byTarget) return [];
    const keys = [
      ...(lookup.key ? [lookup.key, `${lookup.kind}:*`] : []),
      ...(lookup.general ? [ON_ANYTHING] : []),
    ];
    const rules = new Set(
      keys.flatMap(key => (byTarget.get(key) ?? []).slice(0, limit)),
    );
    return [...rules].sort((a, b) => a.index - b.index);
  }

  /** All rules that hold for a leg, in the order of the file. Slower than `find`: for explanations. */
  all(lookup: Lookup, limit: number): CompiledRule[] {
    const found: CompiledRule[] = [];
    for (const rule of this.near(lookup, limit)) {
      const there =
        !rule.environments ||
        (lookup.environment === undefined
          ? this.#unknownHolds
          : rule.environments.has(lookup.environment));
      if (
        there &&
        speaksAbout(rule, lookup, this.#unknownHolds) &&
        (evaluateCondition(rule.when, lookup.facts) ?? this.#unknownHolds)
      ) {
        found.push(rule);
      }
    }
    return found;
  }
}

/** Whether a rule speaks about the asker, on this leg. */
export function speaksAbout(
  rule: CompiledRule,
  lookup: Lookup,
  unknownHolds: boolean,
): boolean {
  const { to } = rule;
  if (to.everyone) return true;
  for (const team of to.teams) if (lookup.asker.teams.has(team)) return true;
  for (const ref of to.refs) if (lookup.asker.refs.has(ref)) return true;
  for (const kind of to.owners) {
    if (lookup.owns(kind) ?? unknownHolds) return true;
  }
  return false;
}
