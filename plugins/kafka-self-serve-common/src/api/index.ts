// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export * from './access';
export * from './api';
export * from './applications';
export {
  KafkaSelfServeClient,
  type KafkaSelfServeClientOptions,
} from './client';
export * from './common';
export * from './drift';
export * from './entities';
export * from './environments';
export * from './files';
export * from './groups';
export * from './permissions';
export * from './policies';
export * from './subjects';
export * from './topics';
