// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export * from './application';
export * from './drift';
export * from './environment';
export * from './group';
export * from './page';
export * from './policy';
export * from './request';
export * from './subject';
export * from './topic';
