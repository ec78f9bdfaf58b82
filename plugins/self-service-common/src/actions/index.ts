// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export * from './types';
export * from './spec';
export * from './drift';
export { type ActionsApi, ActionsClient } from './ActionsClient';
