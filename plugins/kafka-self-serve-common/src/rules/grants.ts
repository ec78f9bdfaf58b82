// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isGrantActive } from '../acls/intents';
import type {
  ApplicationInstance,
  NamePattern,
  ResourceType,
} from '../model/application';
import type { Grant } from '../model/resources';
import { below, type Problem, problem } from '../problems';
import type {
  GrantCreatePayload,
  GrantPayload,
  RevokePayload,
} from '../schemas/access';
import { checkPattern, patternCovers, patternsInWords } from './patterns';

/** @public */
export interface GrantRulesContext {
  /** The instances of the environment. */
  instances: readonly ApplicationInstance[];
  /** Grants of the environment, ended ones too. */
  grants: readonly Grant[];
  /** ISO 8601. */
  now: string;
}

const ownsAll = (
  instance: ApplicationInstance,
  type: ResourceType,
  inner: NamePattern,
) =>
  instance.patterns.some(
    outer => outer.type === type && patternCovers(outer, inner),
  );

/** The instance that can give access: every name asked for is inside of one pattern of it. @public */
export function grantOwner(
  instances: readonly ApplicationInstance[],
  topic: NamePattern,
): ApplicationInstance | undefined {
  return instances.find(instance => ownsAll(instance, 'TOPIC', topic));
}

/** Everything that is wrong with a grant, new or renewed. @public */
export function checkGrant(
  options: GrantRulesContext & { payload: GrantPayload },
): Problem[] {
  const { payload, now } = options;
  return [
    ...(payload.operation === 'renew'
      ? checkGoingOn(options, payload.grant)
      : checkNewGrant(options, payload)),
    ...checkExpiry(payload.expiresAt, now),
  ];
}

/** Everything that is wrong with a revocation. @public */
export function checkRevoke(
  options: GrantRulesContext & { payload: RevokePayload },
): Problem[] {
  return checkGoingOn(options, options.payload.grant);
}

function checkGoingOn(
  { grants, now }: GrantRulesContext,
  id: string,
): Problem[] {
  const where = { path: ['grant'], value: id };
  const grant = grants.find(candidate => candidate.id === id);
  if (!grant) return [problem('grant-not-found', { grant: id }, where)];
  if (isGrantActive(grant, now)) return [];
  const at = grant.revokedAt ?? grant.expiresAt ?? now;
  return [problem('grant-ended', { grant: id, at }, where)];
}

function checkExpiry(expiresAt: string | undefined, now: string): Problem[] {
  if (expiresAt === undefined || Date.parse(expiresAt) > Date.parse(now)) {
    return [];
  }
  const where = { path: ['expiresAt'], value: expiresAt };
  return [problem('grant-expiry-past', { expiresAt }, where)];
}

function checkNewGrant(
  options: GrantRulesContext,
  payload: GrantCreatePayload,
): Problem[] {
  const { instances } = options;
  const { topic, access } = payload;
  const grantee = instances.find(({ id }) => id === payload.grantee);
  const spelling = below(['topic'], checkPattern({ type: 'TOPIC', ...topic }));
  const ofGrantee = grantee
    ? [...checkGrantee(options, payload), ...checkOwnNames(payload, grantee)]
    : [
        problem(
          'instance-not-found',
          { instance: payload.grantee },
          { path: ['grantee'], value: payload.grantee },
        ),
      ];
  const group =
    access === 'CONSUME' && !payload.group
      ? [
          problem(
            'grant-group-missing',
            { name: topic.name },
            { path: ['group'] },
          ),
        ]
      : [];
  return [
    ...spelling,
    ...(spelling.length > 0 ? [] : checkGiver(instances, payload)),
    ...ofGrantee,
    ...group,
    ...checkUnused(payload),
  ];
}

function checkGiver(
  instances: readonly ApplicationInstance[],
  { topic, grantee }: GrantCreatePayload,
): Problem[] {
  const { pattern, name } = topic;
  const where = { path: ['topic'], value: name };
  const owner = grantOwner(instances, topic);
  if (owner) {
    return owner.id === grantee
      ? [problem('grant-to-owner', { instance: grantee }, where)]
      : [];
  }
  const ofLiterals = instances.find(({ patterns }) =>
    patterns.some(
      own =>
        own.type === 'TOPIC' &&
        own.pattern === 'LITERAL' &&
        patternCovers(topic, own),
    ),
  );
  if (pattern === 'PREFIXED' && ofLiterals) {
    const values = { owner: ofLiterals.id, name };
    return [problem('grant-prefix-of-literal', values, where)];
  }
  const values = { name, owner: 'nobody', owned: 'nothing that covers it' };
  return [problem('grant-outside-owner', values, where)];
}

function checkGrantee(
  { grants, instances, now }: GrantRulesContext,
  payload: GrantCreatePayload,
): Problem[] {
  const { grantee, topic, access, environment } = payload;
  const problems: Problem[] = [];
  const instance = instances.find(({ id }) => id === grantee);
  if (instance && instance.environment !== environment) {
    const values = { instance: grantee, actual: instance.environment };
    const where = { path: ['grantee'], value: grantee };
    problems.push(
      problem('grant-environment-differs', { ...values, environment }, where),
    );
  }
  const exists = grants.some(
    grant =>
      grant.grantee === grantee &&
      grant.environment === environment &&
      grant.access === access &&
      patternCovers(grant.topic, topic) &&
      isSame(grant.group, payload.group) &&
      isSame(grant.transactionalId, payload.transactionalId) &&
      isGrantActive(grant, now),
  );
  if (exists) {
    const where = { path: ['topic'], value: topic.name };
    const values = { grantee, name: topic.name };
    problems.push(problem('grant-exists', values, where));
  }
  return problems;
}

function isSame(one?: NamePattern, other?: NamePattern): boolean {
  return one?.pattern === other?.pattern && one?.name === other?.name;
}

function checkOwnNames(
  payload: GrantCreatePayload,
  grantee: ApplicationInstance,
): Problem[] {
  const parts = [
    ['group', 'GROUP', 'group-outside-ownership'],
    [
      'transactionalId',
      'TRANSACTIONAL_ID',
      'transactional-id-outside-ownership',
    ],
  ] as const;
  return parts.flatMap(([field, type, code]) => {
    const pattern = payload[field];
    if (!pattern) return [];
    const spelling = below([field], checkPattern({ type, ...pattern }));
    if (spelling.length > 0 || ownsAll(grantee, type, pattern)) return spelling;
    const owned = patternsInWords(grantee, type);
    const values = { name: pattern.name, instance: grantee.id, owned };
    return [problem(code, values, { path: [field], value: pattern.name })];
  });
}

function checkUnused(payload: GrantCreatePayload): Problem[] {
  const { access } = payload;
  const field = access === 'CONSUME' ? 'transactionalId' : 'group';
  const value = payload[field]?.name;
  if (value === undefined) return [];
  return [
    problem('grant-field-unused', { access, field, value }, { path: [field] }),
  ];
}
