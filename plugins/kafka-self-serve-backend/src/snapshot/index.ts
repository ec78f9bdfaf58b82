// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { createSync } from './createSync';
export { scheduleSync } from './scheduleSync';
