// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  DecisionLeg,
  SkippedRule,
} from '@fairway/backstage-plugin-ownership-common';
import type { LegVerdict, OwnershipQuery, Verdict } from './evaluate';
import type { CompiledPolicy, CompiledRule, PolicyEntry } from './model';
import { enumerate, shown, words } from './names';
import { neededAttributes, satisfy } from './needs';
import { speaksAbout } from './ruleIndex';
import { describeCondition } from './when';

/** Rules that a leg was near to; more of them help nobody. */
const MAX_SKIPPED = 5;
const NEAR_LIMIT = 100;

const VERBS: Record<string, string> = {
  'service.plan': 'plan',
  'service.deploy': 'deploy',
  'service.destroy': 'destroy',
  'store.request': 'ask for something in',
  'store.change': 'change',
  'store.drop': 'drop',
  'protected-path.change': 'change protected files',
  'dispatch.run': 'run a dispatch',
};

/** A decision in words: what, why, and what next. */
export interface Explanation {
  message: string;
  legs: DecisionLeg[];
  askFor: string[];
}

interface NearMiss extends SkippedRule {
  /** Lower is nearer. */
  rank: number;
  /** The sentence for the message, where the asker can do something about it. */
  hint?: string;
}

export function explain(
  policy: CompiledPolicy,
  query: OwnershipQuery,
  verdict: Verdict,
): Explanation {
  const what = describeQuestion(verdict);
  if (verdict.decision === 'allow') {
    const by = verdict.legs.map(leg => nameRule(policy, leg));
    return {
      message: `${shown(verdict.asker.user)} may ${what}: ${enumerate([
        ...new Set(by),
      ])}.`,
      legs: verdict.legs.map(leg => toLeg(leg, [])),
      askFor: [],
    };
  }
  const askFor = whomToAsk(policy, verdict);
  const ask = askFor.length ? ` Ask ${enumerate(askFor, 'or')}.` : '';
  const start = `${shown(verdict.asker.user)} may not ${what}`;
  if (verdict.refusal) {
    const { because, leg, by } = verdict.refusal;
    return {
      message: `${start}: ${because} (${by}).${ask}`,
      legs: [{ target: leg, decision: 'deny', by, skipped: [] }],
      askFor,
    };
  }
  const misses = new Map(
    verdict.legs.map(leg => [leg, nearMisses(policy, leg)]),
  );
  const denied = verdict.legs.filter(leg => leg.decision === 'deny');
  const decisive = denied.find(leg => leg.by === verdict.by) ?? denied[0];
  const hint = denied
    .flatMap(leg => misses.get(leg) ?? [])
    .find(miss => miss.hint)?.hint;
  const reachable = neededAttributes(policy, query, verdict).length > 0;
  const reason = whyNot(policy, decisive, verdict.legs.length > 1);
  return {
    message: `${start}: ${reason}.${
      hint && (reachable || denied.length > 1) ? ` ${hint}.` : ''
    }${ask}`,
    legs: verdict.legs.map(leg => toLeg(leg, misses.get(leg) ?? [])),
    askFor,
  };
}

function toLeg(leg: LegVerdict, misses: readonly NearMiss[]): DecisionLeg {
  const { target, decision, by, rule } = leg;
  const line =
    rule?.line ?? (by.startsWith('guard:') ? leg.entry?.line : undefined);
  return {
    target,
    decision,
    by,
    ...(line !== undefined && { line }),
    ...(rule?.file !== undefined && { file: rule.file }),
    ...(rule?.why !== undefined && { why: rule.why }),
    skipped: misses.map(({ id, line: at, because }) => ({
      id,
      line: at,
      because,
    })),
  };
}

