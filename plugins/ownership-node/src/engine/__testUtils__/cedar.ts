// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A policy that both can express, written for Cedar. Nothing here calls our engine: it starts from the rules as they
// are written, and Cedar finds the groups of a person, the owners and the tier by walking its own entities.
import {
  type EntityJson,
  preparsePolicySet,
  statefulIsAuthorized,
  type TypeAndId,
} from '@cedar-policy/cedar-wasm/nodejs';

export type When =
  | { attr: string; [operator: string]: unknown }
  | { not: When }
  | { all: When[] }
  | { any: When[] };

export interface CedarRule {
  id: string;
  effect: 'allow' | 'deny';
  to: readonly string[];
  actions: readonly string[];
  in?: readonly string[];
  on?: readonly string[];
  when?: When;
}

/** One leg of a request: what is touched, and where. */
export interface CedarLeg {
  kind: string;
  name: string;
  owners: string[];
  restricted: boolean;
  environment: { name: string; tier: string; owners: string[] };
  service: string;
}

export interface CedarQuestion {
  user: string;
  /** Direct memberships. */
  memberOf: string[];
  action: string;
  /** Without what was not given. */
  context: Record<string, string | number>;
}

const uid = (type: string, id: string): TypeAndId => ({ type, id });
const written = (type: string, id: string) => `${type}::${JSON.stringify(id)}`;

/** The attributes in Cedar, and what has to be there for them to be known. */
function attribute(name: string): { read: string; known: string } {
  const [prefix, key] = name.split('.');
  if (prefix === 'target') return { read: `resource.${key}`, known: 'true' };
  return { read: `context.${key}`, known: `context has ${key}` };
}

function test({
  attr,
  ...rest
}: {
  attr: string;
  [operator: string]: unknown;
}) {
  const { read } = attribute(attr);
  const [[operator, value]] = Object.entries(rest);
  const list = (items: unknown) => JSON.stringify(items);
  switch (operator) {
    case 'equals':
      return `${read} == ${JSON.stringify(value)}`;
    case 'in':
      return `${list(value)}.contains(${read})`;
    case 'startsWith':
      return `${read} like ${JSON.stringify(`${value}*`)}`;
    case 'before':
      return `${read} < ${Date.parse(String(value))}`;
    case 'after':
      return `${read} >= ${Date.parse(String(value))}`;
    default:
      throw new Error(`No such test: ${operator}`);
  }
}

/**
 * Cedar knows true and false only, and skips a policy that reads what is not
 * there; so three values are written as two expressions, "is true" and
 * "is false". Neither holds for what is unknown.
 */
function truth(when: When, wanted: boolean): string {
  const join = (parts: When[], operator: string) =>
    parts.map(part => `(${truth(part, wanted)})`).join(` ${operator} `);
  if ('attr' in when) {
    const attr = String(when.attr);
    const { known } = attribute(attr);
    if ('exists' in when) return when.exists === wanted ? known : `!(${known})`;
    const inner = test(when as { attr: string });
    return `${known} && ${wanted ? '' : '!'}(${inner})`;
  }
  if ('not' in when) return truth(when.not as When, !wanted);
  const all = 'all' in when;
  return join(
    (all ? when.all : when.any) as When[],
    all === wanted ? '&&' : '||',
  );
}

function audience(to: string): string {
  const [kind, name] = to.split(/:(.*)/s);
  switch (kind) {
    case 'everyone':
      return 'true';
    case 'team':
      return `principal in ${written('Team', name)}`;
    case 'owner':
      return name === 'environment'
        ? 'principal in resource.environmentOwners'
        : `resource in ${written(
            'Kind',
            name,
          )} && principal in resource.owners`;
    case 'user':
      return `principal == ${written('User', to)}`;
    default:
      return `principal in ${written('Group', to)}`;
  }
}

