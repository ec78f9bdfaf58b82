// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { InstanceView } from '@fairway/backstage-plugin-kafka-self-serve-common';

/** A group that an instance may use: its first pattern, to be completed where that is a prefix. */
export function firstGroup(instance?: InstanceView): string {
  const owned = instance?.patterns.find(({ type }) => type === 'GROUP');
  return owned?.name ?? '';
}
