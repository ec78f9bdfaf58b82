// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export * from './approval';
export * from './history';
export * from './plan';
export * from './request';
export * from './steps';
