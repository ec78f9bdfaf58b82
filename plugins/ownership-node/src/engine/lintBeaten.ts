// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledPolicy, CompiledRule, PolicyEntry } from './model';
import { enumerate, fold } from './names';
import type { Condition } from './when';

/** Why an allow can never count. */
export interface Beaten {
  /** `the guard of the restricted service "networking"`, `the deny "freeze"`. */
  by: string;
  line: number;
  file?: string;
  /** The part of the rule that is meant, if not all of it. */
  on?: string;
  /** What to write. */
  instead: string;
}

const ANY = '*';

/**
 * Finds allows that a guard or deny always beats. Only what is certain from
 * the file is said: a condition that may fail, or a group whose members may
 * also be owners by another way, keeps an allow alive.
 */
export class BeatenAllows {
  readonly #policy: CompiledPolicy;
  /** Denies by action, environment and target. */
  readonly #denies = new Map<string, CompiledRule[]>();

  static create(policy: CompiledPolicy): BeatenAllows {
    return new BeatenAllows(policy);
  }

  private constructor(policy: CompiledPolicy) {
    this.#policy = policy;
    for (const rule of policy.internals.rules) {
      if (rule.effect !== 'deny') continue;
      for (const action of rule.actions) {
        for (const place of rule.environments ?? [ANY]) {
          for (const target of rule.on ?? [ANY]) {
            const key = [action, place, target].join(' ');
            const rules = this.#denies.get(key);
            if (rules) rules.push(rule);
            else this.#denies.set(key, [rule]);
          }
        }
      }
    }
  }

  find(rule: CompiledRule): Beaten | undefined {
    return this.#byGuard(rule) ?? this.#byDeny(rule);
  }

  /** All of the rule's targets are restricted to teams that it does not speak about; or one that it names. */
  #byGuard(rule: CompiledRule): Beaten | undefined {
    const { on, actions, to } = rule;
    const { unguarded } = this.#policy;
    if (!on || to.everyone) return undefined;
    if ([...actions].some(action => unguarded.has(action))) return undefined;
    const named = [...on].map(key => ({
      key,
      entries: this.#entriesOf(key),
    }));
    const closed = named.filter(
      ({ entries }) =>
        entries.length && entries.every(entry => this.#isClosed(rule, entry)),
    );
    const [first] = closed;
    if (!first) return undefined;
    const [{ kind, name, owners, line }] = first.entries;
    return {
      by: `the guard of the restricted ${kind} "${name}"`,
      line,
      ...(closed.length < named.length && { on: first.key }),
      instead: `write to: ['owner:${kind}'] if its owners (${enumerate([
        ...owners,
      ])}) are meant, or remove it`,
    };
  }

  #entriesOf(key: string): PolicyEntry[] {
    const [kind, name] = key.split(/:(.*)/s) as [
      Exclude<PolicyEntry['kind'], 'environment'>,
      string,
    ];
    const byName = this.#policy.internals.byName[kind];
    if (name === '*') return [...new Set(byName.values())];
    const entry = byName.get(name);
    return entry ? [entry] : [];
  }

  #isClosed({ to }: CompiledRule, entry: PolicyEntry): boolean {
    if (!entry.restricted) return false;
    // A group may have the owners' group above or below it: only teams and other owners are certain.
    if (to.refs.size || to.owners.has(entry.kind)) return false;
    const teams = new Set(to.teams);
    if (to.owners.has('environment')) {
      const all = this.#policy.environments.values();
      for (const { owners } of all) for (const team of owners) teams.add(team);
    }
    return ![...teams].some(team => this.#sharesGroup(team, entry.owners));
  }

  #sharesGroup(team: string, owners: ReadonlySet<string>): boolean {
    const groups = new Set(this.#policy.teams.get(team)?.groups);
    return [...owners].some(
      owner =>
        owner === team ||
        this.#policy.teams.get(owner)?.groups.some(each => groups.has(each)),
    );
  }

  /** Every action, place, target and audience of the rule has a deny. */
  #byDeny(rule: CompiledRule): Beaten | undefined {
    const places = rule.environments ?? this.#policy.environments.keys();
    const found = new Set<CompiledRule>();
    const cells = [...places].flatMap(place =>
      [...rule.actions].flatMap(action =>
        [...(rule.on ?? [ANY])].map(target => ({ place, action, target })),
      ),
    );
    for (const cell of cells) {
      const denies = this.#deniesOf(cell);
      for (const part of audienceParts(rule)) {
        const deny = denies.find(
          each => covers(each, part) && alwaysHolds(each.when, rule.when),
        );
        if (!deny) return undefined;
        found.add(deny);
      }
    }
    const [first, ...more] = found;
    if (!first) return undefined;
    return {
      by: `the deny "${first.id}"${
        more.length ? ` with ${enumerate(more.map(({ id }) => `"${id}"`))}` : ''
      }`,
      line: first.line,
      file: first.file,
      instead: 'remove it, or narrow the deny',
    };
  }

  #deniesOf(cell: { place: string; action: string; target: string }) {
    const { place, action, target } = cell;
    const kind = `${target.split(':')[0]}:*`;
    const targets = target === ANY ? [ANY] : [ANY, target, kind];
    return [place, ANY].flatMap(where =>
      [...new Set(targets)].flatMap(
        what => this.#denies.get([action, where, what].join(' ')) ?? [],
      ),
    );
  }
}

type Part = readonly ['everyone' | 'team' | 'ref' | 'owner', string];

function audienceParts({ to }: CompiledRule): Part[] {
  return [
    ...(to.everyone ? [['everyone', ''] as const] : []),
    ...[...to.teams].map(team => ['team', team] as const),
    ...[...to.refs].map(ref => ['ref', ref] as const),
    ...[...to.owners].map(kind => ['owner', kind] as const),
  ];
}

function covers({ to }: CompiledRule, [kind, name]: Part): boolean {
  if (to.everyone) return true;
  if (kind === 'team') return to.teams.has(name);
  if (kind === 'ref') return to.refs.has(fold(name));
  return kind === 'owner' && [...to.owners].some(each => each === name);
}

/** A deny holds whenever the allow does: no condition, the same one, or a part of the allow's `all`. */
function alwaysHolds(
  deny: Condition | undefined,
  allow: Condition | undefined,
): boolean {
  if (!deny) return true;
  const text = JSON.stringify(deny);
  if (JSON.stringify(allow) === text) return true;
  return (
    allow?.kind === 'all' &&
    allow.parts.some(part => JSON.stringify(part) === text)
  );
}
