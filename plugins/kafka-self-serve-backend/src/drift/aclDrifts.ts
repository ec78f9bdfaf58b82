// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type AclBinding,
  aclKey,
  aclsOfEnvironment,
  owns,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { StoredGrant, StoredInstance } from '../domain/ports';
import { driftId } from './driftId';
import type { Difference } from './types';

/**
 * ACLs that should be there and are not, and ACLs that nobody asked for: of one
 * of our principals, or on something that one of our instances owns. Everything
 * else on the cluster is none of our business.
 */
export function aclDrifts(options: {
  environment: string;
  instances: readonly StoredInstance[];
  grants: readonly StoredGrant[];
  observed: readonly AclBinding[];
  now: string;
}): Difference[] {
  const { environment, instances, observed } = options;
  const expected = aclsOfEnvironment(options);
  const there = new Set(observed.map(aclKey));
  const wanted = new Set(expected.map(aclKey));
  const byPrincipal = new Map(
    instances.flatMap(instance =>
      instance.principals.map(principal => [principal, instance] as const),
    ),
  );
  const difference = (
    kind: 'acl-missing' | 'acl-foreign',
    acl: AclBinding,
    instance: StoredInstance | undefined,
  ): Difference => ({
    id: driftId({ environment, kind, name: acl.principal, key: aclKey(acl) }),
    environment,
    kind,
    name: acl.principal,
    instance: instance?.id,
    title:
      kind === 'acl-missing'
        ? `${acl.principal} lost ${acl.operation} on ${acl.resourceName}`
        : `${acl.principal} has ${acl.operation} on ${acl.resourceName}, and nobody asked for it`,
    changes: [
      {
        path: `access ${aclKey(acl)}`,
        ...(kind === 'acl-missing' ? { before: 'there' } : { after: 'there' }),
      },
    ],
    acl,
    ...(kind === 'acl-missing' &&
      instance && {
        repair: {
          kind: 'kafka.application-instance',
          payload: sameInstance(instance),
        },
      }),
  });
  return [
    ...expected
      .filter(acl => !there.has(aclKey(acl)))
      .map(acl =>
        difference('acl-missing', acl, byPrincipal.get(acl.principal)),
      ),
    ...observed
      .filter(acl => !wanted.has(aclKey(acl)))
      .flatMap(acl => {
        const owner =
          byPrincipal.get(acl.principal) ?? ownerOfResource(instances, acl);
        return owner ? [difference('acl-foreign', acl, owner)] : [];
      }),
  ];
}

/** The instance as it is: carrying it out makes its ACLs again. */
function sameInstance(instance: StoredInstance) {
  const { application, environment, principals, patterns } = instance;
  const { limits, quota, visibility } = instance;
  return {
    operation: 'update',
    application,
    environment,
    principals,
    patterns: patterns.map(pattern => ({ ...pattern })),
    limits: { ...limits },
    ...(quota && { quota: { ...quota } }),
    visibility,
  };
}

function ownerOfResource(
  instances: readonly StoredInstance[],
  { resourceType, resourceName }: AclBinding,
): StoredInstance | undefined {
  if (
    resourceType !== 'TOPIC' &&
    resourceType !== 'GROUP' &&
    resourceType !== 'TRANSACTIONAL_ID'
  ) {
    return undefined;
  }
  return instances.find(instance => owns(instance, resourceType, resourceName));
}
