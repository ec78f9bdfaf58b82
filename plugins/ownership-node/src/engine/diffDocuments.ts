// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipPolicyDocument } from '@fairway/backstage-plugin-ownership-common';
import type { PolicyDiffRule } from '@fairway/backstage-plugin-ownership-common';
import type { CompiledPolicy, CompiledRule } from './model';
import { fold } from './names';

/** Rules by id that are there in one revision only, or are not written alike. */
export function diffRules(
  before: CompiledPolicy,
  after: CompiledPolicy,
): PolicyDiffRule[] {
  const old = rulesOf(before);
  const now = rulesOf(after);
  const found: PolicyDiffRule[] = [];
  for (const [id, rule] of now) {
    const earlier = old.get(id);
    if (!earlier) found.push(toEntry(rule, 'added'));
    else if (textOf(earlier) !== textOf(rule)) {
      found.push(toEntry(rule, 'changed'));
    }
  }
  for (const [id, rule] of old) {
    if (!now.has(id)) found.push(toEntry(rule, 'removed'));
  }
  return found;
}

function rulesOf(policy: CompiledPolicy) {
  return new Map(policy.internals.rules.map(rule => [fold(rule.id), rule]));
}

function toEntry(
  { id, effect, line, file }: CompiledRule,
  change: PolicyDiffRule['change'],
): PolicyDiffRule {
  return { id, effect, change, line, ...(file !== undefined && { file }) };
}

/** What a rule says, whatever its place and the order of its lists. */
function textOf(rule: CompiledRule): string {
  const { effect, why, never, actions, environments, on, to, when } = rule;
  const list = (set: ReadonlySet<string> | undefined) => set && [...set].sort();
  return JSON.stringify([
    effect,
    why,
    never,
    list(actions),
    list(environments) ?? 'anywhere',
    list(on) ?? 'anything',
    [to.everyone, list(to.teams), list(to.refs), list(to.owners)],
    when,
  ]);
}

const SECTIONS = [
  'defaults',
  'clients',
  'breakGlass',
  'approvals',
  'limits',
  'layout',
] as const satisfies readonly (keyof OwnershipPolicyDocument)[];

/** Sections, besides the rules, that are not written alike. */
export function diffSections(
  before: CompiledPolicy,
  after: CompiledPolicy,
): string[] {
  return SECTIONS.filter(
    section =>
      JSON.stringify(before.document[section]) !==
      JSON.stringify(after.document[section]),
  );
}
