// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export * from './access';
export * from './cluster';
export * from './groups';
export * from './KafkaAdmin';
export * from './topics';
