// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type OffsetPreviewAnswer,
  type OffsetResetPayload,
  previewOffsetReset,
  resetTime,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { KafkaParts, Viewer } from '../domain/ports';
import { succeededOf } from '../kafka/outcomes';
import { readPartitionLogs } from './partitionLogs';
import { isVisible } from './visible';

/** Where a group would go on, read from the cluster now: an old answer would be a wrong one. */
export async function offsetPreview(
  parts: Pick<KafkaParts, 'clock' | 'clusters' | 'stores'>,
  payload: OffsetResetPayload,
  viewer: Viewer,
): Promise<OffsetPreviewAnswer> {
  const { clusters, stores, clock } = parts;
  const { environment, group: groupId, topics, strategy } = payload;
  const now = clock().toISOString();
  const { admin } = await clusters.of(environment);
  const instance = await stores.applications.instance(payload.instance);
  const known = await stores.groups.get(environment, groupId);
  const mayKnow =
    known &&
    isVisible(viewer, { ...known, type: 'group', name: known.groupId });
  const group = mayKnow
    ? succeededOf(await admin.describeGroups([{ groupId }])).get(groupId)
    : undefined;
  const { timestamp } = resetTime({ strategy, now });
  const named =
    strategy.kind === 'explicit'
      ? [...new Set(strategy.offsets.map(({ topic }) => topic))]
      : topics?.map(({ name }) => name);
  const logs = group
    ? await readPartitionLogs(admin, { groupId, topics: named, timestamp })
    : [];
  const preview = previewOffsetReset({
    payload,
    instance: instance?.environment === environment ? instance : undefined,
    group,
    logs,
    now,
  });
  return {
    ...preview,
    group: {
      groupId,
      state: group?.state ?? 'UNKNOWN',
      members: group?.members ?? 0,
    },
  };
}
