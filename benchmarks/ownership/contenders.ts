// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The engines, each asked in the way that suits it best: whatever can be prepared before a question is prepared.
import {
  type EntityJson,
  preparsePolicySet,
  type StatefulAuthorizationCall,
  statefulIsAuthorized,
} from '@cedar-policy/cedar-wasm/nodejs';
import { newEnforcer, newModelFromString, StringAdapter } from 'casbin';
import { decide } from '../../plugins/ownership-node/src/engine/decide';
import type { OwnershipQuery } from '../../plugins/ownership-node/src/engine/evaluate';
import { loadPolicy } from '../../plugins/ownership-node/src/engine/loadPolicy';
import {
  environmentName,
  type Person,
  policyText,
  type Question,
  serviceName,
  type World,
} from './world';

export interface Contender {
  name: string;
  /** What is loaded, as a text. */
  source(world: World): string;
  /** Reads the rules and is ready to answer; returns what answers the question of that number. */
  load(source: string): Promise<(world: World) => (number: number) => boolean>;
}

const AT = new Date('2026-06-01T10:00:00Z');

export const queryOf = (question: Question): OwnershipQuery => ({
  subject: {
    userEntityRef: question.person.ref,
    groupEntityRefs: question.person.all,
  },
  target: {
    action: question.action,
    environment: environmentName(question.environment),
    service: serviceName(question.service),
  },
  request: question.ticket ? { changeTicket: 'CHG1' } : {},
  at: AT,
});

const objectOf = ({ environment, service }: Question) =>
  `${environmentName(environment)}/${serviceName(service)}`;

function loadOurs(text: string) {
  const { policy, errors } = loadPolicy(text);
  if (!policy) throw new Error(errors[0].message);
  return policy;
}

export const fairway: Contender = {
  name: 'Fairway: decide',
  source: policyText,
  async load(source) {
    const policy = loadOurs(source);
    return ({ questions }) => {
      const queries = questions.map(queryOf);
      return number => decide(policy, queries[number]).decision === 'allow';
    };
  },
};

/** The same with all its words, which are made when they are read. */
export const fairwayInWords: Contender = {
  name: 'Fairway: decide, and read message, legs and whom to ask',
  source: policyText,
  async load(source) {
    const policy = loadOurs(source);
    return ({ questions }) => {
      const queries = questions.map(queryOf);
      return number => {
        const { decision, message, legs, askFor } = decide(
          policy,
          queries[number],
        );
        if (!message || !legs.length || !askFor) throw new Error('No words');
        return decision === 'allow';
      };
    };
  },
};

/** The model of the community RBAC plugin; the cheap comparisons stand first, which makes it faster here. */
const CASBIN_MODEL = `
[request_definition]
r = sub, obj, act
[policy_definition]
p = sub, obj, act, eft
[role_definition]
g = _, _
[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
[matchers]
m = r.obj == p.obj && r.act == p.act && g(r.sub, p.sub)
`;

export const casbin: Contender = {
  name: 'casbin: enforceSync, the RBAC model with a role hierarchy',
  source: ({ groups, rules, questions }) => {
    const people = new Set(questions.map(({ person }) => person));
    return [
      ...rules.map(rule =>
        [
          'p',
          rule.to,
          `${environmentName(rule.environment!)}/${serviceName(rule.service!)}`,
          rule.action,
          rule.effect,
        ].join(', '),
      ),
      ...groups.flatMap(({ ref, parent }) =>
        parent ? [`g, ${ref}, ${parent}`] : [],
      ),
      ...[...people].flatMap(person =>
        person.groups.map(group => `g, ${person.ref}, ${group}`),
      ),
    ].join('\n');
  },
  async load(source) {
    const enforcer = await newEnforcer(
      newModelFromString(CASBIN_MODEL),
      new StringAdapter(source),
    );
    return ({ questions }) => {
      const asked = questions.map(question => ({
        sub: question.person.ref,
        obj: objectOf(question),
        act: question.action,
      }));
      return number => {
        const { sub, obj, act } = asked[number];
        return enforcer.enforceSync(sub, obj, act);
      };
    };
  },
};

const uid = (type: string, id: string) => ({ type, id });
const POLICY_SET = 'bench';

export const cedar: Contender = {
  name: 'Cedar: statefulIsAuthorized, policies parsed before',
  source: ({ rules }) =>
    rules
      .map(rule => {
        const effect = rule.effect === 'allow' ? 'permit' : 'forbid';
        const target = `${environmentName(rule.environment!)}/${serviceName(
          rule.service!,
        )}`;
        return `${effect} (principal in Group::"${rule.to}", action == Action::"${rule.action}", resource == Target::"${target}");`;
      })
      .join('\n'),
  async load(source) {
    const answer = preparsePolicySet(POLICY_SET, { staticPolicies: source });
    if (answer.type === 'failure') throw new Error(answer.errors[0].message);
    return ({ questions, groups }) => {
      const parents = new Map(groups.map(each => [each.ref, each.parent]));
      // Only the groups of the person, not all thousand.
      const entitiesOf = (person: Person): EntityJson[] => [
        {
          uid: uid('User', person.ref),
          attrs: {},
          parents: person.groups.map(group => uid('Group', group)),
        },
        ...person.all.map(group => ({
          uid: uid('Group', group),
          attrs: {},
          parents: [parents.get(group) ?? []]
            .flat()
            .map(parent => uid('Group', parent)),
        })),
      ];
      const calls = questions.map(
        (question): StatefulAuthorizationCall => ({
          principal: uid('User', question.person.ref),
          action: uid('Action', question.action),
          resource: uid('Target', objectOf(question)),
          context: {},
          preparsedPolicySetId: POLICY_SET,
          entities: entitiesOf(question.person),
        }),
      );
      return number => {
        const result = statefulIsAuthorized(calls[number]);
        if (result.type === 'failure') {
          throw new Error(result.errors[0].message);
        }
        return result.response.decision === 'allow';
      };
    };
  },
};

/** No engine can be faster: the answers of all questions are known, and are looked up. */
export const lookUp: Contender = {
  name: 'hash look-up of answers that are known before',
  source: ({ questions, truth }) =>
    JSON.stringify(
      questions.map((question, number) => [
        `${question.person.ref} ${question.action} ${objectOf(question)}`,
        truth[number],
      ]),
    ),
  async load(source) {
    const answers = new Map<string, boolean>(JSON.parse(source));
    return ({ questions }) => {
      const asked = questions.map(
        question =>
          [question.person.ref, question.action, objectOf(question)] as const,
      );
      return number => {
        const [person, action, object] = asked[number];
        return answers.get(`${person} ${action} ${object}`) === true;
      };
    };
  },
};