function describeQuestion(verdict: Verdict): string {
  const { action, environment, service, stores = [] } = verdict.output;
  const target = action.startsWith('service.')
    ? [service ?? 'an unnamed service']
    : stores;
  return [
    VERBS[action] ?? `"${shown(action)}"`,
    enumerate(target.map(shown)),
    environment ? `in ${shown(environment)}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function nameRule(
  policy: CompiledPolicy,
  { by, rule, passed }: LegVerdict,
): string {
  if (rule) return `${by} (${rule.file ?? policy.source}, line ${rule.line})`;
  return passed ? `${by}, which passes ${passed}` : by;
}

function whyNot(
  policy: CompiledPolicy,
  leg: LegVerdict,
  several: boolean,
): string {
  const { by, entry, rule, target } = leg;
  if (rule) {
    const why = rule.why ? `${rule.why.replace(/[.\s]+$/, '')} ` : '';
    return `${why || 'a rule denies it '}(rule ${by}, ${
      rule.file ?? policy.source
    }, line ${rule.line})`;
  }
  if (entry && by.startsWith('guard:')) {
    return `${entry.name} is restricted to its owners (${by}, ${policy.source}, line ${entry.line})`;
  }
  return `no rule allows it${
    several ? ` for ${target.replace(':', ' ')}` : ''
  } (default)`;
}

/** Allow rules that fail in one point only, nearest first. */
function nearMisses(policy: CompiledPolicy, leg: LegVerdict): NearMiss[] {
  if (leg.decision === 'allow' || leg.by !== 'default') return [];
  return policy.internals.allow
    .near(leg.lookup, NEAR_LIMIT)
    .flatMap(rule => nearMiss(policy, leg, rule) ?? [])
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MAX_SKIPPED);
}

function nearMiss(
  policy: CompiledPolicy,
  leg: LegVerdict,
  rule: CompiledRule,
): NearMiss | undefined {
  const { lookup } = leg;
  const there =
    !rule.environments ||
    (lookup.environment !== undefined &&
      rule.environments.has(lookup.environment));
  const theirs = speaksAbout(rule, lookup, false);
  const { id, line } = rule;
  if (there && theirs && rule.when) {
    const attributes = Object.keys(
      satisfy(rule.when, true, lookup.facts) ?? {},
    );
    if (!attributes.length) {
      const because = `holds only while ${describeCondition(rule.when)}`;
      return { id, line, because, rank: 1 };
    }
    const names = attributes.map(name => `request.${name}`);
    const things = attributes.map(name => withArticle(words(name)));
    return {
      id,
      line,
      because: `needs ${enumerate(names)} (${describeCondition(rule.when)})`,
      rank: 0,
      hint: `${id} (line ${line}) would allow this with ${enumerate(
        things,
      )} (${enumerate(names)})`,
    };
  }
  if (theirs && !there && !rule.when) {
    const where = [...(rule.environments ?? [])];
    const because = `is for ${enumerate(where) || 'no environment'}, not for ${
      lookup.environment ?? 'an unnamed environment'
    }`;
    return { id, line, because, rank: 2 };
  }
  if (there && !theirs && !rule.when) {
    return {
      id,
      line,
      because: `is for ${audience(policy, leg, rule)}`,
      rank: 3,
    };
  }
  return undefined;
}

function withArticle(thing: string): string {
  return `${/^[aeiou]/.test(thing) ? 'an' : 'a'} ${thing}`;
}

function audience(
  policy: CompiledPolicy,
  leg: LegVerdict,
  rule: CompiledRule,
): string {
  const owners = [...rule.to.owners].map(kind => {
    const entry =
      kind === 'environment'
        ? policy.environments.get(leg.lookup.environment ?? '')
        : leg.entry;
    const teams = enumerate([...(entry?.owners ?? [])]);
    return `the owners of the ${kind}${teams ? ` (${teams})` : ''}`;
  });
  const teams = [...rule.to.teams].map(team => `team ${team}`);
  return enumerate([...teams, ...owners, ...rule.to.refs]);
}

/** Groups that own what was refused; the environment's if the asker is one of them already. */
function whomToAsk(policy: CompiledPolicy, verdict: Verdict): string[] {
  const { asker, refusal, resolved } = verdict;
  const groupsOf = (entry: PolicyEntry | undefined) =>
    [...(entry?.owners ?? [])]
      .filter(team => !asker.teams.has(team))
      .flatMap(team => policy.teams.get(team)?.groups ?? []);
  if (refusal) return [...new Set(groupsOf(refusal.entry))];
  const environment = resolved?.environment;
  const denied = verdict.legs.filter(leg => leg.decision === 'deny');
  const refs = denied.flatMap(leg =>
    // A rule that denies is lifted by who runs the environment, not by who owns the service.
    leg.rule || !leg.entry || intersectsNone(leg)
      ? groupsOf(environment ?? leg.entry)
      : groupsOf(leg.entry),
  );
  return [...new Set(refs)];
}

function intersectsNone(leg: LegVerdict): boolean {
  const owners = [...(leg.entry?.owners ?? [])];
  return (
    !owners.length || owners.some(team => leg.lookup.asker.teams.has(team))
  );
}
