// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  checkCredential,
  checkNewLimits,
  checkQuota,
  type ClientQuotaPayload,
  type CredentialPayload,
  fieldChanges,
  type LimitsPayload,
  type Problem,
  problem,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { quotasOf } from './applications';
import { instanceOf, rulesContext, standingOf } from './book';
import type { Draft, DraftContext } from './types';

const ADMINISTRATORS = { administrators: true };

const missing = (id: string, isThere: boolean): Problem[] => {
  const where = { path: ['instance'], value: id };
  return isThere
    ? []
    : [problem('instance-not-found', { instance: id }, where)];
};

export function draftLimits(
  { instance: id, limits }: LimitsPayload,
  { state }: DraftContext,
): Draft {
  const instance = instanceOf(state, id);
  const { usage } = rulesContext(state, instance);
  const title = `Set the limits of ${id}`;
  return {
    operation: 'limits',
    title,
    ownerRef: instance?.ownerRef,
    standing: { ...standingOf(instance, id), further: ADMINISTRATORS },
    problems: [
      ...missing(id, instance !== undefined),
      ...checkNewLimits({ limits, usage }),
    ],
    desired: {},
    records: [{ type: 'instance.limits', id, limits }],
    changes: fieldChanges({
      of: `limits of ${id}`,
      before: instance?.limits,
      after: limits,
    }),
    effects: [title],
  };
}

export function draftQuota(
  { instance: id, quota }: ClientQuotaPayload,
  { state }: DraftContext,
): Draft {
  const instance = instanceOf(state, id);
  return {
    operation: 'client-quota',
    title: `Set the byte rates of the clients of ${id}`,
    ownerRef: instance?.ownerRef,
    standing: { ...standingOf(instance, id), further: ADMINISTRATORS },
    problems: [...missing(id, instance !== undefined), ...checkQuota(quota)],
    desired: { quotas: quotasOf(instance?.principals ?? [], quota) },
    records: [{ type: 'instance.quota', id, quota }],
    changes: fieldChanges({
      of: `byte rates of ${id}`,
      before: instance?.quota,
      after: quota,
    }),
    effects: [],
  };
}

export function draftCredential(
  payload: CredentialPayload,
  { state }: DraftContext,
): Draft {
  const { operation, username } = payload;
  const instance = instanceOf(state, payload.instance);
  const users = state.observed.scramUsers ?? [];
  const found = users.find(({ user }) => user === username);
  const mechanism =
    payload.operation === 'create'
      ? payload.mechanism
      : found?.mechanism ?? 'SCRAM-SHA-512';
  const verb = { create: 'Create', rotate: 'Rotate', revoke: 'Revoke' }[
    operation
  ];
  const user = { user: username, mechanism };
  const put = {
    type: 'credential.put' as const,
    instance: payload.instance,
    username,
    mechanism,
  };
  return {
    operation,
    title: `${verb} the credential of ${username} in ${state.environment.displayName}`,
    ownerRef: instance?.ownerRef,
    standing: standingOf(instance, payload.instance),
    problems: checkCredential({
      payload,
      instance,
      users: users.map(each => each.user),
    }),
    desired: {
      ...(operation === 'create' && { scramUsers: [user] }),
      ...(operation === 'revoke' && { deletedScramUsers: [username] }),
    },
    ...(operation === 'rotate' && {
      works: [
        {
          id: `user.rotate:${username}`,
          action: 'user.rotate' as const,
          title: `Give the user ${username} another password`,
          irreversible: true,
          after: user,
        },
      ],
    }),
    records: [
      {
        create: put,
        // One that was found on the cluster becomes known by its first rotation.
        rotate: put,
        revoke: { type: 'credential.remove' as const, username },
      }[operation],
    ],
    changes:
      operation === 'rotate'
        ? [
            {
              path: `user ${username} / password`,
              before: 'as it is',
              after: 'another one',
            },
          ]
        : [],
    effects:
      operation === 'revoke'
        ? []
        : ['Show the new password once, to whoever asked for it'],
    ...(operation === 'rotate' && {
      risks: [
        {
          code: 'ends-access',
          level: 'high' as const,
          message: `Clients that sign in as ${username} with the old password can do so no longer.`,
        },
      ],
    }),
  };
}
