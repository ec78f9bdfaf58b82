// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { ApplicationForm } from './ApplicationForm';
export { ApplicationPage } from './ApplicationPage';
export { ApplicationsPage } from './ApplicationsPage';
export { InstanceForm } from './InstanceForm';
