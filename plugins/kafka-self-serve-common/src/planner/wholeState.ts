// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { aclsWithout } from '../acls/bindings';
import type { AclBinding, ObservedState } from '../model/observed';
import type { SubjectSpec, TopicSpec } from '../model/resources';
import type { DesiredState } from './types';

/** Everything that there should be. A section that is left out is not spoken of. @public */
export interface WholeState {
  topics?: readonly TopicSpec[];
  acls?: readonly AclBinding[];
  subjects?: readonly SubjectSpec[];
}

/** Topics that Kafka and the registry keep for themselves. */
const INTERNAL = /^(?:__|_schemas$)/;

const missing = (
  observed: readonly { name: string }[],
  wanted: readonly { name: string }[] | undefined,
) => {
  if (!wanted) return [];
  const names = new Set(wanted.map(({ name }) => name));
  return observed.map(({ name }) => name).filter(name => !names.has(name));
};

/**
 * A whole state as the changes that lead to it: what is observed and not wanted
 * goes. Internal topics never do.
 *
 * @public
 */
export function desiredOfWhole(options: {
  whole: WholeState;
  observed: ObservedState;
}): DesiredState {
  const { whole, observed } = options;
  return {
    ...whole,
    deletedTopics: missing(observed.topics, whole.topics).filter(
      name => !INTERNAL.test(name),
    ),
    deletedSubjects: missing(observed.subjects, whole.subjects),
    revokedAcls: whole.acls ? aclsWithout(observed.acls, whole.acls) : [],
  };
}
