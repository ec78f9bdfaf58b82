// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { OWNERSHIP_ACTIONS } from '@fairway/backstage-plugin-ownership-common';
import type {
  PolicyDiff,
  PolicyDiffEntry,
  PolicyDiffSide,
  OwnershipSubject,
} from '@fairway/backstage-plugin-ownership-common';
import { type ApprovalChange, ApprovalChanges } from './diffApprovals';
import { diffRules, diffSections } from './diffDocuments';
import { decide } from './decide';
import type { CompiledPolicy } from './model';
import { fold } from './names';
import {
  ANYBODY,
  possibleAnswer,
  type PossibleAnswer,
  RelevantPeople,
  STRENGTH,
  subjectOfRef,
} from './people';
import { checkSize, type Question, questionsOf } from './questions';

/** Somebody a policy can be asked about, with a name for people. @public */
export interface PolicySubject {
  /** `everyone`, or whatever the result should call them. */
  who: string;
  subject: OwnershipSubject;
}

const EVERYONE: PolicySubject = { who: 'everyone', subject: ANYBODY };

/** @public */
export interface DiffOptions {
  at: Date;
  /** Left out: everyone, and each group, user and client that one of the policies names. */
  subjects?: readonly PolicySubject[];
  /** Names; left out: all of both policies. Names that neither has find nothing. */
  actions?: readonly string[];
  environments?: readonly string[];
  services?: readonly string[];
  request?: Record<string, string>;
}

/**
 * Who gains and who loses from one revision to another: each subject, action,
 * environment and service (or store) is asked of both. A group that changes only as everyone does is
 * not listed beside `everyone`.
 *
 * @throws InputError `ownership-question-too-large`
 * @public
 */
export function diffPolicies(
  before: CompiledPolicy,
  after: CompiledPolicy,
  options: DiffOptions,
): PolicyDiff {
  const { at, request } = options;
  const people = [before, after].map(each => RelevantPeople.create(each));
  const questions = questionsOfBoth(before, after, options);
  checkSize(questions.length * (options.subjects?.length ?? 1));
  const gains: PolicyDiffEntry[] = [];
  const loses: PolicyDiffEntry[] = [];
  const changes: PolicyDiffEntry[] = [];
  const approvals = ApprovalChanges.create(before, after);
  for (const question of questions) {
    const { on, environment, target } = question;
    const subjects =
      options.subjects ??
      [EVERYONE, ...new Set(people.flatMap(each => each.refsOf(target)))].map(
        each =>
          typeof each === 'string'
            ? { who: each, subject: subjectOfRef(each) }
            : each,
      );
    let general: string | undefined;
    for (const { who, subject } of subjects) {
      const query = { subject, target, request, at };
      const sides = [before, after].map(each => possibleAnswer(each, query));
      const pair = JSON.stringify(sides.map(plain));
      if (who === EVERYONE.who) general = pair;
      else if (pair === general && !options.subjects) continue;
      const list = { gains, loses, changes, none: undefined }[compare(sides)];
      list?.push({
        who,
        teams: teamsOf([before, after], subject.groupEntityRefs),
        action: target.action,
        environment,
        on,
        before: toSide(before, query, sides[0]),
        after: toSide(after, query, sides[1]),
      });
      if (sides.every(({ decision }) => decision !== 'deny')) {
        approvals.add({ who, on, environment }, query);
      }
    }
  }
  const rules = diffRules(before, after);
  const sections = diffSections(before, after);
  const found: ApprovalChange[] = approvals.list();
  return {
    before: before.revision,
    after: after.revision,
    at: at.toISOString(),
    message: [
      count(gains.length, 'answer', 'more generous'),
      count(loses.length, 'answer', 'stricter'),
      count(changes.length, 'answer', 'different'),
      count(found.length, 'approval', 'different'),
      count(rules.length, 'rule', 'different'),
      ...(sections.length ? [`also ${sections.join(', ')}`] : []),
    ].join('; '),
    gains,
    loses,
    changes,
    approvals: found,
    rules,
    sections,
  };
}

function count(number: number, thing: string, how: string): string {
  return `${number || 'no'} ${thing}${number === 1 ? '' : 's'} ${how}`;
}

function questionsOfBoth(
  before: CompiledPolicy,
  after: CompiledPolicy,
  options: DiffOptions,
): Question[] {
  const wanted = options.actions?.map(fold);
  const actions = OWNERSHIP_ACTIONS.filter(
    action => !wanted || wanted.includes(action),
  );
  const environments = options.environments?.map(fold);
  const services = options.services?.map(fold);
  const found = new Map<string, Question>();
  for (const policy of [after, before]) {
    const { environment, service } = policy.internals.byName;
    const canonical = (
      names: readonly string[] | undefined,
      known: ReadonlyMap<string, { name: string }>,
    ) => names?.flatMap(name => known.get(name)?.name ?? []);
    for (const action of actions) {
      const all = questionsOf(policy, action, {
        environments: canonical(environments, environment),
        services: canonical(services, service),
      });
      for (const question of all) {
        const key = [action, question.environment, question.on].join(' ');
        if (!found.has(fold(key))) found.set(fold(key), question);
      }
    }
  }
  return [...found.values()];
}

function plain({ decision, by, needs }: PossibleAnswer) {
  return [decision, by, needs];
}

function compare([before, after]: PossibleAnswer[]) {
  const step = STRENGTH[after.decision] - STRENGTH[before.decision];
  if (step) return step > 0 ? 'gains' : 'loses';
  const old = new Set(before.needs);
  const now = new Set(after.needs);
  const more = [...now].some(name => !old.has(name));
  const fewer = [...old].some(name => !now.has(name));
  if (more && fewer) return 'changes';
  if (more) return 'loses';
  return fewer ? 'gains' : 'none';
}

function toSide(
  policy: CompiledPolicy,
  query: Parameters<typeof decide>[1],
  { decision, by, needs }: PossibleAnswer,
): PolicyDiffSide {
  return { decision, by, needs, message: decide(policy, query).message };
}

function teamsOf(
  policies: readonly CompiledPolicy[],
  groups: readonly string[],
): string[] {
  const teams = policies.flatMap(policy =>
    groups.flatMap(
      group => policy.internals.teamsByGroup.get(fold(group)) ?? [],
    ),
  );
  return [...new Set(teams)];
}
