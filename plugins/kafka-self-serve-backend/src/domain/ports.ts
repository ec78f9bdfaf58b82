// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What the parts of this plugin know of each other.
//
// `src/requests` exports `createKafkaKinds(parts): RequestKind[]`,
// `createPasswordDesk(parts): PasswordDesk` and `scheduleKafkaRequests(parts)`
// (grants that end, deletions whose grace period is over);
// `src/snapshot` exports `createSync(parts): KafkaSync` and `scheduleSync(parts)`;
// `src/drift` exports `scheduleDrift(parts)`;
// `src/reading` exports `createReading(parts & { sync }): KafkaReading`.
// `src/plugin.ts` puts them together.
export type {
  Authority,
  AuthorityQuestion,
  FurtherApprovals,
} from './authority';
export type { Cluster, Clusters } from './clusters';
export type { KafkaParts } from './parts';
export type {
  KafkaCaller,
  KafkaReading,
  KafkaSync,
  PasswordDesk,
} from './services';
export type {
  EnvironmentState,
  KafkaState,
  LiveParts,
  OpenRequests,
  Touched,
} from './state';
export { TopicSightings, type SightedCluster } from './sightings';
export type * from './stored';
export type * from './observedStores';
export type * from './stores';
export type {
  KafkaResource,
  ResourceCriterion,
  StoredPage,
  Viewer,
} from './viewer';
