// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { KafkaPage } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { KafkaParts, KafkaReading, StoredPage } from '../domain/ports';
import { aclPage } from './access';
import { chooseDrift, driftPage } from './driftPage';
import { entities } from './entities';
import { exportFile } from './exportFile';
import { groupDetail, groupSummary } from './groupDetail';
import { importSuggestions } from './importSuggestions';
import { importTopics } from './importTopics';
import { offsetPreview } from './offsetPreview';
import { orphanPage } from './orphanPage';
import { planFile } from './planFile';
import { promotionDiff } from './promotion';
import { searchViewer } from './searchViewer';
import { subjectDetail, subjectVersion } from './subjectDetail';
import { topicDetail } from './topicDetail';
import { subjectSummary, topicSummary } from './topicSummary';

/** What the reading routes answer: lists out of the snapshot, single things from the cluster where it answers. */
export function createReading(
  parts: Pick<
    KafkaParts,
    | 'authority'
    | 'clock'
    | 'clusters'
    | 'logger'
    | 'openRequests'
    | 'state'
    | 'stores'
  >,
): KafkaReading {
  const { stores } = parts;
  const withSnapshots = async <Row, T>(
    read: Promise<StoredPage<Row>>,
    environments: string[] | undefined,
    view: (row: Row) => T,
  ): Promise<KafkaPage<T>> => {
    const [{ items, ...page }, snapshots] = await Promise.all([
      read,
      stores.snapshots.info(environments),
    ]);
    return { ...page, items: items.map(view), snapshots };
  };
  return {
    topics: (query, viewer) =>
      withSnapshots(
        stores.topics.page(query, viewer),
        query.environment ?? viewer.environments,
        topicSummary,
      ),
    topic: (ref, viewer) => topicDetail(parts, ref, viewer),
    groups: (query, viewer) =>
      withSnapshots(
        stores.groups.page(query, viewer),
        query.environment ?? viewer.environments,
        groupSummary,
      ),
    group: (ref, viewer) => groupDetail(parts, ref, viewer),
    offsetPreview: (input, viewer) => offsetPreview(parts, input, viewer),
    subjects: (query, viewer) =>
      withSnapshots(
        stores.subjects.page(query, viewer),
        query.environment ?? viewer.environments,
        subjectSummary,
      ),
    subject: (ref, viewer) => subjectDetail(parts, ref, viewer),
    subjectVersion: (ref, viewer) => subjectVersion(parts, ref, viewer),
    acls: (query, viewer) => aclPage(parts, query, viewer),
    drift: (query, viewer) => driftPage(parts, query, viewer),
    chooseDrift: (id, input, viewer) =>
      chooseDrift(parts, { id, input, viewer }),
    orphans: (query, viewer) => orphanPage(parts, query, viewer),
    importSuggestions: (query, viewer) =>
      importSuggestions(parts, query, viewer),
    import: input => importTopics(parts, input),
    promotionDiff: (input, viewer) => promotionDiff(parts, input, viewer),
    planFile: (input, viewer) => planFile(parts, input, viewer),
    exportFile: (query, viewer) => exportFile(parts, query, viewer),
    searchTopics: async query => {
      const viewer = await searchViewer(stores);
      return withSnapshots(
        stores.topics.page(query, viewer),
        viewer.environments,
        topicSummary,
      );
    },
    entities: () => entities(parts),
  };
}
