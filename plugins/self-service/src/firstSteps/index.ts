// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { FirstLook } from './FirstLook';
export { FirstVisit } from './FirstVisit';
export { FirstSteps } from './FirstSteps';
