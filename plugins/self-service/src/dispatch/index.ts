// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { DispatchSections } from './DispatchSections';
export { GoAhead } from './GoAhead';
