// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type Application,
  type ApplicationInstance,
  type ApplicationInstancePayload,
  type ApplicationPayload,
  checkApplication,
  checkApplicationDelete,
  checkInstance,
  fieldChanges,
  instanceId,
  patternInWords,
  problem,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { StoredApplication } from '../../domain/ports';
import { instanceOf } from './book';
import type { Draft, DraftContext } from './types';

/** An application is of no environment; an administrator says yes. */
export function draftApplication(
  payload: ApplicationPayload,
  options: {
    applications: readonly StoredApplication[];
    /** What it still holds, in words. */
    holds: readonly string[];
  },
): Draft {
  const { applications, holds } = options;
  const { operation, name } = payload;
  const current = applications.find(each => each.name === name);
  const where = { path: ['name'], value: name };
  const missing =
    operation !== 'create' && !current
      ? [problem('application-not-found', { application: name }, where)]
      : [];
  const after: Application | undefined =
    payload.operation === 'delete' ? undefined : fieldsOf(payload);
  const verb = { create: 'Create', update: 'Change', delete: 'Delete' }[
    operation
  ];
  // Who has it gives it away; whoever gets it asks an administrator like for a new one.
  const ownerRef = current?.ownerRef ?? after?.ownerRef;
  return {
    operation,
    title: `${verb} the application ${name}`,
    ownerRef: after?.ownerRef ?? ownerRef,
    standing: {
      ownerRefs: ownerRef ? [ownerRef] : [],
      subject: `the application ${name}`,
      further: { administrators: true },
    },
    problems: [
      ...missing,
      ...checkApplication({
        payload,
        existing: applications.map(each => each.name),
        holds,
      }),
    ],
    desired: {},
    records: after
      ? [{ type: 'application.put', application: after }]
      : [{ type: 'application.remove', name }],
    changes: fieldChanges({
      of: `application ${name}`,
      before: current && fieldsOf(current),
      after,
    }),
    effects: [`${verb} the application ${name}`],
  };
}

function fieldsOf(from: Application): Application {
  const { name, displayName, description, ownerRef, componentRef } = from;
  return {
    name,
    ...(displayName !== undefined && { displayName }),
    ...(description !== undefined && { description }),
    ownerRef,
    componentRef,
  };
}

export function draftInstance(
  payload: ApplicationInstancePayload,
  { state }: DraftContext,
): Draft {
  const { environment, applications, instances } = state;
  const id = instanceId(payload);
  const application = applications.find(
    ({ name }) => name === payload.application,
  );
  const current = instanceOf(state, id);
  const path = ['application'];
  const missing = application
    ? []
    : [
        problem(
          'application-not-found',
          { application: payload.application },
          { path, value: payload.application },
        ),
      ];
  const verb = { create: 'Bring', update: 'Change', delete: 'Take' }[
    payload.operation
  ];
  const where = { create: 'into', update: 'in', delete: 'out of' }[
    payload.operation
  ];
  const title = `${verb} ${payload.application} ${where} ${environment.displayName}`;
  const shared = {
    operation: payload.operation,
    title,
    ownerRef: application?.ownerRef,
    effects: [title],
  };
  const standing = {
    ownerRefs: application ? [application.ownerRef] : [],
    subject: `the application ${payload.application}`,
  };
  if (payload.operation === 'delete') {
    return {
      ...shared,
      standing,
      problems: [...missing, ...checkLeaving(id, state)],
      desired: { quotas: quotasOf(current?.principals ?? [], {}) },
      access: book => ({
        ...book,
        instances: book.instances.filter(each => each.id !== id),
      }),
      records: [{ type: 'instance.remove', id }],
      changes: fieldChanges({
        of: `application instance ${id}`,
        before: current && shown(current),
      }),
    };
  }
  const { application: name, principals, patterns } = payload;
  const after: ApplicationInstance = {
    id,
    application: name,
    environment: environment.name,
    principals,
    patterns,
    limits: payload.limits ?? current?.limits ?? {},
    ...((payload.quota ?? current?.quota) && {
      quota: payload.quota ?? current?.quota,
    }),
    visibility: payload.visibility ?? current?.visibility ?? 'public',
  };
  // Whoever asks for more than the environment gives everybody asks an administrator.
  const isMore = Boolean(payload.limits ?? payload.quota);
  const gone = (current?.principals ?? []).filter(
    principal => !principals.includes(principal),
  );
  return {
    ...shared,
    standing: {
      ...standing,
      ...(isMore && { further: { administrators: true } }),
    },
    problems: [...missing, ...checkInstance({ payload, instances })],
    desired: {
      quotas: [
        ...quotasOf(gone, {}).filter(() => current?.quota),
        ...(after.quota ? quotasOf(principals, after.quota) : []),
      ],
    },
    access: book => ({
      ...book,
      instances: [...book.instances.filter(each => each.id !== id), after],
    }),
    // What was lost on the cluster comes back by it.
    accessOfPrincipals: principals,
    records: [{ type: 'instance.put', instance: after }],
    changes: fieldChanges({
      of: `application instance ${id}`,
      before: current && shown(current),
      after: shown(after),
    }),
  };
}

/** Byte rates are Kafka's, by user. */
export function quotasOf(
  principals: readonly string[],
  quota: NonNullable<ApplicationInstance['quota']>,
) {
  return principals.map(principal => ({
    user: principal.replace(/^User:/, ''),
    ...quota,
  }));
}

function shown(instance: ApplicationInstance) {
  const { principals, patterns, limits, quota, visibility } = instance;
  return {
    principals: principals.join(', '),
    owns: patterns
      .map(pattern => `${pattern.type} ${patternInWords(pattern)}`)
      .join(', '),
    limits,
    quota,
    visibility,
  };
}

/** An instance that still holds something stays. */
function checkLeaving(id: string, state: DraftContext['state']) {
  const current = instanceOf(state, id);
  if (!current) {
    const where = { path: ['application'], value: id };
    return [problem('instance-not-found', { instance: id }, where)];
  }
  const { usages, grants, credentials } = state;
  const count = (number: number, what: string) =>
    number > 0 ? [`${number} ${what}${number === 1 ? '' : 's'}`] : [];
  const holds = [
    ...count(usages.get(id)?.topics ?? 0, 'topic'),
    ...count(
      grants.filter(
        grant => grant.applied && [grant.owner, grant.grantee].includes(id),
      ).length,
      'grant',
    ),
    ...count(
      credentials.filter(({ instance }) => instance === id).length,
      'credential',
    ),
  ];
  return checkApplicationDelete({ name: id, holds });
}
