// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  OwnershipSubject,
  OwnershipTarget,
} from '@fairway/backstage-plugin-ownership-common';
import type {
  WhoCan,
  WhoCanEntry,
} from '@fairway/backstage-plugin-ownership-common';
import { decide } from './decide';
import { decidingRules } from './decidingRules';
import type { CompiledPolicy } from './model';
import { enumerate } from './names';
import { targetRefOf } from './normalize';
import {
  ANYBODY,
  possibleAnswer,
  type PossibleAnswer,
  RelevantPeople,
  subjectOfRef,
} from './people';

/** Pairs grow with the square; more people than this are looked at one by one only. */
const MAX_PAIRED = 60;

/** @public */
export interface WhoCanQuery {
  target: OwnershipTarget;
  at: Date;
  /** Attributes of the request, by name without `request.`. */
  request?: Record<string, string>;
}

interface Candidate {
  /** Refs of groups, users or clients that these people are, folded. */
  refs: string[];
  answer: PossibleAnswer;
}

/**
 * Who may do something: every team, group, user and client that the policy
 * gives a yes, with the rule and selector that does, and what it needs.
 *
 * Every leg has to be allowed to the same person, so people who are in two
 * groups at once are looked at too.
 *
 * @public
 */
export function whoCan(policy: CompiledPolicy, query: WhoCanQuery): WhoCan {
  const ask = (subject: OwnershipSubject) =>
    possibleAnswer(policy, { ...query, subject });
  const anybody = ask(ANYBODY);
  const found = RelevantPeople.create(policy)
    .refsOf(query.target)
    .map<Candidate>(ref => ({
      refs: [ref],
      answer: ask(subjectOfRef(ref)),
    }));
  const pairs = anybody.decision === 'deny' ? inPairs(found, ask) : [];
  const better = [...found, ...pairs].filter(({ answer }) =>
    answer.decision === 'allow'
      ? anybody.decision !== 'allow'
      : answer.decision === 'needs' && anybody.decision === 'deny',
  );
  const toEntry = (each: Named): WhoCanEntry => {
    const { decision, by, needs, verdict } = each.answer;
    return {
      who: each.who,
      groups: each.refs.filter(ref => ref.startsWith('group:')),
      decision: decision === 'allow' ? 'allow' : 'needs',
      by,
      needs,
      message: decide(policy, { ...query, subject: each.subject }).message,
      rules: decidingRules(policy, verdict),
    };
  };
  const everyone: Named[] =
    anybody.decision === 'deny'
      ? []
      : [{ who: ['everyone'], refs: [], answer: anybody, subject: ANYBODY }];
  const entries = [...everyone, ...byTeam(policy, better)]
    .map(toEntry)
    .sort((a, b) => rank(a) - rank(b));
  const refused = found.filter(({ answer }) =>
    refusesInParticular(answer, anybody),
  );
  const { message, askFor, target } = decide(policy, {
    ...query,
    subject: ANYBODY,
  });
  const targetRef = targetRefOf(target);
  return {
    revision: policy.revision,
    at: query.at.toISOString(),
    target,
    targetRef,
    message: summary(`${target.action} on ${targetRef}`, entries),
    entries,
    except: byTeam(policy, refused).map(({ who, refs, answer }) => ({
      who,
      groups: refs.filter(ref => ref.startsWith('group:')),
      rules: decidingRules(policy, answer.asked).filter(({ id }) =>
        answer.asked.legs.some(
          leg => leg.decision === 'deny' && leg.rule && leg.by === id,
        ),
      ),
    })),
    everyoneElse: {
      decision: anybody.decision,
      by: anybody.by,
      needs: anybody.needs,
      message,
      askFor,
    },
  };
}

function rank({ decision, who }: WhoCanEntry): number {
  return (decision === 'allow' ? 0 : 2) + (who[0] === 'everyone' ? 0 : 1);
}

