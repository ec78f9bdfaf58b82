// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export {
  approveRequestSchema,
  cancelRequestSchema,
  commentRequestSchema,
  createRequestSchema,
  emptyRequestSchema,
  previewRequestSchema,
  rejectRequestSchema,
  reviseRequestSchema,
} from './bodies';
export { REQUEST_LIMITS } from './limits';
export {
  exportRequestsSchema,
  listRequestsSchema,
  logsQuerySchema,
  requestFiltersSchema,
} from './queries';
