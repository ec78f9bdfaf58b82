// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { OwnRoutes, type OwnRoutesOptions } from './OwnRoutes';
export { registerRequestStatus } from './registerRequestStatus';
export { registerWish } from './registerWish';
export type { RegistryParts, RegistryZod, Wish, WishInput } from './types';
