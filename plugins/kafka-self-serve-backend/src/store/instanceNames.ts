// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  foldTopicName,
  type OwnedPattern,
  type ResourceType,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Knex } from 'knex';
import type { StoredInstance } from '../domain/stored';
import { beginningsOf } from './beginnings';
import { isPostgres, type Session } from './Session';
import { whereOneOf } from './visible';

const NAMES = 'kafka_instance_names';
/** Of fewer names the owners are looked up one by one; of more, all of the environment are read. */
const FEW = 20;
/** After every name that begins with what is before it. */
const LAST = '\u{10FFFF}';

export type NameType = ResourceType | 'PRINCIPAL';

/** A name, or the beginning of names, that an instance has. */
export interface InstanceName {
  type: NameType;
  pattern: OwnedPattern['pattern'];
  name: string;
  instance: string;
}

interface NameRow extends InstanceName {
  environment: string;
  folded: string;
}

export type Named = Pick<InstanceName, 'type' | 'pattern' | 'name'>;

const folded = ({ type, name }: Named) =>
  type === 'TOPIC' ? foldTopicName(name) : name;

export const literalName = (type: NameType, name: string): Named => ({
  type,
  pattern: 'LITERAL',
  name,
});

const keyOf = ({ type, pattern, name }: Named) =>
  JSON.stringify([type, pattern, name]);

/** Brings the names of an instance up to date; answers those that came or went. */
export async function writeNames(
  session: Session,
  instance: Pick<
    StoredInstance,
    'id' | 'environment' | 'patterns' | 'principals'
  >,
): Promise<Named[]> {
  const { id, environment, patterns, principals } = instance;
  const rows = new Map(
    [
      ...patterns,
      ...principals.map(name => literalName('PRINCIPAL', name)),
    ].map(({ type, pattern, name }) => {
      const named = { type, pattern, name };
      return [
        keyOf(named),
        { ...named, environment, folded: folded(named), instance: id },
      ];
    }),
  );
  const stored: NameRow[] = await session.knex(NAMES).where({ instance: id });
  const known = new Set(stored.map(keyOf));
  const added = [...rows].filter(([key]) => !known.has(key));
  const gone = stored.filter(row => !rows.has(keyOf(row)));
  for (const { type, pattern, name } of gone) {
    await session
      .knex(NAMES)
      .where({ instance: id, type, pattern, name })
      .delete();
  }
  await session.insert<NameRow>(
    NAMES,
    added.map(([, row]) => row),
  );
  return [...added.map(([, row]) => row), ...gone];
}

/** Answers those that it had. */
export async function removeNames(
  session: Session,
  instance: string,
): Promise<Named[]> {
  const names = session.knex(NAMES).where({ instance });
  const rows: NameRow[] = await names.clone();
  await names.delete();
  return rows;
}

/** Rows whose column one of the names stands for; of many names all rows, to be looked at one by one. */
export function whereNamed(
  query: Knex.QueryBuilder,
  column: string,
  names: readonly Named[],
): Knex.QueryBuilder {
  if (names.length > FEW) return query.whereRaw('1 = 1');
  const place = isPostgres(query as unknown as Knex) ? '?? collate "C"' : '??';
  return query.where(any => {
    for (const { pattern, name } of names) {
      if (pattern === 'LITERAL') {
        any.orWhere(column, name);
      } else {
        any.orWhereRaw(`(${place} >= ? and ${place} < ?)`, [
          column,
          name,
          column,
          `${name}${LAST}`,
        ]);
      }
    }
  });
}

/** Names that have a name in common with any of these, by an index each. */
export async function namesTouching(
  session: Session,
  environment: string,
  patterns: readonly Named[],
): Promise<InstanceName[]> {
  const found = new Map<string, NameRow>();
  const byType = new Map<NameType, Named[]>();
  for (const pattern of patterns) {
    const some = byType.get(pattern.type);
    if (some) some.push(pattern);
    else byType.set(pattern.type, [pattern]);
  }
  for (const [type, some] of byType) {
    for (const row of await touchingOf(session, { environment, type, some })) {
      found.set(`${row.instance} ${keyOf(row)}`, row);
    }
  }
  return [...found.values()];
}

async function touchingOf(
  session: Session,
  options: { environment: string; type: NameType; some: readonly Named[] },
): Promise<NameRow[]> {
  const { environment, type, some } = options;
  const names = new Set(some.map(folded));
  const beginnings = new Set([...names].flatMap(beginningsOf));
  const equal = session.knex(NAMES).where({ environment, type });
  whereOneOf(equal, 'folded', [...beginnings]);
  const rows: NameRow[] = await equal;
  const found = rows.filter(
    row => row.pattern === 'PREFIXED' || names.has(row.folded),
  );
  for (const pattern of some) {
    if (pattern.pattern !== 'PREFIXED') continue;
    const from = folded(pattern);
    const inside: NameRow[] = await session
      .knex(NAMES)
      .where({ environment, type })
      .where('folded', '>=', from)
      .where('folded', '<', `${from}${LAST}`);
    found.push(...inside);
  }
  return found;
}

/** Names of an environment that say whose these are; all of them where many are asked about. */
export async function namesFor(
  session: Session,
  environment: string,
  asked?: readonly Named[],
): Promise<InstanceName[]> {
  if (asked && asked.length <= FEW) {
    return namesTouching(session, environment, asked);
  }
  return session
    .knex(NAMES)
    .where({ environment })
    .select('type', 'pattern', 'name', 'instance');
}
