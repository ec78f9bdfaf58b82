// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { EnvironmentForm } from './EnvironmentForm';
export { EnvironmentPage } from './EnvironmentPage';
export { EnvironmentsPage } from './EnvironmentsPage';
