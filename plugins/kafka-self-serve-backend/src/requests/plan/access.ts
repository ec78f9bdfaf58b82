// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type AclBinding,
  aclDelta,
  aclsOfEnvironment,
  type DesiredState,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { EnvironmentState } from '../../domain/ports';
import type { AccessBook, Draft } from '../drafts/types';

/**
 * The ACLs that drafts lead to. What was granted counts as long as its ACLs are
 * on the cluster, also after its time: ending it is a request of its own.
 */
export function accessOf(
  { instances, grants }: Pick<EnvironmentState, 'instances' | 'grants'>,
  drafts: readonly Draft[],
): Pick<DesiredState, 'acls' | 'revokedAcls'> {
  const changes = drafts.flatMap(({ access }) => access ?? []);
  const topics = new Set(
    drafts.flatMap(({ accessOfTopics = [] }) => accessOfTopics),
  );
  const principals = new Set(
    drafts.flatMap(({ accessOfPrincipals = [] }) => accessOfPrincipals),
  );
  if (changes.length === 0 && topics.size === 0) return {};
  const before: AccessBook = {
    instances: [...instances],
    grants: grants.filter(({ applied }) => applied),
  };
  const after = changes.reduce((book, change) => change(book), before);
  const acls = aclsOf(after);
  const delta = aclDelta({ before: aclsOf(before), after: acls });
  const needed = acls.filter(
    ({ resourceType, patternType, resourceName, principal }) =>
      principals.has(principal) ||
      (resourceType === 'TOPIC' &&
        patternType === 'LITERAL' &&
        topics.has(resourceName)),
  );
  return {
    acls: [...delta.acls, ...needed],
    revokedAcls: delta.revokedAcls,
  };
}

function aclsOf({ instances, grants }: AccessBook): AclBinding[] {
  return aclsOfEnvironment({
    instances,
    grants: grants.map(({ expiresAt, revokedAt, ...grant }) => grant),
    now: new Date(0).toISOString(),
  });
}
