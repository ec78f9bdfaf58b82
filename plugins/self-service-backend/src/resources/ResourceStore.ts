// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type {
  ChangeOutputs,
  ChangePlan,
  PlannedTarget,
} from '@fairway/backstage-plugin-self-service-common';
import type { Knex } from 'knex';
import { beginLifetime } from '../lifetimes/beginLifetime';
import { LifetimeStore } from '../lifetimes/LifetimeStore';
import {
  DEFAULT_TERMS,
  type LifetimeTerms,
  type NewResourceEvent,
} from '../lifetimes/types';

/** What a merged change has left in a repository. */
export interface Resource {
  /** Of repository and path, so that it stays the same when it is made anew. */
  id: string;
  repoUrl: string;
  /** Folder of the target; of a call of a module the folder and its name. */
  path: string;
  /** The file that makes it, where that is no file of its own in `path`. */
  file?: string;
  environment: string;
  service: string;
  account?: string;
  module?: { name: string; version: string };
  ownerRef?: string;
  /** How long it is meant to live from `settledAt` on: `P14D`. */
  lifetime?: string;
  requesterRef: string;
  /** Of the last change of it. */
  requestId: string;
  mergeSha: string;
  applied: NonNullable<ChangeOutputs['applied']>;
  settledAt: Date;
  /** Since when it is missed in Git, though no request has removed it. */
  goneAt?: Date;
}

interface ResourceRow {
  resource_digest: string;
  repo_url: string;
  path: string;
  file: string | null;
  environment: string;
  service: string;
  account: string | null;
  module: string | null;
  module_version: string | null;
  owner_ref: string | null;
  lifetime: string | null;
  requester_ref: string;
  request_id: string;
  merge_sha: string;
  applied: Resource['applied'];
  settled_at: Date | string | number;
  gone_at: Date | string | number | null;
}

/** Keeps what is there, for the catalog; settling the same change twice is settling it once. */
export class ResourceStore {
  readonly #knex: Knex;
  readonly #lifetimes: LifetimeStore;

  static create(options: {
    knex: Knex;
    lifetimes?: LifetimeStore;
  }): ResourceStore {
    const { knex, lifetimes = LifetimeStore.create({ knex }) } = options;
    return new ResourceStore(knex, lifetimes);
  }

  private constructor(knex: Knex, lifetimes: LifetimeStore) {
    this.#knex = knex;
    this.#lifetimes = lifetimes;
  }

