// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type {
  ChangeOutputs,
  ChangePlan,
  PlannedTarget,
} from '@fairway/backstage-plugin-self-service-common';
import type { Knex } from 'knex';

/** What a merged change has left in a repository. */
export interface Resource {
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
}

/** Keeps what is there, for the catalog; settling the same change twice is settling it once. */
export class ResourceStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): ResourceStore {
    return new ResourceStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
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
          await transaction<ResourceRow>('resources')
            .insert(toRow(target, change))
            .onConflict('resource_digest')
            .merge();
        } else if (!deployed) {
          await transaction<ResourceRow>('resources')
            .where({ resource_digest: digest(change.repoUrl, target.path) })
            .delete();
        }
      }
    });
  }

  async list(): Promise<Resource[]> {
    const rows = await this.#knex<ResourceRow>('resources')
      .select()
      .orderBy('resource_digest');
    return rows.map(fromRow);
  }

  async find(repoUrl: string, path: string): Promise<Resource | undefined> {
    const row = await this.#knex<ResourceRow>('resources')
      .where({ resource_digest: digest(repoUrl, path) })
      .first();
    return row && fromRow(row);
  }
}

function digest(repoUrl: string, path: string): string {
  return createHash('sha256').update(`${repoUrl}\n${path}`).digest('hex');
}

function toRow(
  target: PlannedTarget,
  change: Parameters<ResourceStore['settle']>[0],
): ResourceRow {
  const { path, file, environment, service, account, module } = target;
  const { repoUrl, ownerRef, requesterRef, requestId } = change;
  return {
    resource_digest: digest(repoUrl, path),
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
  };
}

function fromRow(row: ResourceRow): Resource {
  return {
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
  };
}
