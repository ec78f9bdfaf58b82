// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  MatrixCell,
  OwnershipMatrix,
} from '@fairway/backstage-plugin-ownership-common';
import type { CompiledPolicy } from './model';
import {
  ANYBODY,
  possibleAnswer,
  type PossibleAnswer,
  RelevantPeople,
  STRENGTH,
  subjectOfRef,
} from './people';
import { actionOf, checkSize, questionsOf, teamsOf } from './questions';

/** @public */
export interface MatrixOptions {
  action: string;
  at: Date;
  /** Names; left out: `everyone` and all teams. */
  teams?: readonly string[];
  /** Names; left out: all. For the actions of stores `stores` counts instead. */
  services?: readonly string[];
  stores?: readonly string[];
  environments?: readonly string[];
  request?: Record<string, string>;
}

/**
 * What every team is answered for every service (or store) in every
 * environment. A cell holds for a member of that team and no other; for a team
 * of several groups the weakest answer of them.
 *
 * @throws InputError `ownership-name-unknown`, `ownership-question-too-large`
 * @public
 */
export function matrix(
  policy: CompiledPolicy,
  options: MatrixOptions,
): OwnershipMatrix {
  const { at, request } = options;
  const action = actionOf(policy, options.action);
  const teams = teamsOf(policy, options.teams);
  const questions = questionsOf(policy, action, options);
  checkSize(questions.length * teams.length);
  const people = RelevantPeople.create(policy);
  return {
    revision: policy.revision,
    action,
    at: at.toISOString(),
    teams,
    rows: questions.map(({ on, environment, target }) => {
      const ask = (ref?: string) =>
        possibleAnswer(policy, {
          subject: ref === undefined ? ANYBODY : subjectOfRef(ref),
          target,
          request,
          at,
        });
      const anybody = ask();
      const relevant = new Set(people.refsOf(target));
      const answers = new Map<string, PossibleAnswer>();
      const answerOf = (group: string) => {
        // A group that no rule and no owner is about is answered like anybody.
        if (!relevant.has(group)) return anybody;
        const answer = answers.get(group) ?? ask(group);
        answers.set(group, answer);
        return answer;
      };
      const cells = teams.map<MatrixCell>(team => {
        const groups = policy.teams.get(team)?.groups ?? [];
        const [weakest = anybody] = groups
          .map(answerOf)
          .sort((a, b) => STRENGTH[a.decision] - STRENGTH[b.decision]);
        const { decision, by, needs } = weakest;
        return { team, decision, by, needs };
      });
      return { on, environment, cells };
    }),
  };
}
