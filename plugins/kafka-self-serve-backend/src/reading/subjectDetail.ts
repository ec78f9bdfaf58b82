// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  resourceRefs,
  type SubjectDetail,
  type SubjectVersionView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { KafkaParts, Viewer } from '../domain/ports';
import { kafkaError } from '../errors';
import { action, whyNot } from './actions';
import { readLive } from './live';
import { subjectSummary } from './topicSummary';
import { visible } from './visible';

type Parts = Pick<
  KafkaParts,
  'authority' | 'clusters' | 'logger' | 'openRequests' | 'stores'
>;

/** One subject with its versions, from the registry where it answers. */
export async function subjectDetail(
  parts: Parts,
  ref: { environment: string; name: string },
  viewer: Viewer,
): Promise<SubjectDetail> {
  const { stores, openRequests } = parts;
  const { environment, name } = ref;
  const subject = visible(
    viewer,
    await stores.subjects.get(environment, name),
    {
      type: 'subject',
      name,
    },
  );
  const live = await readLive(parts, environment, async ({ registry }) => {
    if (!registry) return undefined;
    const [versions, level, latest] = await Promise.all([
      registry.listVersions(name),
      registry.getCompatibility(),
      registry.getVersion(name, 'latest'),
    ]);
    return { versions, level, latest: versionView(latest) };
  });
  const [snapshot] = await stores.snapshots.info([environment]);
  const because = await whyNot(parts, viewer, {
    environment,
    owner: subject,
    subject: `the subject ${name}`,
  });
  const version = subject.observed?.version;
  return {
    ...subjectSummary(subject),
    versions: live?.versions ?? (version === undefined ? [] : [version]),
    latest: live?.latest,
    registryCompatibility: live?.level,
    openRequests: await openRequests.about(
      resourceRefs({
        kind: 'kafka.subject',
        payload: {
          operation: 'compatibility',
          environment,
          name,
          instance: subject.instance ?? '',
          compatibility: 'NONE',
        },
      }),
    ),
    live: live !== undefined,
    snapshot,
    actions: { register: action(because), compatibility: action(because) },
  };
}

/** One version with its text. */
export async function subjectVersion(
  parts: Parts,
  ref: { environment: string; name: string; version: number },
  viewer: Viewer,
): Promise<SubjectVersionView> {
  const { environment, name, version } = ref;
  visible(viewer, await parts.stores.subjects.get(environment, name), {
    type: 'subject',
    name,
  });
  const { registry } = await parts.clusters.of(environment);
  if (!registry) throw kafkaError('kafka-not-found', { type: 'subject', name });
  return versionView(await registry.getVersion(name, version));
}

function versionView({
  version,
  id,
  format,
  schema,
  references,
}: SubjectVersionView): SubjectVersionView {
  return { version, id, format, schema, references };
}
