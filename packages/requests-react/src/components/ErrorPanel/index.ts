// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { ErrorPanel } from './ErrorPanel';
export { describeError } from './describeError';
export type { ErrorDescription, ErrorKind } from './describeError';