function place(name: string): string {
  if (name === 'tier:*') return 'true';
  return name.startsWith('tier:')
    ? `resource in ${written('Tier', name.slice('tier:'.length))}`
    : `resource in ${written('Environment', name)}`;
}

function thing(name: string): string {
  return name.endsWith(':*')
    ? `resource in ${written('Kind', name.slice(0, -2))}`
    : `resource == ${written('Thing', name)}`;
}

const anyOf = (parts: string[]) => parts.map(part => `(${part})`).join(' || ');

function policyOf(rule: CedarRule): string {
  const permit = rule.effect === 'allow';
  const actions = rule.actions.includes('*')
    ? 'action'
    : `action in [${rule.actions.map(each => written('Action', each))}]`;
  const clauses = [
    anyOf(rule.to.map(audience)),
    ...(rule.in ? [anyOf(rule.in.map(place))] : []),
    ...(rule.on ? [anyOf(rule.on.map(thing))] : []),
  ].map(clause => `when { ${clause} }`);
  if (rule.when) {
    // What is not known never allows and always denies.
    clauses.push(
      permit
        ? `when { ${truth(rule.when, true)} }`
        : `unless { ${truth(rule.when, false)} }`,
    );
  }
  return `${
    permit ? 'permit' : 'forbid'
  } (principal, ${actions}, resource) ${clauses.join(' ')};`;
}

const GUARD = `forbid (principal, action, resource)
  when { resource.restricted } unless { principal in resource.owners }
  unless { action == Action::"service.plan" };`;

/** Asks Cedar about the legs of a request under these rules. */
export class Cedar {
  readonly #groups: EntityJson[];

  /** @param options.groups - every group with its parents and with the teams that it stands for */
  static create(options: {
    rules: readonly CedarRule[];
    groups: Record<string, { parents: string[]; teams: string[] }>;
  }): Cedar {
    const policies = [GUARD, ...options.rules.map(policyOf)].join('\n');
    const answer = preparsePolicySet('rules', { staticPolicies: policies });
    if (answer.type === 'failure') {
      throw new Error(`${answer.errors[0].message} in ${policies}`);
    }
    return new Cedar(
      Object.entries(options.groups).map(([name, { parents, teams }]) => ({
        uid: uid('Group', name),
        attrs: {},
        parents: [
          ...parents.map(parent => uid('Group', parent)),
          ...teams.map(team => uid('Team', team)),
        ],
      })),
    );
  }

  private constructor(groups: EntityJson[]) {
    this.#groups = groups;
  }

  allows(asked: CedarQuestion, leg: CedarLeg): boolean {
    const { environment, kind } = leg;
    const teams = (names: string[]) =>
      names.map(name => ({ __entity: uid('Team', name) }));
    const resource = uid('Thing', `${kind}:${leg.name}`);
    const answer = statefulIsAuthorized({
      principal: uid('User', asked.user),
      action: uid('Action', asked.action),
      resource,
      context: asked.context,
      preparsedPolicySetId: 'rules',
      entities: [
        ...this.#groups,
        {
          uid: uid('User', asked.user),
          attrs: {},
          parents: asked.memberOf.map(group => uid('Group', group)),
        },
        {
          uid: uid('Environment', environment.name),
          attrs: {},
          parents: [uid('Tier', environment.tier)],
        },
        {
          uid: resource,
          attrs: {
            owners: teams(leg.owners),
            environmentOwners: teams(environment.owners),
            restricted: leg.restricted,
            environment: environment.name,
            tier: environment.tier,
            service: leg.service,
          },
          parents: [uid('Kind', kind), uid('Environment', environment.name)],
        },
      ],
    });
    if (answer.type === 'failure') throw new Error(answer.errors[0].message);
    const { decision, diagnostics } = answer.response;
    // Cedar skips what it cannot evaluate; then the two would be compared on different policies.
    if (diagnostics.errors.length) {
      throw new Error(diagnostics.errors[0].error.message);
    }
    return decision === 'allow';
  }
}
