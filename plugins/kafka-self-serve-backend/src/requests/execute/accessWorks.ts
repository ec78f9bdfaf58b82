// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { randomBytes } from 'node:crypto';
import {
  type AclBinding,
  aclKey,
  type QuotaSpec,
  type ScramUser,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { isKafkaError } from '../../errors';
import { aclsOf } from '../../kafka/operations/aclsOf';
import { allOf, outcomeOf } from '../../kafka/outcomes';
import type { RequestCluster, WorkHandler, WorkOf } from './types';

const PASSWORD_BYTES = 32;

/** 256 bits; of characters that every client takes. */
export function makePassword(): string {
  return randomBytes(PASSWORD_BYTES).toString('base64url');
}

async function hasAcl({ admin }: RequestCluster, acl: AclBinding) {
  const found = await admin.listAcls(acl);
  return found.some(other => aclKey(other) === aclKey(acl));
}

/** Of whom these are: there may be ten thousand of others. */
async function aclsThere(
  { admin }: RequestCluster,
  acls: readonly AclBinding[],
): Promise<Set<string>> {
  const principals = new Set(acls.map(({ principal }) => principal));
  const found = await aclsOf(
    admin,
    [...principals].map(principal => ({ principal })),
  );
  return new Set(found.map(aclKey));
}

export const createAcl: WorkHandler<WorkOf<'acl.create'>> = {
  async look(cluster, { after }) {
    return { at: (await hasAcl(cluster, after)) ? 'after' : 'before' };
  },
  async write({ admin }, { after }) {
    outcomeOf(await admin.createAcls([after]), aclKey(after));
  },
  together: {
    async look(cluster, works) {
      const there = await aclsThere(
        cluster,
        works.map(({ after }) => after),
      );
      return works.map(({ after }) => ({
        at: there.has(aclKey(after)) ? 'after' : 'before',
      }));
    },
    async write({ admin }, works) {
      allOf(await admin.createAcls(works.map(({ after }) => after)));
    },
  },
};

export const deleteAcl: WorkHandler<WorkOf<'acl.delete'>> = {
  async look(cluster, { before }) {
    return { at: (await hasAcl(cluster, before)) ? 'before' : 'after' };
  },
  async write({ admin }, { before }) {
    outcomeOf(await admin.deleteAcls([before]), aclKey(before));
  },
  together: {
    async look(cluster, works) {
      const there = await aclsThere(
        cluster,
        works.map(({ before }) => before),
      );
      return works.map(({ before }) => ({
        at: there.has(aclKey(before)) ? 'before' : 'after',
      }));
    },
    async write({ admin }, works) {
      allOf(await admin.deleteAcls(works.map(({ before }) => before)));
    },
  },
};

const isQuota = (one: Partial<QuotaSpec>, other: Partial<QuotaSpec>) =>
  one.producerByteRate === other.producerByteRate &&
  one.consumerByteRate === other.consumerByteRate;

export const setQuota: WorkHandler<WorkOf<'quota.set'>> = {
  async look({ admin }, { before = { user: '' }, after }) {
    const [found = { user: after.user }] = await admin.listQuotas({
      user: after.user,
    });
    if (isQuota(found, after)) return { at: 'after' };
    if (isQuota(found, before)) return { at: 'before' };
    return {
      at: 'elsewhere',
      found: `somebody gave User:${after.user} other byte rates`,
    };
  },
  async write({ admin }, { after }) {
    outcomeOf(await admin.alterQuotas([after]), after.user);
  },
};

async function hasUser({ admin }: RequestCluster, wanted: ScramUser) {
  const users = await admin.listScramUsers();
  return users.some(
    ({ user, mechanism }) =>
      user === wanted.user && mechanism === wanted.mechanism,
  );
}

/**
 * The password that is set here is kept nowhere: the one that works is made
 * when it is shown, so that none ever lies in a database.
 */
async function givePassword({ admin }: RequestCluster, user: ScramUser) {
  await admin.upsertScramUser({ ...user, password: makePassword() });
}

export const createUser: WorkHandler<WorkOf<'user.create'>> = {
  async look(cluster, { after }, { begun }) {
    if (!(await hasUser(cluster, after))) return { at: 'before' };
    return begun
      ? { at: 'after' }
      : {
          at: 'elsewhere',
          found: `a user ${after.user} came to be meanwhile`,
        };
  },
  write: (cluster, { after }) => givePassword(cluster, after),
};

export const rotateUser: WorkHandler<WorkOf<'user.rotate'>> = {
  // Nothing shows whether a password was changed: unless it just was, it is changed once more.
  async look(cluster, { after }, { written }) {
    if (await hasUser(cluster, after)) {
      return { at: written ? 'after' : 'before' };
    }
    return {
      at: 'elsewhere',
      found: `the user ${after.user} was deleted meanwhile`,
    };
  },
  write: (cluster, { after }) => givePassword(cluster, after),
};

export const deleteUser: WorkHandler<WorkOf<'user.delete'>> = {
  async look(cluster, { before }) {
    return { at: (await hasUser(cluster, before)) ? 'before' : 'after' };
  },
  async write({ admin }, { before }) {
    try {
      await admin.deleteScramUser(before);
    } catch (error) {
      if (!isKafkaError(error, 'kafka-user-not-found')) throw error;
    }
  },
};