  /** After a merged change: its units are there, or gone. */
  async settle(change: {
    requestId: string;
    requesterRef: string;
    repoUrl: string;
    mergeSha: string;
    applied: Resource['applied'];
    ownerRef?: string;
    plan: ChangePlan;
    /** How the end is announced of what has one. */
    terms?: LifetimeTerms;
    at: Date;
  }): Promise<void> {
    const { plan } = change;
    await this.#knex.transaction(async transaction => {
      for (const target of plan.targets) {
        const deployed = plan.targets.some(
          each =>
            each.path === target.path && each.action !== 'service.destroy',
        );
        if (target.action !== 'service.destroy') {
          const { lifetime, ...row } = toRow(target, change);
          await transaction<ResourceRow>('resources')
            .insert({ ...row, lifetime })
            .onConflict('resource_digest')
            // A later change of it does not give it a longer life, nor an endless one: that is asked for on its own.
            .merge(row);
          await this.#begin(row.resource_digest, change, transaction);
        } else if (!deployed) {
          const id = resourceIdOf(change.repoUrl, target.path);
          await this.#removeRow(id, transaction);
          await this.#lifetimes.append(
            id,
            {
              type: 'removed',
              actorRef: change.requesterRef,
              message: `"${target.path}" is removed.`,
              requestId: change.requestId,
              at: change.at,
            },
            transaction,
          );
        }
      }
    });
  }

  /** Its end, if it has one and did not have one before. */
  async #begin(
    id: string,
    change: Parameters<ResourceStore['settle']>[0],
    transaction: Knex.Transaction,
  ): Promise<void> {
    const { at, plan, requestId, requesterRef } = change;
    const { lifetime: duration } = plan;
    if (!duration) return;
    await transaction<ResourceRow>('resources')
      .where({ resource_digest: id, lifetime: null })
      .update({ lifetime: duration });
    await beginLifetime(
      this.#lifetimes,
      {
        resourceId: id,
        duration,
        startedAt: at,
        terms: change.terms ?? DEFAULT_TERMS,
        by: { actorRef: requesterRef, at, requestId },
      },
      transaction,
    );
  }

  /** Missed in Git, or found again. */
  async markGone(
    { id }: Resource,
    options: { goneAt?: Date; event: NewResourceEvent },
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const { goneAt, event } = options;
      const changed = await transaction<ResourceRow>('resources')
        .where({ resource_digest: id })
        .where(query =>
          goneAt ? query.whereNull('gone_at') : query.whereNotNull('gone_at'),
        )
        .update({ gone_at: goneAt ?? null });
      if (changed > 0) await this.#lifetimes.append(id, event, transaction);
    });
  }

  /** Forgets what has been missed for long. Its history stays. */
  async forget({ id }: Resource): Promise<void> {
    await this.#knex.transaction(transaction =>
      this.#removeRow(id, transaction),
    );
  }

  async #removeRow(id: string, transaction: Knex.Transaction): Promise<void> {
    await transaction<ResourceRow>('resources')
      .where({ resource_digest: id })
      .delete();
    await this.#lifetimes.remove(id, transaction);
  }

  /** With what is missed in Git. */
  async list(): Promise<Resource[]> {
    const rows = await this.#knex<ResourceRow>('resources')
      .select()
      .orderBy('resource_digest');
    return rows.map(fromRow);
  }

  find(repoUrl: string, path: string): Promise<Resource | undefined> {
    return this.get(resourceIdOf(repoUrl, path));
  }

  async get(id: string): Promise<Resource | undefined> {
    const row = await this.#knex<ResourceRow>('resources')
      .where({ resource_digest: id })
      .first();
    return row && fromRow(row);
  }
}

export function resourceIdOf(repoUrl: string, path: string): string {
  return createHash('sha256').update(`${repoUrl}\n${path}`).digest('hex');
}

function toRow(
  target: PlannedTarget,
  change: Parameters<ResourceStore['settle']>[0],
): ResourceRow {
  const { path, file, environment, service, account, module } = target;
  const { repoUrl, ownerRef, requesterRef, requestId } = change;
  return {
    resource_digest: resourceIdOf(repoUrl, path),
    repo_url: repoUrl,
    path,
    file: file ?? null,
    environment,
    service,
    account: account ?? null,
    module: module?.name ?? null,
    module_version: module?.version ?? null,
    owner_ref: ownerRef ?? null,
    lifetime: change.plan.lifetime ?? null,
    requester_ref: requesterRef,
    request_id: requestId,
    merge_sha: change.mergeSha,
    applied: change.applied,
    settled_at: change.at,
    gone_at: null,
  };
}

function fromRow(row: ResourceRow): Resource {
  return {
    id: row.resource_digest,
    repoUrl: row.repo_url,
    path: row.path,
    ...(row.file && { file: row.file }),
    environment: row.environment,
    service: row.service,
    ...(row.account && { account: row.account }),
    ...(row.module &&
      row.module_version && {
        module: { name: row.module, version: row.module_version },
      }),
    ...(row.owner_ref && { ownerRef: row.owner_ref }),
    ...(row.lifetime && { lifetime: row.lifetime }),
    requesterRef: row.requester_ref,
    requestId: row.request_id,
    mergeSha: row.merge_sha,
    applied: row.applied,
    settledAt: new Date(row.settled_at),
    ...(row.gone_at !== null && { goneAt: new Date(row.gone_at) }),
  };
}
