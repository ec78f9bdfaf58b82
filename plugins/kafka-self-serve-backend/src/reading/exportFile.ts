// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  DesiredFile,
  FilesExportQuery,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { stringify } from 'yaml';
import type { KafkaParts, Viewer } from '../domain/ports';
import { isVisible } from './visible';

/** What is desired of an instance, or of everything that the viewer may see, as a document to keep in Git. */
export async function exportFile(
  { stores }: Pick<KafkaParts, 'stores'>,
  query: FilesExportQuery,
  viewer: Viewer,
): Promise<string> {
  const { environment, instance } = query;
  const [topics, subjects] = await Promise.all([
    stores.topics.all({ environment, instance }),
    stores.subjects.all({ environment, instance }),
  ]);
  const file: DesiredFile = {
    topics: topics
      .filter(topic => isVisible(viewer, { ...topic, type: 'topic' }))
      .flatMap(({ desired, observed }) => {
        const spec = desired ?? observed;
        if (!spec) return [];
        const { name, partitions, replicationFactor, configs } = spec;
        return [
          { name, partitions, replicationFactor, configs: { ...configs } },
        ];
      }),
    subjects: (
      await Promise.all(
        subjects
          .filter(subject => isVisible(viewer, { ...subject, type: 'subject' }))
          .map(({ name }) => stores.subjects.get(environment, name)),
      )
    ).flatMap(subject => {
      const spec = subject?.desired ?? subject?.observed;
      if (!subject || !spec) return [];
      const { name, format, schema, references, compatibility } = spec;
      return [{ name, format, schema, references, compatibility }];
    }),
  };
  return stringify(file, { lineWidth: 120, aliasDuplicateObjects: false });
}
