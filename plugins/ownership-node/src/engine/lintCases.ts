// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipTarget } from '@fairway/backstage-plugin-ownership-common';
import { evaluate } from './evaluate';
import type { CompiledPolicy, CompiledRule } from './model';
import { ANYBODY, RelevantPeople, subjectOfRef } from './people';
import { satisfy } from './needs';
import { questionsOf } from './questions';

/** What a case is decided at that says no time of its own. */
const AT = new Date('2026-06-01T10:00:00Z');
/** Questions that are tried in all; what none of them reaches gets a hint without values. */
const TRIES = 300;

/** Finds test cases for rules that have none. */
export class CaseSuggestions {
  readonly #policy: CompiledPolicy;
  readonly #people: RelevantPeople;
  #tries = 0;

  static create(policy: CompiledPolicy): CaseSuggestions {
    return new CaseSuggestions(policy);
  }

  private constructor(policy: CompiledPolicy) {
    this.#policy = policy;
    this.#people = RelevantPeople.create(policy);
  }

  /** A case that this rule decides, ready to be pasted; a hint where none is found. */
  of(rule: CompiledRule): string {
    for (const action of rule.actions) {
      if (this.#tries > TRIES) break;
      const questions = questionsOf(this.#policy, action, {
        environments: rule.environments && [...rule.environments],
        services: namesOf(rule, 'service'),
        stores: namesOf(rule, 'store'),
      });
      for (const { target } of questions) {
        const found = this.#tryPeople(rule, target);
        if (found) return found;
        if (this.#tries > TRIES) break;
      }
    }
    return hint(rule);
  }

  #tryPeople(rule: CompiledRule, target: OwnershipTarget): string | undefined {
    const refs = rule.to.everyone ? [undefined] : this.#people.refsOf(target);
    const request = satisfy(rule.when, true, { at: AT, request: {} }) ?? {};
    for (const ref of refs) {
      this.#tries += 1;
      const subject = ref === undefined ? ANYBODY : subjectOfRef(ref);
      const query = { subject, target, request, at: AT };
      const { legs, decision, by } = evaluate(this.#policy, query);
      if (!legs.some(leg => leg.by === rule.id)) continue;
      const as = ref === undefined ? 'eve' : `<a member of ${ref}>`;
      return written(target, { as, request, expect: decision, by });
    }
    return undefined;
  }
}

/** What a rule names of one kind; undefined if it names none, or all. */
function namesOf(
  { on }: CompiledRule,
  kind: 'service' | 'store',
): string[] | undefined {
  const names = [...(on ?? [])]
    .filter(key => key.startsWith(`${kind}:`))
    .map(key => key.slice(kind.length + 1));
  return names.length && !names.includes('*') ? names : undefined;
}

function written(
  target: OwnershipTarget,
  options: {
    as: string;
    request: Readonly<Record<string, string>>;
    expect: string;
    by: string;
  },
): string {
  const attributes = Object.entries(options.request)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
  return `{ ${[
    `as: ${options.as}`,
    `do: ${target.action}`,
    target.service && `service: ${target.service}`,
    target.stores?.length && `stores: [${target.stores.join(', ')}]`,
    target.environment && `in: ${target.environment}`,
    attributes && `with: { ${attributes} }`,
    `expect: ${options.expect}`,
    `by: ${options.by}`,
  ]
    .filter(Boolean)
    .join(', ')} }`;
}

function hint(rule: CompiledRule): string {
  const [action] = rule.actions;
  return `a case with do: ${action} that ends in by: ${rule.id}`;
}
