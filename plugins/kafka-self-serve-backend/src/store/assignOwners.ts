// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  literalName,
  type Named,
  type NameType,
  whereNamed,
} from './instanceNames';
import { ownersOf } from './instances';
import { namesOfSubject, type Owners } from './Owners';
import type { Session } from './Session';
import { SUBJECTS } from './subjectRows';

interface Owned {
  name: string;
  instance: string | null;
}

/** Rows of one statement. */
const AT_ONCE = 400;

/** Finds the owners anew of what has a name that became somebody else's. */
export async function assignOwners(
  session: Session,
  environment: string,
  changed: readonly Named[],
): Promise<void> {
  if (changed.length === 0) return;
  const ofType = (type: NameType) => changed.filter(name => name.type === type);
  for (const [type, table] of [
    ['TOPIC', 'kafka_topics'],
    ['GROUP', 'kafka_groups'],
  ] as const) {
    const patterns = ofType(type);
    if (patterns.length === 0) continue;
    const query = session.knex(table).where({ environment });
    const rows: Owned[] = await whereNamed(query, 'name', patterns).select(
      'name',
      'instance',
    );
    const owners = await ownersOf(
      session,
      environment,
      rows.map(({ name }) => literalName(type, name)),
    );
    await move(session, {
      table,
      environment,
      rows,
      ownerOf: name =>
        type === 'TOPIC' ? owners.ofTopic(name) : owners.ofGroup(name),
    });
  }
  await assignSubjects(session, environment, {
    topics: ofType('TOPIC'),
    subjects: ofType('SUBJECT'),
  });
  await assignAcls(session, environment, changed);
}

async function assignSubjects(
  session: Session,
  environment: string,
  { topics, subjects }: Record<'topics' | 'subjects', readonly Named[]>,
): Promise<void> {
  if (topics.length + subjects.length === 0) return;
  const { knex } = session;
  const rows: Owned[] = await knex(SUBJECTS)
    .where({ environment })
    .where(any => {
      if (subjects.length > 0) {
        any.orWhere(part => whereNamed(part, 'name', subjects));
      }
      if (topics.length > 0) {
        any.orWhereIn(
          'name',
          whereNamed(
            knex('kafka_subject_topics').where({ environment }),
            'topic',
            topics,
          ).select('name'),
        );
      }
    })
    .select('name', 'instance');
  const owners = await ownersOf(
    session,
    environment,
    rows.flatMap(({ name }) => namesOfSubject(name)),
  );
  await move(session, {
    table: SUBJECTS,
    environment,
    rows,
    ownerOf: name => owners.ofSubject(name),
  });
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
  changed: readonly Named[],
): Promise<void> {
  const resources = changed.filter(({ type }) => type !== 'PRINCIPAL');
  const principals = changed.filter(({ type }) => type === 'PRINCIPAL');
  const rows: AclOwners[] = await session
    .knex('kafka_acls')
    .where({ environment })
    .where(any => {
      for (const [column, names] of [
        ['name', resources],
        ['principal', principals],
      ] as const) {
        if (names.length === 0) continue;
        any.orWhere(part => whereNamed(part, column, names));
      }
    })
    .select(
      'acl_digest',
      'resource_type',
      'name',
      'principal',
      'instance',
      'principal_instance',
    );
  const owners = await ownersOf(session, environment, rows.flatMap(namesOfAcl));
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

/** Whose names say who an ACL is of. */
export function namesOfAcl({
  resource_type: type,
  name,
  principal,
}: Pick<AclOwners, 'resource_type' | 'name' | 'principal'>): Named[] {
  const ofPrincipal = literalName('PRINCIPAL', principal);
  return type === 'TOPIC' || type === 'GROUP' || type === 'TRANSACTIONAL_ID'
    ? [literalName(type, name), ofPrincipal]
    : [ofPrincipal];
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
