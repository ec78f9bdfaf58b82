// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';

const STATES = [
  ...(['pending', 'ready', 'changing', 'removing', 'failed'] as const),
  ...(['expiring', 'gone'] as const),
] as const;

/** How far what was ordered is, as `fairway.dev/state` says it. */
export type ProvisionState = (typeof STATES)[number];

/** What the annotations `fairway.dev/…` say of an entity that came of a request. */
export interface Provision {
  /** Absent for a state of a later release. */
  state?: ProvisionState;
  /** How the last apply ended: `applied`, `not-applied`, `failed`, `unknown`. */
  applied?: string;
  environment?: string;
  service?: string;
  account?: string;
  module?: { name: string; version?: string };
  ownerRef?: string;
  requesterRef?: string;
  requestId?: string;
  /** The file that makes it what it is; absent where a receiver made it. */
  file?: { repoUrl: string; path: string };
  /** Who made it, where that was dispatched. */
  receiver?: string;
  /** What requests call it: its folder; of a call of a module the folder and its name; else target and name. */
  path: string;
  /** ISO 8601; absent where it lives until somebody removes it. */
  expiresAt?: string;
}

/** Nothing for an entity that came of no request. */
export function provisionOf(entity: Entity): Provision | undefined {
  const { annotations = {} } = entity.metadata;
  const of = (name: string): string | undefined =>
    annotations[`fairway.dev/${name}`];
  const [repoUrl, path] = of('source-file')?.split('#') ?? [];
  const file = repoUrl && path ? { repoUrl, path } : undefined;
  const receiver = of('receiver');
  if (!file && !receiver) return undefined;
  const name = of('module');
  const owner = entity.spec?.owner;
  const expiresAt = of('expires-at');
  return {
    state: STATES.find(state => state === of('state')),
    applied: of('applied'),
    environment: of('environment'),
    service: of('service'),
    account: of('account'),
    module: name ? { name, version: of('module-version') } : undefined,
    ownerRef: typeof owner === 'string' ? owner : undefined,
    requesterRef: of('requester'),
    requestId: of('request'),
    file,
    receiver,
    path:
      of('path') ?? file?.path.replace(/\/[^/]*$/, '') ?? entity.metadata.name,
    expiresAt:
      expiresAt && !Number.isNaN(Date.parse(expiresAt)) ? expiresAt : undefined,
  };
}

/** Whether an entity came of a request. */
export const isProvisioned = (entity: Entity): boolean => !!provisionOf(entity);

/** The resource that requests name: `acme/infrastructure-live:live/dev/orders-db`, `dev/orders-api:notes`. */
export function resourceRefOf(
  provision: Pick<Provision, 'file' | 'path'>,
): string {
  const { file, path } = provision;
  if (!file) return path.replace(/\/([^/]*)$/, ':$1');
  const query = new URLSearchParams(file.repoUrl.replace(/^[^?]*\?/, ''));
  return `${query.get('owner')}/${query.get('repo')}:${path}`;
}
