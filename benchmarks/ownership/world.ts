// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A company for the ownership benchmark: groups three deep, services with owners, rules and questions. The same seed
// makes the same company.

export const GROUPS = 1_000;
const DIVISIONS = 10;
const DEPARTMENTS = 90;
const SERVICES = 500;
const ENVIRONMENTS = 20;
const PEOPLE = 2_000;
const ACTIONS = ['service.plan', 'service.deploy', 'service.destroy'];

export interface Rule {
  id: string;
  effect: 'allow' | 'deny';
  /** A group, or `owner` for the owners of the service that is asked about. */
  to: string;
  action: string;
  /** Index; undefined for all. */
  environment?: number;
  /** Index; undefined for all. */
  service?: number;
  /** Holds with a change ticket only. */
  ticket: boolean;
}

export interface Person {
  ref: string;
  /** Where the person is a member; parents follow from there. */
  groups: string[];
  /** With all parents. */
  all: string[];
}

export interface Question {
  person: Person;
  action: string;
  environment: number;
  service: number;
  ticket: boolean;
}

export interface World {
  groups: { ref: string; team: string; parent?: string }[];
  owners: number[];
  rules: Rule[];
  questions: Question[];
  /** The answers, found without any of the engines. */
  truth: boolean[];
}

export const environmentName = (index: number) =>
  `${index % 2 ? 'prod' : 'dev'}-${index >> 1}`;
export const serviceName = (index: number) => `service-${index}`;

/** Mulberry32: small, seeded, good enough to spread questions. */
function randomOf(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below || 0;
  };
}

/**
 * `plain` rules are those that every engine can express: one group, one action, one service in one environment.
 * `written` ones are as people write policies: owners, all services, all environments, change tickets.
 */
export function createWorld(options: {
  rules: number;
  questions: number;
  style: 'plain' | 'written';
  seed?: number;
}): World {
  const next = randomOf(options.seed ?? 20261122);
  const pick = (below: number) => Math.floor(next(below));
  const chance = (share: number) => next(1) < share;
  const groups = Array.from({ length: GROUPS }, (_, index) => {
    let parent: number | undefined;
    if (index >= DIVISIONS + DEPARTMENTS)
      parent = DIVISIONS + pick(DEPARTMENTS);
    else if (index >= DIVISIONS) parent = pick(DIVISIONS);
    return {
      ref: `group:default/team-${index}`,
      team: `team-${index}`,
      parent: parent === undefined ? undefined : `group:default/team-${parent}`,
    };
  });
  const parents = new Map(groups.map(({ ref, parent }) => [ref, parent]));
  const upward = (group: string | undefined): string[] =>
    group === undefined ? [] : [group, ...upward(parents.get(group))];
  const squad = () => groups[DIVISIONS + DEPARTMENTS + pick(900)].ref;

  const people = Array.from({ length: PEOPLE }, (_, index): Person => {
    const own = Array.from({ length: 1 + pick(3) }, squad);
    return {
      ref: `user:default/person-${index}`,
      groups: [...new Set(own)],
      all: [...new Set(own.flatMap(upward))],
    };
  });
  const members = new Map<string, Person[]>();
  for (const person of people) {
    for (const group of person.all) {
      members.set(group, [...(members.get(group) ?? []), person]);
    }
  }
  const peopled = [...members.keys()];
  const owners = Array.from({ length: SERVICES }, () => pick(GROUPS));
  const { style } = options;
  const rules = Array.from({ length: options.rules }, (_, index): Rule => {
    const broad = style === 'written';
    const effect = chance(0.15) ? 'deny' : 'allow';
    const byOwner = broad && effect === 'allow' && chance(0.02);
    return {
      id: `rule-${index}`,
      effect,
      to: byOwner ? 'owner' : peopled[pick(peopled.length)],
      action: ACTIONS[pick(ACTIONS.length)],
      environment: broad && chance(0.1) ? undefined : pick(ENVIRONMENTS),
      service: byOwner || (broad && chance(0.01)) ? undefined : pick(SERVICES),
      ticket: broad && chance(0.3),
    };
  });
  const questions = Array.from({ length: options.questions }, (): Question => {
    // Two of three questions are about something that some rule speaks of.
    const rule = chance(0.67) ? rules[pick(rules.length)] : undefined;
    const concerned = (rule && members.get(rule.to)) ?? people;
    return {
      person: concerned[pick(concerned.length)],
      action: rule?.action ?? ACTIONS[pick(ACTIONS.length)],
      environment: rule?.environment ?? pick(ENVIRONMENTS),
      service: rule?.service ?? pick(SERVICES),
      ticket: chance(0.5),
    };
  });
  const truth = questions.map(question => answer(rules, owners, question));
  return { groups, owners, rules, questions, truth };
}

/** What the rules say, rule by rule: deny beats allow, nothing said is a no. */
function answer(rules: Rule[], owners: number[], asked: Question): boolean {
  const groups = new Set(asked.person.all);
  const holding = rules.filter(
    rule =>
      rule.action === asked.action &&
      (rule.environment ?? asked.environment) === asked.environment &&
      (rule.service ?? asked.service) === asked.service &&
      groups.has(
        rule.to === 'owner'
          ? `group:default/team-${owners[asked.service]}`
          : rule.to,
      ),
  );
  // A deny whose condition is not known holds, an allow does not.
  return (
    holding.some(
      ({ effect, ticket }) => effect === 'allow' && (!ticket || asked.ticket),
    ) && !holding.some(({ effect }) => effect === 'deny')
  );
}

/** The rules as the platform team would write them down. */
export function policyText(world: World): string {
  const { groups, owners, rules } = world;
  const lines = [
    'apiVersion: ownership/v1',
    'kind: OwnershipPolicy',
    'metadata: { name: bench }',
    'attributes: { changeTicket: {} }',
    'teams:',
    ...groups.map(({ team, ref }) => `  ${team}: { groups: [${ref}] }`),
    'environments:',
    ...Array.from({ length: ENVIRONMENTS }, (_, index) => {
      const tier = index % 2 ? 'prod' : 'nonprod';
      return `  ${environmentName(index)}: { tier: ${tier}, owners: [team-0] }`;
    }),
    'services:',
    ...owners.map(
      (owner, index) => `  ${serviceName(index)}: { owners: [team-${owner}] }`,
    ),
    'rules:',
    ...rules.map(rule => {
      const to =
        rule.to === 'owner'
          ? 'owner:service'
          : rule.to.replace('group:default/', 'team:');
      const where =
        rule.environment === undefined
          ? ''
          : `, in: [${environmentName(rule.environment)}]`;
      const on = rule.service === undefined ? '*' : serviceName(rule.service);
      const test =
        rule.effect === 'deny'
          ? 'equals: CHG1' // not known without a ticket, true with it: this deny always holds
          : 'exists: true';
      const when = rule.ticket
        ? `, when: { attr: request.changeTicket, ${test} }`
        : '';
      return `  - { id: ${rule.id}, effect: ${rule.effect}, to: ['${to}'], actions: [${rule.action}]${where}, on: ['service:${on}']${when} }`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}
