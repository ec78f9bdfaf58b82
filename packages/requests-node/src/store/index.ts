// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { KnexRequestStore } from './KnexRequestStore';
export { requestMigrations, runRequestMigrations } from './migrate';
export type {
  NewRequest,
  OutboxMessage,
  RequestCriterion,
  RequestStore,
  StoredJob,
  StoredPage,
  StoredRequest,
  Transition,
  Viewer,
} from './types';
