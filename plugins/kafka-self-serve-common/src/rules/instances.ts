// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ApplicationInstance, OwnedPattern } from '../model/application';
import { instanceId } from '../model/application';
import { below, type Problem, problem } from '../problems';
import type {
  ApplicationInstancePayload,
  ApplicationPayload,
  CredentialPayload,
  OwnershipClaimPayload,
  OwnershipTransferPayload,
} from '../schemas/applications';
import { checkNewLimits, checkQuota } from './limits';
import { checkOverlap, checkPattern, patternsInWords } from './patterns';

/** Everything that is wrong with an application. @public */
export function checkApplication(options: {
  payload: ApplicationPayload;
  /** Names of applications that there are. */
  existing: Iterable<string>;
  /** What the application still holds, in words: `2 topics in prod`. */
  holds?: readonly string[];
}): Problem[] {
  const { payload, existing, holds = [] } = options;
  const { operation, name } = payload;
  const where = { path: ['name'], value: name };
  if (operation === 'create' && [...existing].includes(name)) {
    return [problem('application-exists', { application: name }, where)];
  }
  return operation === 'delete' ? checkApplicationDelete({ name, holds }) : [];
}

/** @public */
export function checkApplicationDelete(options: {
  name: string;
  holds: readonly string[];
}): Problem[] {
  const { name, holds } = options;
  return holds.length > 0
    ? [problem('application-not-empty', { name, holds: holds.join(', ') })]
    : [];
}

/** Everything that is wrong with an application instance. @public */
export function checkInstance(options: {
  payload: Exclude<ApplicationInstancePayload, { operation: 'delete' }>;
  /** The instances of the environment; its own among them or not. */
  instances: readonly ApplicationInstance[];
}): Problem[] {
  const { payload, instances } = options;
  const id = instanceId(payload);
  const others = instances.filter(instance => instance.id !== id);
  const where = { path: ['application'], value: id };
  const exists = others.length < instances.length;
  const problems: Problem[] = [];
  if (payload.operation === 'create' && exists) {
    problems.push(problem('instance-exists', { instance: id }, where));
  }
  if (payload.operation === 'update' && !exists) {
    problems.push(problem('instance-not-found', { instance: id }, where));
  }
  if (payload.patterns.length === 0) {
    const path = ['patterns'];
    problems.push(problem('pattern-none', { instance: id }, { path }));
  }
  return [
    ...problems,
    ...checkPrincipals(id, payload.principals, others),
    ...checkPatterns(payload.patterns),
    ...checkOverlap({ patterns: payload.patterns, others }),
    ...(payload.limits ? checkNewLimits({ limits: payload.limits }) : []),
    ...(payload.quota ? checkQuota(payload.quota) : []),
  ];
}

function checkPatterns(patterns: readonly OwnedPattern[]): Problem[] {
  return patterns.flatMap((pattern, index) =>
    below(['patterns', index], checkPattern(pattern)),
  );
}

function checkPrincipals(
  instance: string,
  principals: readonly string[],
  others: readonly ApplicationInstance[],
): Problem[] {
  if (principals.length === 0) {
    const path = ['principals'];
    return [problem('principal-none', { instance }, { path })];
  }
  return principals.flatMap((principal, index) => {
    const where = { path: ['principals', index], value: principal };
    if (!/^User:(?!\*$)[^\s\p{Cc}\p{Cf}]{1,249}$/u.test(principal)) {
      return [problem('principal-invalid', { principal }, where)];
    }
    return others
      .filter(other => other.principals.includes(principal))
      .map(({ id: owner }) =>
        problem('principal-taken', { principal, owner }, where),
      );
  });
}

/** Everything that is wrong with taking what nobody owns. @public */
export function checkClaim(options: {
  payload: OwnershipClaimPayload;
  /** The instances of the environment. */
  instances: readonly ApplicationInstance[];
}): Problem[] {
  const { payload, instances } = options;
  const { instance, patterns } = payload;
  const others = instances.filter(({ id }) => id !== instance);
  const where = { path: ['instance'], value: instance };
  return [
    ...(others.length === instances.length
      ? [problem('instance-not-found', { instance }, where)]
      : []),
    ...(patterns.length === 0
      ? [problem('claim-nothing', {}, { path: ['patterns'] })]
      : []),
    ...checkPatterns(patterns),
    ...checkOverlap({ patterns, others }),
  ];
}

/** Everything that is wrong with giving what one owns to another. @public */
export function checkTransfer(options: {
  payload: OwnershipTransferPayload;
  instances: readonly ApplicationInstance[];
}): Problem[] {
  const { payload, instances } = options;
  const { from, to, patterns } = payload;
  const missing = (['from', 'to'] as const)
    .filter(key => !instances.some(({ id }) => id === payload[key]))
    .map(key => {
      const where = { path: [key], value: payload[key] };
      return problem('instance-not-found', { instance: payload[key] }, where);
    });
  const owner = instances.find(({ id }) => id === from);
  return [
    ...missing,
    ...(from === to
      ? [
          problem(
            'transfer-to-itself',
            { instance: to },
            { path: ['to'], value: to },
          ),
        ]
      : []),
    ...(patterns.length === 0
      ? [problem('claim-nothing', {}, { path: ['patterns'] })]
      : []),
    ...(owner ? patterns.flatMap((p, i) => checkOwned(owner, p, i)) : []),
    // A part of a prefix can go only if nothing of it stays with another owner.
    ...checkOverlap({ patterns, others: instances, except: [from, to] }),
  ];
}

function checkOwned(
  owner: ApplicationInstance,
  pattern: OwnedPattern,
  index: number,
): Problem[] {
  const { type, name } = pattern;
  const where = { path: ['patterns', index], value: name };
  const isOwned = owner.patterns.some(
    own =>
      own.type === type && own.pattern === pattern.pattern && own.name === name,
  );
  if (!isOwned) {
    const owned = patternsInWords(owner, type);
    const values = { type, name, owner: owner.id, owned };
    return [problem('transfer-not-owned', values, where)];
  }
  return [problem('grants-move-with-pattern', { name }, where)];
}

/** Everything that is wrong with a credential. @public */
export function checkCredential(options: {
  payload: CredentialPayload;
  instance?: ApplicationInstance;
  /** SCRAM users of the cluster, without `User:`. */
  users: Iterable<string>;
}): Problem[] {
  const { payload, instance, users } = options;
  const { operation, username } = payload;
  const where = { path: ['username'], value: username };
  const problems: Problem[] = [];
  if (!instance) {
    const at = { path: ['instance'], value: payload.instance };
    const values = { instance: payload.instance };
    problems.push(problem('instance-not-found', values, at));
  } else if (!instance.principals.includes(`User:${username}`)) {
    const principals = instance.principals.join(', ');
    const values = { username, instance: instance.id, principals };
    problems.push(problem('principal-not-owned', values, where));
  }
  const exists = [...users].includes(username);
  if (operation === 'create' && exists) {
    problems.push(problem('credential-exists', { username }, where));
  }
  if (operation !== 'create' && !exists) {
    problems.push(problem('credential-not-found', { username }, where));
  }
  return problems;
}
