// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { type Provision, provisionOf } from '../../entity/provision';

/** Whatever ends sooner is about to. */
const SOON_MS = 7 * 24 * 3_600_000;

/** Something that was ordered and runs in an environment. */
export interface Running extends Provision {
  entityRef: string;
  type: string;
}

/** An environment of the policy, with what the catalog has in it. */
export interface Environment {
  name: string;
  tier?: string;
  ownerRefs: string[];
  accounts: string[];
  clusters: string[];
  description?: string;
  running: Running[];
}

/** The environments in the order of their names, each with what is in it. */
export function environmentsOf(entities: Entity[]): Environment[] {
  const running = entities.flatMap((entity): Running[] => {
    const provision = provisionOf(entity);
    if (!provision) return [];
    const type = String(entity.spec?.type ?? '');
    return [{ ...provision, entityRef: stringifyEntityRef(entity), type }];
  });
  return entities
    .filter(({ spec }) => spec?.type === 'environment')
    .map(({ metadata, spec }) => {
      const { annotations = {}, description } = metadata;
      const list = (key: string) =>
        annotations[`fairway.dev/${key}`]?.split(',') ?? [];
      const name = annotations['fairway.dev/environment'] ?? metadata.name;
      const owners = list('owners');
      return {
        name,
        tier: annotations['fairway.dev/tier'],
        ownerRefs: owners.length > 0 ? owners : [String(spec?.owner)],
        accounts: list('accounts'),
        clusters: list('clusters'),
        description,
        running: running
          .filter(({ environment }) => environment === name)
          .sort((a, b) => a.path.localeCompare(b.path)),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Whether something ends within a week. */
export function endsSoon(
  { expiresAt }: { expiresAt?: string },
  now: Date,
): boolean {
  const end = expiresAt === undefined ? NaN : Date.parse(expiresAt);
  return end < now.getTime() + SOON_MS;
}

/** What ends within a week, the first to end first. */
export function expiringOf(
  { running }: Pick<Environment, 'running'>,
  now: Date,
): Running[] {
  return running
    .filter(each => endsSoon(each, now))
    .sort((a, b) => Date.parse(a.expiresAt!) - Date.parse(b.expiresAt!));
}
