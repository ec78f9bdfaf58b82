// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type AclBinding,
  aclDelta,
  aclsOfEnvironment,
  type DesiredState,
  type NamePattern,
  patternMatches,
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
  const changed = principalsChanged(before, after);
  const acls = aclsOf(ofPrincipals(after, changed));
  const delta = aclDelta({
    before: aclsOf(ofPrincipals(before, changed)),
    after: acls,
  });
  const needed = [
    ...aclsOf(ofPrincipals(after, principals)),
    ...aclsOf(onTopics(after, topics)).filter(
      ({ resourceType, patternType, resourceName }) =>
        resourceType === 'TOPIC' &&
        patternType === 'LITERAL' &&
        topics.has(resourceName),
    ),
  ];
  return {
    acls: [...delta.acls, ...needed],
    revokedAcls: delta.revokedAcls,
  };
}

/** Whoever may do other things than before: what they may do follows from their own instances and grants. */
function principalsChanged(one: AccessBook, other: AccessBook): Set<string> {
  const changed = (here: AccessBook, there: AccessBook) => {
    const ids = new Set([
      ...here.instances
        .filter(each => !there.instances.includes(each))
        .map(({ id }) => id),
      ...here.grants
        .filter(each => !there.grants.includes(each))
        .map(({ grantee }) => grantee),
    ]);
    return here.instances
      .filter(({ id }) => ids.has(id))
      .flatMap(each => each.principals);
  };
  return new Set([...changed(one, other), ...changed(other, one)]);
}

function ofPrincipals(
  { instances, grants }: AccessBook,
  principals: ReadonlySet<string>,
): AccessBook {
  const theirs = instances.filter(each =>
    each.principals.some(principal => principals.has(principal)),
  );
  const ids = new Set(theirs.map(({ id }) => id));
  return {
    instances: theirs,
    grants: grants.filter(({ grantee }) => ids.has(grantee)),
  };
}

/** Only what reaches a topic: an instance may own ten thousand others. */
function onTopics(
  { instances, grants }: AccessBook,
  topics: ReadonlySet<string>,
): AccessBook {
  const reaches = (pattern: NamePattern) =>
    [...topics].some(topic => patternMatches(pattern, topic));
  return {
    instances: instances.map(instance => ({
      ...instance,
      patterns: instance.patterns.filter(
        pattern => pattern.type !== 'TOPIC' || reaches(pattern),
      ),
    })),
    grants: grants.filter(({ topic }) => reaches(topic)),
  };
}

function aclsOf({ instances, grants }: AccessBook): AclBinding[] {
  return aclsOfEnvironment({
    instances,
    grants: grants.map(({ expiresAt, revokedAt, ...grant }) => grant),
    now: new Date(0).toISOString(),
  });
}
