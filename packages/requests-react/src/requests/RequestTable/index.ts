// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { RequestFiltersBar } from './RequestFiltersBar';
export type { RequestFilterOption } from './RequestFiltersBar';
export { RequestTable } from './RequestTable';
export type { RequestTableProps } from './RequestTable';
export { RequestTabs } from './RequestTabs';
export { REQUEST_STATE_TABS } from './stateTabs';
export type { RequestStateTab } from './stateTabs';
export { useRequestFilters } from './useRequestFilters';
export type {
  RequestFilterState,
  RequestFilterValues,
} from './useRequestFilters';
