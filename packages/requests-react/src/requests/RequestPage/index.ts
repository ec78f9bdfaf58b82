// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { AskedChanges } from './AskedChanges';
export { ChecksList } from './ChecksList';
export { ChainState } from './History';
export { RequestPage } from './RequestPage';
export { RiskList } from './RiskList';
