// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  PolicyProblem,
  PolicyTestReport,
} from '@fairway/backstage-plugin-ownership-common';
import { BeatenAllows } from './lintBeaten';
import { CaseSuggestions } from './lintCases';
import { Places } from './lintPlaces';
import type { CompiledPolicy, CompiledRule } from './model';
import { enumerate, fold, nearest } from './names';
import { runPolicyTests } from './testCases';

/** @public */
export interface LintOptions {
  /**
   * Texts or reports of the test cases, to find rules that none of them covers. Left out, or
   * with cases that could not run, nothing is said about it.
   */
  tests?: string | PolicyTestReport | readonly (string | PolicyTestReport)[];
  /** Refs of all groups of the catalog, to find teams whose group it lacks. */
  groups?: Iterable<string>;
}

/**
 * What the author of a policy should know although it loads: an allow that can
 * never count or that counts everywhere, a group that is not there, a rule that
 * no test case covers. Each warning has its place and says what to write.
 *
 * @param text - the text that the policy was loaded from, for the places
 * @returns warnings in the order of the file, those of team files last
 * @public
 */
export function lintPolicy(
  policy: CompiledPolicy,
  text: string,
  options: LintOptions = {},
): PolicyProblem[] {
  const places = Places.create(policy, text);
  const { rules } = policy.internals;
  if (options.groups) warnAboutGroups(policy, new Set(options.groups), places);
  const beaten = BeatenAllows.create(policy);
  for (const rule of rules) {
    if (rule.effect === 'deny') continue;
    warnAboutBeaten(rule, beaten, places);
    if (!rule.environments) {
      places.warn(
        ['rules', rule.index],
        `The allow "${
          rule.id
        }" has no in:, so it holds in every environment, ${enumerate(
          [...policy.environments.keys()].slice(-1),
        )} included: write in: ['tier:${
          [...policy.environments.values()][0]?.tier ?? 'nonprod'
        }'], or in: ['tier:*'] if all of them are meant`,
      );
    }
  }
  const reports = [options.tests ?? []]
    .flat()
    .map(each =>
      typeof each === 'string' ? runPolicyTests(policy, each) : each,
    );
  if (reports.length && reports.every(({ problems }) => !problems.length)) {
    warnAboutCases(policy, reports, places);
  }
  return places.list();
}

function warnAboutGroups(
  policy: CompiledPolicy,
  groups: ReadonlySet<string>,
  places: Places,
) {
  const known = new Set([...groups].map(fold));
  const message = (group: string, what: string) => {
    const near = nearest(group, known);
    return `${what} "${group}", which the catalog lacks: ${
      near
        ? `did you mean "${near}"?`
        : 'write a group that is there, or add it to the catalog'
    }`;
  };
  for (const team of policy.teams.values()) {
    for (const [index, group] of team.groups.entries()) {
      if (known.has(group)) continue;
      places.warn(
        ['teams', team.name, 'groups', index],
        message(group, `The team "${team.name}" is the group`),
      );
    }
  }
  for (const [section, entries] of Object.entries({
    rules: policy.document.rules ?? [],
    approvals: policy.document.approvals ?? [],
  })) {
    for (const [index, { to = [] }] of entries.entries()) {
      for (const [at, selector] of to.entries()) {
        const ref = fold(selector);
        if (!ref.startsWith('group:') || known.has(ref)) continue;
        places.warn(
          [section, index, 'to', at],
          message(ref, 'This is about the group'),
        );
      }
    }
  }
}

function warnAboutBeaten(
  rule: CompiledRule,
  beaten: BeatenAllows,
  places: Places,
) {
  const found = beaten.find(rule);
  if (!found) return;
  const { by, line, file, on, instead } = found;
  const place = `${file ? `${file}, ` : ''}line ${line}`;
  places.warn(
    ['rules', rule.index],
    `The allow "${rule.id}"${
      on ? ` on ${on}` : ''
    } never counts: ${by} (${place}) always beats it: ${instead}`,
  );
}

function warnAboutCases(
  policy: CompiledPolicy,
  reports: readonly PolicyTestReport[],
  places: Places,
) {
  const covered = new Set(
    reports.flatMap(({ cases }) =>
      cases.flatMap(({ actual }) => (actual?.legs ?? []).map(({ by }) => by)),
    ),
  );
  const suggestions = CaseSuggestions.create(policy);
  for (const rule of policy.internals.rules) {
    if (covered.has(rule.id)) continue;
    places.warnAbout(
      rule,
      `No test case is decided by the rule "${rule.id}": add ${suggestions.of(
        rule,
      )}`,
    );
  }
}
