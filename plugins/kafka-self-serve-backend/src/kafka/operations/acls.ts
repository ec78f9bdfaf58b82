// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type AclBinding,
  aclKey,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  type Acl,
  type AclFilter,
  AclOperations,
  AclPermissionTypes,
  ResourcePatternTypes,
  ResourceTypes,
} from '@platformatic/kafka';
import type { ClusterClient } from '../client/ClusterClient';
import { CODES } from '../client/answers';
import type { Outcome, Outcomes } from '../outcomes';
import type { AclQuery } from '../types';
import { byText, chunks } from './chunks';

const ANY = 1;

function toWire(binding: AclBinding): Acl {
  return {
    resourceType: ResourceTypes[binding.resourceType],
    resourcePatternType: ResourcePatternTypes[binding.patternType],
    resourceName: binding.resourceName,
    principal: binding.principal,
    host: binding.host,
    operation: AclOperations[binding.operation],
    permissionType: AclPermissionTypes[binding.permission],
  };
}

/** Everything that is left out matches everything. */
function toFilter(query: AclQuery): AclFilter {
  const { resourceType, patternType, operation, permission } = query;
  return {
    resourceType: resourceType ? ResourceTypes[resourceType] : ANY,
    resourcePatternType: patternType ? ResourcePatternTypes[patternType] : ANY,
    resourceName: query.resourceName ?? null,
    principal: query.principal ?? null,
    host: query.host ?? null,
    operation: operation ? AclOperations[operation] : ANY,
    permissionType: permission ? AclPermissionTypes[permission] : ANY,
  };
}

/** Kafka's name of a number; undefined for one that came after this code. */
function nameOf<Name extends string>(
  numbers: Readonly<Record<Name | 'UNKNOWN' | 'ANY', number>>,
  value: number,
): Name | undefined {
  const found = Object.entries(numbers).find(([, number]) => number === value);
  return found && value > ANY ? (found[0] as Name) : undefined;
}

function fromWire(acl: Acl): AclBinding | undefined {
  const resourceType = nameOf<AclBinding['resourceType']>(
    ResourceTypes,
    acl.resourceType,
  );
  const operation = nameOf<AclBinding['operation']>(
    AclOperations,
    acl.operation,
  );
  // Of a newer Kafka: it cannot be named here, and nothing here touches it.
  if (!resourceType || !operation) return undefined;
  return {
    resourceType,
    patternType:
      acl.resourcePatternType === ResourcePatternTypes.PREFIXED
        ? 'PREFIXED'
        : 'LITERAL',
    resourceName: acl.resourceName,
    principal: acl.principal,
    host: acl.host,
    operation,
    permission:
      acl.permissionType === AclPermissionTypes.DENY ? 'DENY' : 'ALLOW',
  };
}

export async function listAcls(
  client: ClusterClient,
  query: AclQuery = {},
): Promise<AclBinding[]> {
  const answer = await client.any('DescribeAcls', toFilter(query));
  if (answer.errorCode !== CODES.NONE)
    throw client.error('DescribeAcls', 'ACLs', answer);
  return answer.resources
    .flatMap(({ acls, ...resource }) =>
      acls.flatMap(acl => fromWire({ ...resource, ...acl }) ?? []),
    )
    .sort(byText(aclKey));
}

export async function createAcls(
  client: ClusterClient,
  bindings: readonly AclBinding[],
): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome<void>>();
  for (const some of chunks(bindings)) {
    const answer = await client.controller(
      'CreateAcls',
      response => response.results,
      some.map(toWire),
    );
    some.forEach((binding, index) => {
      const key = aclKey(binding);
      outcomes.set(
        key,
        client.outcome('CreateAcls', key, answer.results[index], () => {}),
      );
    });
  }
  return outcomes;
}

export async function deleteAcls(
  client: ClusterClient,
  bindings: readonly AclBinding[],
): Promise<Outcomes<boolean>> {
  const outcomes = new Map<string, Outcome<boolean>>();
  for (const some of chunks(bindings)) {
    const answer = await client.controller(
      'DeleteAcls',
      response => response.filterResults,
      // Nothing is left out, so each matches exactly one.
      some.map(toWire),
    );
    some.forEach((binding, index) => {
      const key = aclKey(binding);
      const result = answer.filterResults[index];
      const failed = result.matchingAcls.find(
        ({ errorCode }) => errorCode !== CODES.NONE,
      );
      outcomes.set(
        key,
        client.outcome(
          'DeleteAcls',
          key,
          failed ?? result,
          () => result.matchingAcls.length > 0,
        ),
      );
    });
  }
  return outcomes;
}
