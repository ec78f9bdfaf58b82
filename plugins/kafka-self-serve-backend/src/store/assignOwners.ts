// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ownersOf } from './instances';
import type { Owners } from './Owners';
import type { Session } from './Session';

interface Owned {
  name: string;
  instance: string | null;
}

/** Rows of one statement. */
const AT_ONCE = 400;

/** Finds the owners of everything in an environment anew: its instances have other patterns than before. */
export async function assignOwners(
  session: Session,
  environment: string,
): Promise<void> {
  const owners = await ownersOf(session, environment);
  const tables: [string, (name: string) => string | undefined][] = [
    ['kafka_topics', name => owners.ofTopic(name)],
    ['kafka_groups', name => owners.ofGroup(name)],
    ['kafka_subjects', name => owners.ofSubject(name)],
  ];
  for (const [table, ownerOf] of tables) {
    const rows: Owned[] = await session
      .knex(table)
      .where({ environment })
      .select('name', 'instance');
    await move(session, { table, environment, rows, ownerOf });
  }
  await assignAcls(session, environment, owners);
}

async function move(
  session: Session,
  options: {
    table: string;
    environment: string;
    rows: readonly Owned[];
    ownerOf: (name: string) => string | undefined;
  },
): Promise<void> {
  const { table, environment, rows, ownerOf } = options;
  const moved = new Map<string | null, string[]>();
  for (const { name, instance } of rows) {
    const owner = ownerOf(name) ?? null;
    if (owner === instance) continue;
    const names = moved.get(owner);
    if (names) names.push(name);
    else moved.set(owner, [name]);
  }
  for (const [instance, names] of moved) {
    for (let start = 0; start < names.length; start += AT_ONCE) {
      await session
        .knex(table)
        .where({ environment })
        .whereIn('name', names.slice(start, start + AT_ONCE))
        .update({ instance });
    }
  }
}

interface AclOwners {
  acl_digest: string;
  resource_type: string;
  name: string;
  principal: string;
  instance: string | null;
  principal_instance: string | null;
}

async function assignAcls(
  session: Session,
  environment: string,
  owners: Owners,
): Promise<void> {
  const rows: AclOwners[] = await session
    .knex('kafka_acls')
    .where({ environment })
    .select(
      'acl_digest',
      'resource_type',
      'name',
      'principal',
      'instance',
      'principal_instance',
    );
  const moved = new Map<string, string[]>();
  for (const row of rows) {
    const instance = ownerOfAcl(row, owners) ?? null;
    const principal = owners.ofPrincipal(row.principal) ?? null;
    if (instance === row.instance && principal === row.principal_instance) {
      continue;
    }
    const key = JSON.stringify([instance, principal]);
    const group = moved.get(key);
    if (group) group.push(row.acl_digest);
    else moved.set(key, [row.acl_digest]);
  }
  for (const [key, digests] of moved) {
    const [instance, principal] = JSON.parse(key);
    for (let start = 0; start < digests.length; start += AT_ONCE) {
      await session
        .knex('kafka_acls')
        .where({ environment })
        .whereIn('acl_digest', digests.slice(start, start + AT_ONCE))
        .update({ instance, principal_instance: principal });
    }
  }
}

export function ownerOfAcl(
  { resource_type, name }: Pick<AclOwners, 'resource_type' | 'name'>,
  owners: Owners,
): string | undefined {
  switch (resource_type) {
    case 'TOPIC':
      return owners.ofTopic(name);
    case 'GROUP':
      return owners.ofGroup(name);
    case 'TRANSACTIONAL_ID':
      return owners.ofTransactionalId(name);
    default:
      return undefined;
  }
}
