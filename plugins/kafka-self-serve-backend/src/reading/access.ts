// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type AclBinding,
  aclKey,
  aclsOfEnvironment,
  type AclsQuery,
  type AclView,
  type GrantView,
  type KafkaPage,
  owns,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type {
  InstanceOwner,
  KafkaParts,
  StoredGrant,
  StoredInstance,
  Viewer,
} from '../domain/ports';
import { action, isOwner } from './actions';

type Parts = Pick<KafkaParts, 'clock' | 'stores'>;

const ENDING_WITHIN_MS = 14 * 24 * 60 * 60_000;

/**
 * Of some ACLs the keys of those that follow from our instances and grants, and
 * whose principals they name. Reads what belongs to these principals, never an
 * environment.
 */
async function managedAmong(
  { stores, clock }: Parts,
  environment: string,
  acls: readonly AclBinding[],
): Promise<{ keys: Set<string>; byPrincipal: Map<string, StoredInstance> }> {
  const instances = await stores.applications.involved(environment, {
    principals: [...new Set(acls.map(({ principal }) => principal))],
  });
  const grants = await stores.grants.involved(environment, {
    grantees: instances.map(({ id }) => id),
  });
  const now = clock().toISOString();
  return {
    keys: new Set(aclsOfEnvironment({ instances, grants, now }).map(aclKey)),
    byPrincipal: new Map(
      instances.flatMap(instance =>
        instance.principals.map(principal => [principal, instance] as const),
      ),
    ),
  };
}

/** ACLs of the clusters, and whether they are of our doing. */
export async function aclPage(
  parts: Parts,
  query: AclsQuery,
  viewer: Viewer,
): Promise<KafkaPage<AclView>> {
  const page = await parts.stores.snapshots.aclPage(query, viewer);
  const environments = [
    ...new Set(page.items.map(({ environment }) => environment)),
  ];
  const managed = new Map(
    await Promise.all(
      environments.map(async name => {
        const acls = page.items.filter(acl => acl.environment === name);
        return [name, await managedAmong(parts, name, acls)] as const;
      }),
    ),
  );
  return {
    ...page,
    items: page.items.map(acl => ({
      ...acl,
      managed: managed.get(acl.environment)!.keys.has(aclKey(acl)),
    })),
    snapshots: await parts.stores.snapshots.info(query.environment),
  };
}

/** ACLs that say something about one topic. */
export async function aclsOfTopic(
  parts: Parts,
  environment: string,
  topic: string,
): Promise<AclView[]> {
  const acls = await parts.stores.snapshots.aclsOfTopic(environment, topic);
  const { keys, byPrincipal } = await managedAmong(parts, environment, acls);
  return acls.map(acl => ({
    ...acl,
    environment,
    managed: keys.has(aclKey(acl)),
    principalInstance: byPrincipal.get(acl.principal)?.id,
  }));
}

/** Principals of whoever owns a topic by its patterns. */
export function ownerPrincipals(
  instances: readonly StoredInstance[],
  topic: string,
): string[] {
  return instances
    .filter(instance => owns(instance, 'TOPIC', topic))
    .flatMap(({ principals }) => principals);
}

/** A grant with its state and what the viewer may do about it. */
export function grantView(
  grant: StoredGrant,
  options: {
    viewer: Viewer;
    instances: ReadonlyMap<string, Pick<InstanceOwner, 'ownerRef'>>;
    now: Date;
  },
): GrantView {
  const { viewer, instances, now } = options;
  const ownerRef = instances.get(grant.owner)?.ownerRef;
  const granteeRef = instances.get(grant.grantee)?.ownerRef;
  const state = grantState(grant, now);
  const ended = state === 'expired' || state === 'revoked';
  const isParty =
    viewer.isAdministrator ||
    isOwner(viewer, { ownerRef }) ||
    isOwner(viewer, { ownerRef: granteeRef });
  const isTaker =
    viewer.isAdministrator || isOwner(viewer, { ownerRef: granteeRef });
  const { noticed: _, ...shown } = grant;
  return {
    ...shown,
    state,
    ownerRef,
    granteeRef,
    actions: {
      renew: action(
        isTaker
          ? grant.revokedAt && 'It was revoked: ask for access anew.'
          : `Only ${granteeRef ?? 'its owner'} may ask for more time.`,
      ),
      revoke: action(
        isParty
          ? (ended && 'It has ended already.') || undefined
          : 'Only who gives or gets it may end it.',
      ),
    },
  };
}

function grantState(grant: StoredGrant, now: Date): GrantView['state'] {
  if (grant.revokedAt) return 'revoked';
  if (!grant.expiresAt) return 'active';
  const left = Date.parse(grant.expiresAt) - now.getTime();
  if (left <= 0) return 'expired';
  return left <= ENDING_WITHIN_MS ? 'ending' : 'active';
}
