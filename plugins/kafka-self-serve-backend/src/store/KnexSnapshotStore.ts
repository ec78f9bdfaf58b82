// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type AclBinding,
  type AclsQuery,
  type OrphansQuery,
  patternMatches,
  type QuotaSpec,
  type SnapshotInfo,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { SightedCluster } from '../domain/sightings';
import type { ClusterSnapshot } from '../domain/stored';
import type { SnapshotStore } from '../domain/observedStores';
import type { Viewer } from '../domain/viewer';
import {
  type AclRow,
  ACLS,
  changeAcls,
  fromAclRow,
  replaceAcls,
} from './aclRows';
import { beginningsOf } from './beginnings';
import { instancesOf } from './instances';
import { instancesNamed } from './instancesNamed';
import { keysetPage } from './keyset';
import { replaceGroups } from './KnexGroupStore';
import { readOrphans } from './readOrphans';
import { digestsOf, replaceTopics } from './replaceTopics';
import { defined, type Session, utc } from './Session';
import { ownedBy } from './topicRows';
import { whereOneOf, whereVisible } from './visible';
import { replaceSubjects } from './writeSubjects';

export const SNAPSHOTS = 'kafka_snapshots';

interface SnapshotRow {
  environment: string;
  as_of: string | null;
  is_reachable: boolean | number;
  message: string | null;
  cluster_id: string | null;
  version: string | null;
  brokers: number | null;
  quotas: string;
  scram_users: string;
}

export class KnexSnapshotStore implements SnapshotStore {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async info(environments?: readonly string[]): Promise<SnapshotInfo[]> {
    const query = this.#session.knex(SNAPSHOTS).orderBy('environment');
    if (environments) query.whereIn('environment', environments as string[]);
    const rows: SnapshotRow[] = await query;
    return rows.map(row =>
      defined({
        environment: row.environment,
        asOf: row.as_of ?? undefined,
        reachable: Boolean(row.is_reachable),
        message: row.message ?? undefined,
      }),
    );
  }

  digests(environment: string): Promise<Map<string, string | undefined>> {
    return digestsOf(this.#session, environment);
  }

  save(
    environment: string,
    snapshot: ClusterSnapshot | SightedCluster,
  ): Promise<void> {
    return this.#session.transaction(async session => {
      const { topics, groups, subjects, acls } = snapshot;
      await replaceTopics(session, environment, topics);
      if (groups) await replaceGroups(session, environment, groups);
      if (subjects) await replaceSubjects(session, environment, subjects);
      if (acls) await replaceAcls(session, environment, acls);
      const before: SnapshotRow | undefined = await session
        .knex(SNAPSHOTS)
        .where({ environment })
        .first();
      const json = (value: unknown, earlier?: string) =>
        value === undefined ? earlier ?? '[]' : JSON.stringify(value);
      const row: SnapshotRow = {
        environment,
        as_of: utc(snapshot.asOf),
        is_reachable: true,
        message: snapshot.message ?? null,
        cluster_id: snapshot.clusterId,
        version: snapshot.version ?? null,
        brokers: snapshot.brokers,
        quotas: json(snapshot.quotas, before?.quotas),
        scram_users: json(snapshot.scramUsers, before?.scram_users),
      };
      await session.upsert(SNAPSHOTS, [row], 'environment');
    });
  }

  async failed(
    environment: string,
    failure: { at: string; message: string },
  ): Promise<void> {
    const { knex } = this.#session;
    const said = { is_reachable: false, message: failure.message };
    await knex(SNAPSHOTS)
      .insert({ environment, ...said, quotas: '[]', scram_users: '[]' })
      .onConflict('environment')
      .merge(said);
  }

  async acls(environment: string): Promise<AclBinding[]> {
    const rows: AclRow[] = await this.#session
      .knex(ACLS)
      .where({ environment });
    return rows.map(fromAclRow);
  }

  async aclsOfTopic(environment: string, topic: string): Promise<AclBinding[]> {
    const query = this.#session
      .knex(ACLS)
      .where({ environment, resource_type: 'TOPIC' });
    whereOneOf(query, 'name', ['*', ...beginningsOf(topic)]);
    const rows: AclRow[] = await query.orderBy('acl_digest');
    return rows
      .map(fromAclRow)
      .filter(
        ({ patternType, resourceName }) =>
          resourceName === '*' ||
          patternMatches({ pattern: patternType, name: resourceName }, topic),
      );
  }

  async aclPage(query: AclsQuery, viewer: Viewer) {
    const { knex } = this.#session;
    const { principal, resourceType, cursor, limit } = query;
    const keys = whereVisible(knex(ACLS), query, viewer, {
      type: 'acl',
      instances: await instancesNamed(knex, query, viewer),
    });
    if (principal !== undefined) keys.where({ principal });
    if (resourceType !== undefined) keys.where({ resource_type: resourceType });
    const page = await keysetPage<AclRow>(keys, {
      columns: ['name', 'environment', 'acl_digest'],
      cursor,
      limit,
    });
    const rows: AclRow[] = page.items.length
      ? await knex(ACLS).whereIn(
          ['environment', 'acl_digest'],
          page.items.map(row => [row.environment, row.acl_digest]),
        )
      : [];
    const instances = await instancesOf(this.#session, rows);
    const found = new Map(
      rows.map(row => [`${row.environment}/${row.acl_digest}`, row]),
    );
    const items = page.items.flatMap(key => {
      const row = found.get(`${key.environment}/${key.acl_digest}`);
      if (!row) return [];
      const acl = {
        ...fromAclRow(row),
        environment: row.environment,
        ...ownedBy(row.instance, instances),
        principalInstance: row.principal_instance ?? undefined,
      };
      return [defined(acl)];
    });
    return { ...page, items };
  }

  changeAcls(
    environment: string,
    change: Parameters<SnapshotStore['changeAcls']>[1],
  ): Promise<void> {
    return this.#session.transaction(session =>
      changeAcls(session, environment, change),
    );
  }

  async quotas(environment: string): Promise<QuotaSpec[]> {
    const row = await this.#session
      .knex<SnapshotRow>(SNAPSHOTS)
      .where({ environment })
      .first('quotas');
    return JSON.parse(row?.quotas ?? '[]');
  }

  orphans(query: OrphansQuery, viewer: Viewer) {
    return readOrphans(this.#session, query, viewer);
  }
}
