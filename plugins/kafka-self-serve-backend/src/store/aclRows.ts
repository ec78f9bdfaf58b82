// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import {
  type AclBinding,
  aclKey,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { namesOfAcl, ownerOfAcl } from './assignOwners';
import { ownersOf } from './instances';
import type { Owners } from './Owners';
import type { Session } from './Session';

export const ACLS = 'kafka_acls';
const AT_ONCE = 400;

export interface AclRow {
  environment: string;
  acl_digest: string;
  resource_type: string;
  pattern_type: string;
  name: string;
  principal: string;
  host: string;
  operation: string;
  permission: string;
  instance: string | null;
  principal_instance: string | null;
}

export function fromAclRow(row: AclRow): AclBinding {
  return {
    resourceType: row.resource_type as AclBinding['resourceType'],
    patternType: row.pattern_type as AclBinding['patternType'],
    resourceName: row.name,
    principal: row.principal,
    host: row.host,
    operation: row.operation as AclBinding['operation'],
    permission: row.permission as AclBinding['permission'],
  };
}

function toRow(environment: string, acl: AclBinding, owners: Owners): AclRow {
  const row = {
    environment,
    acl_digest: digestOf(acl),
    resource_type: acl.resourceType,
    pattern_type: acl.patternType,
    name: acl.resourceName,
    principal: acl.principal,
    host: acl.host,
    operation: acl.operation,
    permission: acl.permission,
  };
  return {
    ...row,
    instance: ownerOfAcl(row, owners) ?? null,
    principal_instance: owners.ofPrincipal(acl.principal) ?? null,
  };
}

function digestOf(acl: AclBinding): string {
  return createHash('sha256').update(aclKey(acl)).digest('hex');
}

/** Some that came to be, and some that went. */
export async function changeAcls(
  session: Session,
  environment: string,
  {
    added,
    removed,
  }: { added: readonly AclBinding[]; removed: readonly AclBinding[] },
): Promise<void> {
  await deleteAcls(session, environment, removed.map(digestOf));
  const asked = added.flatMap(({ resourceType, resourceName, principal }) =>
    namesOfAcl({ resource_type: resourceType, name: resourceName, principal }),
  );
  const owners = await ownersOf(session, environment, asked);
  await session.upsert(
    ACLS,
    added.map(acl => toRow(environment, acl, owners)),
    ['environment', 'acl_digest'],
  );
}

async function deleteAcls(
  session: Session,
  environment: string,
  digests: readonly string[],
): Promise<void> {
  for (let start = 0; start < digests.length; start += AT_ONCE) {
    await session
      .knex(ACLS)
      .where({ environment })
      .whereIn('acl_digest', digests.slice(start, start + AT_ONCE))
      .delete();
  }
}

/** Whole: what is not in it is gone. */
export async function replaceAcls(
  session: Session,
  environment: string,
  acls: readonly AclBinding[],
): Promise<void> {
  const owners = await ownersOf(session, environment);
  const rows = new Map(
    acls
      .map(acl => toRow(environment, acl, owners))
      .map(row => [row.acl_digest, row]),
  );
  const stored: string[] = await session
    .knex(ACLS)
    .where({ environment })
    .pluck('acl_digest');
  const known = new Set(stored);
  const gone = stored.filter(digest => !rows.has(digest));
  await deleteAcls(session, environment, gone);
  // Owners of those that stay are kept right by whoever changes instances.
  await session.insert(
    ACLS,
    [...rows.values()].filter(row => !known.has(row.acl_digest)),
  );
}