/** A deny rule that speaks about these people, and not about anybody. */
function refusesInParticular(
  answer: PossibleAnswer,
  anybody: PossibleAnswer,
): boolean {
  const listed = answer.decision === 'needs' && anybody.decision !== 'allow';
  if (answer.decision === 'allow' || listed) return false;
  const general = new Set(anybody.asked.legs.map(leg => leg.by));
  return answer.asked.legs.some(
    leg => leg.decision === 'deny' && leg.rule && !general.has(leg.by),
  );
}

/** People who may only because they are in two groups: one for each leg. */
function inPairs(
  candidates: readonly Candidate[],
  ask: (subject: OwnershipSubject) => PossibleAnswer,
): Candidate[] {
  const alone = candidates.filter(
    ({ answer, refs }) =>
      answer.decision === 'deny' &&
      answer.asked.legs.length > 1 &&
      !refs[0].startsWith('client:'),
  );
  if (alone.length > MAX_PAIRED) return [];
  return alone.flatMap((first, index) =>
    alone.slice(index + 1).flatMap(second => {
      const refs = [...first.refs, ...second.refs];
      const users = refs.filter(ref => ref.startsWith('user:'));
      if (users.length > 1) return [];
      const answer = ask({
        userEntityRef: users[0] ?? ANYBODY.userEntityRef,
        groupEntityRefs: refs.filter(ref => ref.startsWith('group:')),
      });
      return answer.decision === 'deny' ? [] : [{ refs, answer }];
    }),
  );
}

interface Named extends Candidate {
  who: string[];
  subject: OwnershipSubject;
}

/** Groups by the name of their team, where all groups of the team are answered alike. */
function byTeam(
  policy: CompiledPolicy,
  candidates: readonly Candidate[],
): Named[] {
  const key = ({ answer }: Candidate) =>
    JSON.stringify([answer.decision, answer.by, answer.needs]);
  const single = new Map(
    candidates
      .filter(({ refs }) => refs.length === 1)
      .map(each => [each.refs[0], key(each)]),
  );
  const paired = new Set(
    candidates.filter(({ refs }) => refs.length > 1).flatMap(x => x.refs),
  );
  const nameOf = new Map<string, string>();
  for (const team of policy.teams.values()) {
    const keys = new Set(team.groups.map(group => single.get(group)));
    const alike = keys.size === 1 && !keys.has(undefined);
    const alone = team.groups.length === 1 && paired.has(team.groups[0]);
    for (const group of alike || alone ? team.groups : []) {
      if (!nameOf.has(group)) nameOf.set(group, `team:${team.name}`);
    }
  }
  const named = new Map<string, Named>();
  for (const candidate of candidates) {
    const who = candidate.refs.map(ref => nameOf.get(ref) ?? ref);
    const id = who.join(' ');
    const earlier = named.get(id);
    if (earlier) {
      earlier.refs = [...new Set([...earlier.refs, ...candidate.refs])];
    } else {
      const user = candidate.refs.find(ref => !ref.startsWith('group:'));
      named.set(id, {
        ...candidate,
        who,
        subject: {
          userEntityRef: user ?? who.join(' and '),
          groupEntityRefs: candidate.refs.filter(ref => ref !== user),
        },
      });
    }
  }
  return [...named.values()];
}

function summary(question: string, entries: readonly WhoCanEntry[]): string {
  const names = (some: readonly WhoCanEntry[]) =>
    enumerate(some.map(({ who }) => who.join(' with ')));
  const ways = new Map<string, WhoCanEntry[]>();
  for (const entry of entries) {
    const needs = enumerate(entry.needs.map(name => `request.${name}`));
    ways.set(needs, [...(ways.get(needs) ?? []), entry]);
  }
  const parts = [...ways].map(
    ([needs, some]) => `${names(some)}${needs ? ` with ${needs}` : ''}`,
  );
  return `${question}: ${parts.join('; ') || 'nobody'}.`;
}
