// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { EntityActions } from './EntityActions';
export { EntityRequests } from './EntityRequests';
export { ProvisionCard } from './ProvisionCard';
