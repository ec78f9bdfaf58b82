// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  checkSubject,
  desiredOfSubject,
  type SubjectPayload,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { instanceOf, standingOf } from './book';
import type { Draft, DraftContext } from './types';

export function draftSubject(
  payload: SubjectPayload,
  { state }: DraftContext,
): Draft {
  const { environment, observed } = state;
  const { name, operation } = payload;
  const instance = instanceOf(state, payload.instance);
  const found = observed.subjects.find(subject => subject.name === name);
  const desired = desiredOfSubject(payload);
  const title =
    operation === 'register'
      ? `Register a schema of ${name} in ${environment.displayName}`
      : `Set the compatibility of ${name} in ${environment.displayName} to ${payload.compatibility}`;
  return {
    operation,
    title,
    ownerRef: instance?.ownerRef,
    standing: standingOf(instance, payload.instance),
    problems: checkSubject({ payload, environment, instance, observed: found }),
    desired,
    records: (desired.subjects ?? []).map(subject => ({
      type: 'subject.put',
      subject,
    })),
    changes: [],
    effects: [],
  };
}
