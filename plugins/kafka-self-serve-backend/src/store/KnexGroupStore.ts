// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { GroupsQuery } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { GroupObservation, StoredGroup } from '../domain/stored';
import type { GroupStore } from '../domain/stores';
import type { StoredPage, Viewer } from '../domain/viewer';
import { literalName } from './instanceNames';
import { instancesOf, ownersOf } from './instances';
import { instancesNamed } from './instancesNamed';
import { keysetPage } from './keyset';
import type { Owners } from './Owners';
import { rowsOfPage } from './readRows';
import { defined, type Session } from './Session';
import { isSameRow, ownedBy } from './topicRows';
import { type InstanceRow, whereVisible } from './visible';

const GROUPS = 'kafka_groups';
const GROUP_TOPICS = 'kafka_group_topics';

interface GroupRow {
  environment: string;
  name: string;
  instance: string | null;
  state: string;
  lag: number | string;
  observed: string;
}

export class KnexGroupStore implements GroupStore {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async get(environment: string, groupId: string) {
    const rows = await this.#session.byName<GroupRow>(GROUPS, environment, [
      groupId,
    ]);
    return (await this.#groups(rows))[0];
  }

  async ofTopic(environment: string, topic: string): Promise<StoredGroup[]> {
    const { knex } = this.#session;
    const rows: GroupRow[] = await knex(GROUPS)
      .where({ environment })
      .whereIn(
        'name',
        knex(GROUP_TOPICS).where({ environment, topic }).select('name'),
      );
    return this.#groups(rows);
  }

  async all(filter: {
    environment: string;
    instance?: string;
  }): Promise<StoredGroup[]> {
    const rows: GroupRow[] = await this.#session
      .knex(GROUPS)
      .where(defined(filter));
    return this.#groups(rows);
  }

  async page(
    query: GroupsQuery,
    viewer: Viewer,
  ): Promise<StoredPage<StoredGroup>> {
    const { knex } = this.#session;
    const { state, topic, sort = 'name', cursor, limit } = query;
    const keys = whereVisible(knex(GROUPS), query, viewer, {
      type: 'group',
      instances: await instancesNamed(knex, query, viewer),
    });
    if (state) keys.whereIn('state', state);
    if (topic !== undefined) {
      keys.whereExists(topics =>
        topics
          .from(GROUP_TOPICS)
          .where({ topic })
          .whereRaw(`${GROUP_TOPICS}.environment = ${GROUPS}.environment`)
          .whereRaw(`${GROUP_TOPICS}.name = ${GROUPS}.name`),
      );
    }
    const byLag = sort.endsWith('lag');
    const page = await keysetPage<GroupRow>(keys, {
      columns: byLag ? ['lag', 'name', 'environment'] : ['name', 'environment'],
      descending: sort.startsWith('-'),
      cursor,
      limit,
    });
    const rows = await rowsOfPage<GroupRow>(this.#session, GROUPS, page.items);
    const instances = await instancesOf(this.#session, rows);
    return { ...page, items: rows.map(row => toGroup(row, instances)) };
  }

  setObserved(
    environment: string,
    groups: readonly GroupObservation[],
  ): Promise<void> {
    return this.#session.transaction(async session => {
      const names = groups.map(({ groupId }) => groupId);
      const rows = await session.byName<GroupRow>(GROUPS, environment, names);
      await writeGroups(session, environment, { rows, groups });
    });
  }

  async #groups(rows: readonly GroupRow[]): Promise<StoredGroup[]> {
    const instances = await instancesOf(this.#session, rows);
    return rows
      .map(row => toGroup(row, instances))
      .sort((one, other) => (one.groupId < other.groupId ? -1 : 1));
  }
}

function toGroup(
  row: GroupRow,
  instances: ReadonlyMap<string, InstanceRow>,
): StoredGroup {
  return {
    environment: row.environment,
    ...JSON.parse(row.observed),
    ...ownedBy(row.instance, instances),
  };
}

function toRow(
  environment: string,
  group: GroupObservation,
  owners: Owners,
): GroupRow {
  return {
    environment,
    name: group.groupId,
    instance: owners.ofGroup(group.groupId) ?? null,
    state: group.state,
    lag:
      group.lag === undefined
        ? -1
        : Math.min(Number(group.lag), Number.MAX_SAFE_INTEGER),
    observed: JSON.stringify(group),
  };
}

/** Writes what became another. */
export async function writeGroups(
  session: Session,
  environment: string,
  options: {
    rows: readonly GroupRow[];
    groups: readonly GroupObservation[];
  },
): Promise<void> {
  const owners = await ownersOf(
    session,
    environment,
    options.groups.map(({ groupId }) => literalName('GROUP', groupId)),
  );
  const stored = new Map(options.rows.map(row => [row.name, row]));
  const changed: GroupRow[] = [];
  const reading: { name: string; topics: string[] }[] = [];
  for (const group of options.groups) {
    const row = toRow(environment, group, owners);
    const before = stored.get(row.name);
    if (before && isSameRow(before, row)) continue;
    changed.push(row);
    const topics = [...new Set(group.topics)].sort();
    const earlier =
      before && [...new Set<string>(JSON.parse(before.observed).topics)].sort();
    if (earlier?.join() !== topics.join()) {
      reading.push({ name: row.name, topics });
    }
  }
  await session.upsert(GROUPS, changed, ['environment', 'name']);
  await session.deleteByName(
    GROUP_TOPICS,
    environment,
    reading.map(({ name }) => name),
  );
  await session.insert(
    GROUP_TOPICS,
    reading.flatMap(({ name, topics }) =>
      topics.map(topic => ({ environment, name, topic })),
    ),
  );
}

/** Whole: what is not in it is gone. */
export async function replaceGroups(
  session: Session,
  environment: string,
  groups: readonly GroupObservation[],
): Promise<void> {
  const rows: GroupRow[] = await session.knex(GROUPS).where({ environment });
  await writeGroups(session, environment, { rows, groups });
  const there = new Set(groups.map(({ groupId }) => groupId));
  const gone = rows.map(({ name }) => name).filter(name => !there.has(name));
  await session.deleteByName(GROUPS, environment, gone);
  await session.deleteByName(GROUP_TOPICS, environment, gone);
}
