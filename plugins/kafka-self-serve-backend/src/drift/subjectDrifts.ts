// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { fieldChanges } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { StoredSubject } from '../domain/ports';
import { driftId } from './driftId';
import type { Difference } from './types';

/** Subjects that are gone, or whose own level or format is another. Newer versions of a schema are no drift. */
export function subjectDrifts(
  subjects: readonly StoredSubject[],
): Difference[] {
  return subjects.flatMap(subject => {
    if (!subject.desired) return [];
    if (subject.observed) return changed(subject);
    return subject.wasObserved ? [missing(subject)] : [];
  });
}

function missing({ environment, name, instance }: StoredSubject): Difference {
  const kind = 'subject-missing';
  return {
    id: driftId({ environment, kind, name }),
    environment,
    kind,
    name,
    instance,
    title: `The subject ${name} is gone from the registry`,
    changes: [],
  };
}

function changed(subject: StoredSubject): Difference[] {
  const { environment, name, instance, desired = { name }, observed } = subject;
  const changes = fieldChanges({
    of: `subject ${name}`,
    before: compared(desired, observed),
    after: compared(observed, desired),
  });
  if (changes.length === 0) return [];
  const kind = 'subject-changed';
  const { compatibility } = desired;
  return [
    {
      id: driftId({ environment, kind, name, key: JSON.stringify(changes) }),
      environment,
      kind,
      name,
      instance,
      title: `The subject ${name} was changed in the registry`,
      changes,
      ...(compatibility &&
        instance && {
          repair: {
            kind: 'kafka.subject',
            payload: {
              operation: 'compatibility',
              environment,
              instance,
              name,
              compatibility,
            },
          },
        }),
    },
  ];
}

type Side = Pick<
  NonNullable<StoredSubject['desired']>,
  'compatibility' | 'format'
>;

/** What is desired, as far as both sides say something about it. */
function compared(side: Side = {}, other: Side = {}): Side {
  return {
    ...(side.format && other.format && { format: side.format }),
    ...(side.compatibility &&
      other.compatibility && { compatibility: side.compatibility }),
  };
}
