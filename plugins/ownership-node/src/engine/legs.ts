// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { intersects } from './asker';
import type { EnvironmentEntry, OwnedKind, PolicyEntry } from './model';
import { fold } from './names';
import type { ResolvedTarget } from './normalize';
import type { Asker, Lookup } from './ruleIndex';
import type { Facts } from './when';

/** One part of a target, about which rules are looked up apart from the others. */
export interface Leg {
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

/** The legs of a target: what it touches, and one in general where nothing of that has owners. */
export function legsOf(
  target: ResolvedTarget,
  asker: Asker,
  facts: Facts,
): Leg[] {
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
