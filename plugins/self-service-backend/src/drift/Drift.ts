// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Git against what the portal made, against the catalog, against the last apply. Nothing is corrected here: each
// difference comes with the change that would, which goes the way of every other.
import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type OwnershipService,
  refusedByPermissions,
} from '@fairway/backstage-plugin-ownership-node';
import type {
  DriftAnswer,
  DriftItem,
} from '@fairway/backstage-plugin-self-service-common';
import { selfServiceError } from '../errors';
import { Templates } from '../hub/Templates';
import type { Reader } from '../reads/BaseReads';
import type { UnitReads } from '../reads/UnitReads';
import type { Repositories } from '../repositories/Repositories';
import type { ChangeRequests } from '../requests/ChangeRequests';
import type { Resource, ResourceStore } from '../resources/ResourceStore';
import { compareResource, type Head } from './compareResource';
import { restoreOf } from './restoreOf';
import { unitForms } from './unitForms';

export interface DriftOptions {
  catalog: CatalogService;
  changes: ChangeRequests;
  ownership: OwnershipService;
  permissions: PermissionsService;
  repositories: Repositories;
  resources: Pick<ResourceStore, 'list'>;
  units: UnitReads;
  /** Of the configuration. */
  repoUrls: string[];
}

const keyOf = (repoUrl: string, path: string) => `${repoUrl}\n${path}`;

/** What is another than the portal left it. */
export class Drift {
  readonly #options: DriftOptions;
  readonly #templates: Templates;

  static create(options: DriftOptions): Drift {
    return new Drift(options);
  }

  private constructor(options: DriftOptions) {
    this.#options = options;
    this.#templates = Templates.create(options);
  }

  /** The differences of what the person may plan; of the others only how many units there are. */
  async of(reader: Reader): Promise<DriftAnswer> {
    const [resources, underWay, known, { templates }] = await Promise.all([
      this.#resources(reader),
      this.#underWay(),
      this.#catalogKeys(reader),
      this.#templates.list(reader.credentials),
    ]);
    const answer: DriftAnswer = { items: [], hidden: 0, heads: {} };
    for (const repoUrl of this.#options.repoUrls) {
      const head = await this.#head(repoUrl);
      answer.heads[repoUrl] = head.sha;
      const made = resources.filter(each => each.repoUrl === repoUrl);
      for (const resource of made) {
        if (underWay.has(keyOf(repoUrl, resource.path))) continue;
        const item = await this.#differenceOf(resource, { head, known });
        if (item) answer.items.push(item);
      }
      const { units, hidden } = await this.#options.units.list(
        { repoUrl },
        reader,
      );
      answer.hidden += hidden;
      for (const unit of units) {
        const key = keyOf(repoUrl, unit.path);
        const isKnown =
          known.has(key) || made.some(({ path }) => path === unit.path);
        if (isKnown || underWay.has(key)) continue;
        const { path, environment, service } = unit;
        answer.items.push({
          ...{ kind: 'unknown', repoUrl, path, environment, service },
          forms: unitForms(templates, { repoUrl, path, environment }),
        });
      }
      for (const item of answer.items) {
        if (item.kind === 'changed' && item.repoUrl === repoUrl) {
          item.forms = unitForms(templates, item);
        }
      }
    }
    return answer;
  }

  async #differenceOf(
    resource: Resource,
    { head, known }: { head: Head; known: Set<string> },
  ): Promise<DriftItem | undefined> {
    const { repoUrl, path, environment, service } = resource;
    const { ownerRef, requestId, mergeSha, applied } = resource;
    const item: Omit<DriftItem, 'kind'> = {
      ...{ repoUrl, path, environment, service, requestId },
      ...(ownerRef && { ownerRef }),
      recordedSha: mergeSha,
      forms: [],
    };
    const difference = await compareResource(resource, head);
    if (difference.kind !== 'none') {
      const { kind, paths } = difference;
      const restore = await restoreOf(paths, { head, mergeSha });
      return { ...item, kind, ...(restore && { restore }) };
    }
    if (applied === 'not-applied' || applied === 'failed') {
      return { ...item, kind: 'not-applied' };
    }
    return known.has(keyOf(repoUrl, path))
      ? undefined
      : { ...item, kind: 'not-in-catalog' };
  }

  async #head(repoUrl: string): Promise<Head> {
    const { host, repository } = this.#options.repositories.writable(repoUrl);
    const branch = await host.defaultBranch(repository);
    const sha = await host.resolve(repository, `refs/heads/${branch}`);
    if (!sha) throw selfServiceError('base-unknown', { branch, repoUrl });
    const tree = await host.readTree(repository, { ref: sha });
    return { repoUrl, host, repository, sha, tree };
  }

  /** Those that the person may plan. */
  async #resources({ userRef, credentials }: Reader): Promise<Resource[]> {
    const { ownership, permissions, resources } = this.#options;
    const all = await resources.list();
    if (all.length === 0) return [];
    const decisions = await ownership.decideAll({
      userEntityRef: userRef,
      targets: all.map(({ environment, service, account }) => ({
        action: 'service.plan',
        environment,
        service,
        ...(account !== undefined && { account }),
      })),
    });
    const allowed = decisions.filter(({ decision }) => decision === 'allow');
    const refused =
      allowed.length === 0
        ? []
        : await refusedByPermissions(allowed, { permissions, credentials });
    return all.filter((_, index) => {
      const { decision, targetRef } = decisions[index];
      return (
        decision === 'allow' &&
        !refused.some(each => each.targetRef === targetRef)
      );
    });
  }

  /** What an approved change is about to move: it differs for that long. */
  async #underWay(): Promise<Set<string>> {
    const keys = new Set<string>();
    const states = ['none', 'queued', 'running', 'waiting'] as const;
    for await (const { plan } of this.#options.changes.approved(...states)) {
      for (const { path } of plan.targets) keys.add(keyOf(plan.repoUrl, path));
    }
    return keys;
  }

  /** What the catalog shows the person. */
  async #catalogKeys({ credentials }: Reader): Promise<Set<string>> {
    const { items } = await this.#options.catalog.getEntities(
      {
        filter: { kind: 'Resource' },
        fields: ['metadata.annotations'],
      },
      { credentials },
    );
    return new Set(
      items.flatMap(({ metadata: { annotations = {} } }) => {
        const path = annotations['fairway.dev/path'];
        const [repoUrl] =
          annotations['fairway.dev/source-file']?.split('#') ?? [];
        return path && repoUrl ? [keyOf(repoUrl, path)] : [];
      }),
    );
  }
}
