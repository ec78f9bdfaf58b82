// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export {
  RequestSourceBlueprint,
  requestSourceDataRef,
} from './RequestSourceBlueprint';
export type { RequestSourceParams } from './RequestSourceBlueprint';
export type {
  RequestSource,
  SourcedRequest,
  SourceError,
  TemporaryAccess,
} from './types';
export { useMergedCounts } from './useMergedCounts';
export { useMergedRequests } from './useMergedRequests';
export type { MergedRequests } from './useMergedRequests';
export { useRequestSources } from './useRequestSources';
export { trackRequests } from './trackRequests';
