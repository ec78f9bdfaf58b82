// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ApplicationsQuery,
  InstanceUsage,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type {
  InstanceFigures,
  StoredApplication,
  StoredInstance,
} from '../domain/stored';
import type {
  ApplicationStore,
  InstanceOwner,
  Involved,
} from '../domain/stores';
import type { StoredPage, Viewer } from '../domain/viewer';
import { assignOwners } from './assignOwners';
import {
  literalName,
  type Named,
  namesTouching,
  removeNames,
  writeNames,
} from './instanceNames';
import { INSTANCES, instancesOf, type StoredInstanceRow } from './instances';
import { keysetPage } from './keyset';
import { KnexEnvironmentStore } from './KnexEnvironmentStore';
import { byName } from './KnexTopicStore';
import { whereApplications } from './whereApplications';
import { folded, type Session } from './Session';
import { instanceRows, whereOneOf } from './visible';

const APPLICATIONS = 'kafka_applications';

interface ApplicationRow {
  name: string;
  owner_ref: string;
  component_ref: string;
  search_text: string;
  body: string;
  request_id: string | null;
}

type Instance = Omit<StoredInstance, 'ownerRef'>;

interface Counted {
  instance: string;
  total: number | string;
}

interface UsedRow extends Counted {
  partitions: number | string;
  bytes: number | string;
}

export class KnexApplicationStore implements ApplicationStore {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async list(): Promise<StoredApplication[]> {
    const rows: ApplicationRow[] = await this.#session.knex(APPLICATIONS);
    return rows.map(fromRow).sort(byName);
  }

  async page(
    query: ApplicationsQuery,
    viewer: Viewer,
  ): Promise<StoredPage<StoredApplication>> {
    const { knex } = this.#session;
    const { cursor, limit } = query;
    const keys = whereApplications(knex(APPLICATIONS), query, viewer);
    const page = await keysetPage<ApplicationRow>(keys, {
      columns: ['name'],
      cursor,
      limit,
    });
    const rows: ApplicationRow[] = await knex(APPLICATIONS).whereIn(
      'name',
      page.items.map(({ name }) => name),
    );
    const found = new Map(rows.map(row => [row.name, row]));
    return {
      ...page,
      items: page.items.flatMap(({ name }) => {
        const row = found.get(name);
        return row ? [fromRow(row)] : [];
      }),
    };
  }

  async get(name: string): Promise<StoredApplication | undefined> {
    const row = await this.#session.knex(APPLICATIONS).where({ name }).first();
    return row && fromRow(row);
  }

  async put(application: StoredApplication): Promise<void> {
    const { requestId, ...body } = application;
    const { name, displayName, ownerRef, componentRef } = body;
    const row: ApplicationRow = {
      name,
      owner_ref: folded(ownerRef),
      component_ref: folded(componentRef),
      search_text: folded(`${name} ${displayName ?? ''}`),
      body: JSON.stringify(body),
      request_id: requestId ?? null,
    };
    await this.#session.upsert(APPLICATIONS, [row], 'name');
  }

  async remove(name: string): Promise<void> {
    await this.#session.knex(APPLICATIONS).where({ name }).delete();
  }

  async instances(
    filter: { environment?: string; application?: string } = {},
  ): Promise<StoredInstance[]> {
    const where = Object.fromEntries(
      Object.entries(filter).filter(([, value]) => value !== undefined),
    );
    return this.#instances(rows => rows.where(where));
  }

