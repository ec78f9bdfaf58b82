// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  OwnershipSubject,
  OwnershipTarget,
} from '@fairway/backstage-plugin-ownership-common';
import type { Answer } from '@fairway/backstage-plugin-ownership-common';
import { evaluate, type OwnershipQuery, type Verdict } from './evaluate';
import type { CompiledPolicy, CompiledRule, PolicyEntry } from './model';
import { fold } from './names';
import { neededRequest } from './needs';
import { resolveTarget } from './normalize';

/** Somebody in no group at all; the name is for messages only. */
export const ANYBODY: OwnershipSubject = {
  userEntityRef: 'anybody else',
  groupEntityRefs: [],
};

/** A member of one group, or one user or client; named by the ref. */
export function subjectOfRef(ref: string): OwnershipSubject {
  const isGroup = ref.startsWith('group:');
  return { userEntityRef: ref, groupEntityRefs: isGroup ? [ref] : [] };
}

/** An answer that also knows what would turn it. */
export interface PossibleAnswer {
  decision: Answer;
  by: string;
  needs: string[];
  /** As asked. */
  asked: Verdict;
  /** With the needed attributes given. */
  verdict: Verdict;
}

/** More is better for whoever asks. */
export const STRENGTH: Record<Answer, number> = { deny: 0, needs: 1, allow: 2 };

export function possibleAnswer(
  policy: CompiledPolicy,
  query: OwnershipQuery,
): PossibleAnswer {
  const asked = evaluate(policy, query);
  const wanted = neededRequest(policy, query, asked);
  if (!wanted) {
    const { decision, by } = asked;
    return { decision, by, needs: [], asked, verdict: asked };
  }
  const request = { ...query.request, ...wanted };
  const verdict = evaluate(policy, { ...query, request });
  const needs = Object.keys(wanted);
  return { decision: 'needs', by: verdict.by, needs, asked, verdict };
}

/**
 * The groups, users and clients that the answers about a target can depend on.
 * Whoever is none of them is answered like anybody.
 */
export class RelevantPeople {
  readonly #policy: CompiledPolicy;
  readonly #rules = new Map<string, CompiledRule[]>();

  static create(policy: CompiledPolicy): RelevantPeople {
    return new RelevantPeople(policy);
  }

  private constructor(policy: CompiledPolicy) {
    this.#policy = policy;
    for (const rule of policy.internals.rules) {
      for (const action of rule.actions) {
        const rules = this.#rules.get(action);
        if (rules) rules.push(rule);
        else this.#rules.set(action, [rule]);
      }
    }
  }

  /** Teams by name, and refs that rules name, folded. */
  of(target: OwnershipTarget): { teams: Set<string>; refs: Set<string> } {
    const teams = new Set<string>();
    const refs = new Set<string>();
    const resolved = resolveTarget(this.#policy, target).target;
    if (!resolved) return { teams, refs };
    const { environment, service, account, network, cluster } = resolved;
    const entries = [service, account, network, cluster, environment]
      .concat(resolved.possibleAccounts, resolved.stores)
      .filter((entry): entry is PolicyEntry => entry !== undefined);
    for (const { owners } of entries) {
      for (const team of owners) teams.add(team);
    }
    const keys = new Set(
      entries.flatMap(({ kind, name }) => [
        `${kind}:${fold(name)}`,
        `${kind}:*`,
      ]),
    );
    for (const rule of this.#rules.get(resolved.action) ?? []) {
      const there =
        !rule.environments ||
        !environment ||
        rule.environments.has(environment.name);
      if (there && (!rule.on || intersects(rule.on, keys))) {
        for (const team of rule.to.teams) teams.add(team);
        for (const ref of rule.to.refs) refs.add(ref);
      }
    }
    return { teams, refs };
  }

  /** The same as refs alone: teams by their groups. */
  refsOf(target: OwnershipTarget): string[] {
    const { teams, refs } = this.of(target);
    const groups = [...teams].flatMap(
      team => this.#policy.teams.get(team)?.groups ?? [],
    );
    return [...new Set([...groups, ...refs])];
  }
}

function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const each of few) if (many.has(each)) return true;
  return false;
}
