// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { PoliciesPage } from './PoliciesPage';
export { PolicyForm } from './PolicyForm';
export { PolicyPage } from './PolicyPage';
