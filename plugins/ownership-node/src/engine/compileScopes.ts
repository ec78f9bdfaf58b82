// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  OWNERSHIP_ACTIONS,
  type OwnershipAction,
} from '@fairway/backstage-plugin-ownership-common';
import type { Entries } from './compileEntries';
import { foldRef } from './entryNames';
import { type Audience, type OwnedKind, TARGET_KINDS } from './model';
import { fold, writeInstead } from './names';
import type { Path, Problems } from './problems';
import { Repeated } from './Repeated';

const OWNED_KINDS: readonly OwnedKind[] = [...TARGET_KINDS, 'environment'];
const ACTIONS: ReadonlySet<string> = new Set(OWNERSHIP_ACTIONS);

/** Turns the selectors of rules and approvals into sets of canonical names. */
export class ScopeCompiler {
  readonly #entries: Entries;
  readonly #problems: Problems;
  readonly #roles = new Map<string, Set<OwnershipAction>>();
  readonly #teams: Map<string, string>;
  readonly #known: {
    actions: Repeated<ReadonlySet<OwnershipAction>>;
    in: Repeated<ReadonlySet<string>>;
    on: Repeated<ReadonlySet<string>>;
    to: Repeated<Audience>;
    from: Repeated<Audience>;
  };

  constructor(options: {
    entries: Entries;
    roles: Readonly<Record<string, { actions: string[] }>>;
    problems: Problems;
  }) {
    this.#entries = options.entries;
    this.#problems = options.problems;
    const { problems } = options;
    this.#known = {
      actions: new Repeated(problems),
      in: new Repeated(problems),
      on: new Repeated(problems),
      to: new Repeated(problems),
      from: new Repeated(problems),
    };
    this.#teams = new Map(
      [...options.entries.teams.keys()].map(name => [fold(name), name]),
    );
    for (const [name, { actions }] of Object.entries(options.roles)) {
      const path = ['roles', name];
      if (this.#roles.has(fold(name))) {
        this.#problems.error(
          path,
          `The role "${name}" is there already: write it once (names are compared without case)`,
          'key',
        );
      }
      // Roles of roles are left out on purpose: a reader sees what a role may in one line.
      this.#roles.set(
        fold(name),
        this.plainActions(actions, [...path, 'actions']),
      );
    }
  }

  plainActions(values: readonly string[], path: Path): Set<OwnershipAction> {
    const actions = new Set<OwnershipAction>();
    for (const [index, value] of values.entries()) {
      const folded = fold(value);
      if (ACTIONS.has(folded)) actions.add(folded as OwnershipAction);
      else {
        this.#problems.error(
          [...path, index],
          `Unknown action "${value}": ${writeInstead(
            value,
            OWNERSHIP_ACTIONS,
          )}`,
        );
      }
    }
    return actions;
  }

  actions(values: readonly string[], path: Path): ReadonlySet<OwnershipAction> {
    return this.#known.actions.once(values, () => this.#actions(values, path));
  }

  #actions(values: readonly string[], path: Path): Set<OwnershipAction> {
    const actions = new Set<OwnershipAction>();
    for (const [index, value] of values.entries()) {
      const folded = fold(value);
      if (folded === '*') {
        OWNERSHIP_ACTIONS.forEach(action => actions.add(action));
      } else if (folded.startsWith('role:')) {
        const role = this.#roles.get(folded.slice('role:'.length));
        role?.forEach(action => actions.add(action));
        if (!role) {
          const names = [...this.#roles.keys()].map(name => `role:${name}`);
          this.#problems.error(
            [...path, index],
            `Unknown role "${value}": ${writeInstead(value, names)}`,
          );
        }
      } else if (ACTIONS.has(folded)) {
        actions.add(folded as OwnershipAction);
      } else {
        this.#problems.error(
          [...path, index],
          `Unknown action "${value}": ${writeInstead(value, [
            ...OWNERSHIP_ACTIONS,
            '*',
            ...[...this.#roles.keys()].map(name => `role:${name}`),
          ])}`,
        );
      }
    }
    return actions;
  }

  environments(
    values: readonly string[] | undefined,
    path: Path,
  ): ReadonlySet<string> | undefined {
    return (
      values &&
      this.#known.in.once(values, () => this.#environments(values, path))
    );
  }

  #environments(values: readonly string[], path: Path): Set<string> {
    const { environments, byName, tiers } = this.#entries;
    const found = new Set<string>();
    for (const [index, value] of values.entries()) {
      const folded = fold(value);
      const tier = folded.startsWith('tier:')
        ? folded.slice('tier:'.length)
        : undefined;
      if (folded === '*' || tier === '*') {
        for (const name of environments.keys()) found.add(name);
      } else if (tier !== undefined && tiers.has(tier)) {
        for (const each of environments.values()) {
          if (fold(each.tier) === tier) found.add(each.name);
        }
      } else if (byName.environment.has(folded)) {
        found.add(byName.environment.get(folded)!.name);
      } else {
        const known = [...environments.keys()].concat(
          [...tiers.values(), '*'].map(each => `tier:${each}`),
        );
        this.#problems.error(
          [...path, index],
          `Unknown environment "${value}": ${writeInstead(value, known)}`,
        );
      }
    }
    return found;
  }

  targets(
    values: readonly string[] | undefined,
    path: Path,
  ): ReadonlySet<string> | undefined {
    return (
      values && this.#known.on.once(values, () => this.#targets(values, path))
    );
  }

  #targets(values: readonly string[], path: Path): Set<string> {
    const found = new Set<string>();
    for (const [index, value] of values.entries()) {
      const [kind, name] = splitSelector(fold(value));
      const known = TARGET_KINDS.find(each => each === kind);
      const entry = known && this.#entries.byName[known].get(name);
      if (known && name === '*') {
        found.add(`${known}:*`);
      } else if (entry) {
        found.add(`${known}:${fold(entry.name)}`);
      } else if (known) {
        const names = new Set(
          [...this.#entries.byName[known].values()].map(each => each.name),
        );
        this.#problems.error(
          [...path, index],
          `Unknown ${known} "${value}": ${writeInstead(
            value,
            ['*', ...names].map(each => `${known}:${each}`),
          )}`,
        );
      } else {
        this.#problems.error(
          [...path, index],
          `"${value}" is no target: write ${TARGET_KINDS.map(
            each => `${each}:<name>`,
          ).join(', ')}`,
        );
      }
    }
    return found;
  }

  /** One service by name or alias; undefined after a problem. */
  service(value: string, path: Path): string | undefined {
    const { service } = this.#entries.byName;
    const entry = service.get(fold(value));
    if (!entry) {
      const names = new Set([...service.values()].map(each => each.name));
      this.#problems.error(
        path,
        `Unknown service "${value}": ${writeInstead(value, ['*', ...names])}`,
      );
    }
    return entry?.name;
  }

  audience(
    values: readonly string[],
    path: Path,
    options: { everyone: boolean },
  ): Audience {
    const known = this.#known[options.everyone ? 'to' : 'from'];
    return known.once(values, () => this.#audience(values, path, options));
  }

  #audience(
    values: readonly string[],
    path: Path,
    options: { everyone: boolean },
  ): Audience {
    const teams = new Set<string>();
    const refs = new Set<string>();
    const owners = new Set<OwnedKind>();
    let everyone = false;
    for (const [index, value] of values.entries()) {
      const folded = fold(value);
      const [prefix, name] = splitSelector(folded);
      const team = prefix === 'team' ? this.#teams.get(name) : undefined;
      const owner = OWNED_KINDS.find(
        kind => prefix === 'owner' && kind === name,
      );
      const isClient =
        options.everyone &&
        prefix === 'client' &&
        this.#entries.clients.has(name);
      const ref = isClient ? folded : foldRef(value);
      if (options.everyone && folded === 'everyone') everyone = true;
      else if (team) teams.add(team);
      else if (owner) owners.add(owner);
      else if (ref) refs.add(ref);
      else {
        const known = [
          ...(options.everyone ? ['everyone'] : []),
          ...[...this.#teams.values()].map(each => `team:${each}`),
          ...OWNED_KINDS.map(kind => `owner:${kind}`),
          ...(options.everyone ? [...this.#entries.clients.keys()] : []).map(
            each => `client:${each}`,
          ),
        ];
        this.#problems.error(
          [...path, index],
          `"${value}" is nobody: ${writeInstead(
            value,
            known,
          )}, or a full reference such as group:default/payments`,
        );
      }
    }
    return { everyone, teams, refs, owners };
  }
}

/** `service:payments-api` at its first colon. */
function splitSelector(selector: string): [prefix: string, name: string] {
  const colon = selector.indexOf(':');
  return colon < 0
    ? [selector, '']
    : [selector.slice(0, colon), selector.slice(colon + 1)];
}