  async involved(
    environment: string,
    { ids = [], patterns = [], principals = [] }: Involved,
  ): Promise<StoredInstance[]> {
    const names = await namesTouching(this.#session, environment, [
      ...patterns,
      ...principals.map(name => literalName('PRINCIPAL', name)),
    ]);
    const found = [...new Set([...ids, ...names.map(name => name.instance)])];
    return this.#instances(rows => {
      whereOneOf(rows.where({ environment }), 'id', found);
    });
  }

  async owners(ids: readonly string[]): Promise<Map<string, InstanceOwner>> {
    const rows = await instancesOf(
      this.#session,
      ids.map(instance => ({ instance })),
    );
    return new Map(
      [...rows].map(([id, { application, owner_ref: ownerRef }]) => [
        id,
        { id, application, ownerRef },
      ]),
    );
  }

  async privateOfOthers(refs: readonly string[]): Promise<string[]> {
    const own = new Set(refs.map(folded));
    const rows = await instanceRows(this.#session.knex).where({
      is_private: true,
    });
    return rows
      .filter(({ owner_ref }) => !own.has(owner_ref))
      .map(({ id }) => id);
  }

  async instance(id: string): Promise<StoredInstance | undefined> {
    return (await this.#instances(rows => rows.where({ id })))[0];
  }

  putInstance(instance: Instance): Promise<void> {
    return this.putInstances([instance]);
  }

  putInstances(instances: readonly Instance[]): Promise<void> {
    return this.#session.transaction(async session => {
      const places = new Set(instances.map(({ environment }) => environment));
      const environmentStore = new KnexEnvironmentStore(session);
      // In their order, so that two that lock several never wait for each other.
      for (const name of [...places].sort()) await environmentStore.lock(name);
      const rows = instances.map((instance): StoredInstanceRow => {
        const { requestId, ...rest } = instance;
        const body = { ...rest, ownerRef: undefined };
        return {
          id: body.id,
          application: body.application,
          environment: body.environment,
          is_private: body.visibility === 'private',
          body: JSON.stringify(body),
          request_id: requestId ?? null,
        };
      });
      await session.upsert(INSTANCES, rows, 'id');
      const changed = new Map<string, Named[]>();
      for (const instance of instances) {
        const { environment } = instance;
        changed.set(environment, [
          ...(changed.get(environment) ?? []),
          ...(await writeNames(session, instance)),
        ]);
      }
      for (const [environment, names] of changed) {
        await assignOwners(session, environment, names);
      }
    });
  }

  removeInstance(id: string): Promise<void> {
    return this.#session.transaction(async session => {
      const row = await session.knex(INSTANCES).where({ id }).first();
      if (!row) return;
      await session.knex(INSTANCES).where({ id }).delete();
      const names = await removeNames(session, id);
      await assignOwners(session, row.environment, names);
    });
  }

  async usages(ids: readonly string[]): Promise<Map<string, InstanceUsage>> {
    const usages = await this.#usages(ids);
    return new Map(ids.map(id => [id, usages.get(id) ?? noFigures().usage]));
  }

  async figures(
    ids?: readonly string[],
  ): Promise<Map<string, InstanceFigures>> {
    const figures = new Map<string, InstanceFigures>();
    const { knex } = this.#session;
    for (const [instance, usage] of await this.#usages(ids)) {
      figures.set(instance, { ...noFigures(), usage, topics: usage.topics });
    }
    for (const key of ['groups', 'subjects'] as const) {
      const counted = knex(`kafka_${key}`)
        .whereNotNull('instance')
        .select('instance')
        .count({ total: '*' })
        .groupBy('instance');
      if (ids) whereOneOf(counted, 'instance', ids);
      const rows = (await counted) as unknown as Counted[];
      for (const { instance, total } of rows) {
        const found = figures.get(instance) ?? noFigures();
        figures.set(instance, { ...found, [key]: Number(total) });
      }
    }
    for (const id of ids ?? []) {
      if (!figures.has(id)) figures.set(id, noFigures());
    }
    return figures;
  }

  async #usages(ids?: readonly string[]): Promise<Map<string, InstanceUsage>> {
    const query = this.#session
      .knex('kafka_topics')
      .whereNotNull('instance')
      .select('instance')
      .count({ total: '*' })
      .sum({ partitions: 'partitions', bytes: 'retained_bytes' })
      .groupBy('instance');
    if (ids) whereOneOf(query, 'instance', ids);
    const rows = (await query) as unknown as UsedRow[];
    return new Map(
      rows.map(({ instance, total, partitions, bytes }) => [
        instance,
        {
          topics: Number(total),
          partitions: Number(partitions),
          bytes: Number(bytes),
        },
      ]),
    );
  }

  async #instances(
    filter: (rows: ReturnType<Session['knex']>) => unknown,
  ): Promise<StoredInstance[]> {
    const { knex } = this.#session;
    const query = knex(INSTANCES);
    filter(query);
    const rows: (StoredInstanceRow & { owner: string })[] = await query
      .join(APPLICATIONS, `${APPLICATIONS}.name`, `${INSTANCES}.application`)
      .select(`${INSTANCES}.*`, `${APPLICATIONS}.owner_ref as owner`)
      .orderBy('id');
    return rows.map(({ body, owner, request_id }) => ({
      ...JSON.parse(body),
      ownerRef: owner,
      ...(request_id && { requestId: request_id }),
    }));
  }
}

export function noFigures(): InstanceFigures {
  const usage = { topics: 0, partitions: 0, bytes: 0 };
  return { usage, topics: 0, groups: 0, subjects: 0 };
}

function fromRow(row: ApplicationRow): StoredApplication {
  return {
    ...JSON.parse(row.body),
    ...(row.request_id && { requestId: row.request_id }),
  };
}
