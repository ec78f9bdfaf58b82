// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { VettedModule } from './types';

/**
 * How a call is made. Front ends need no `token` (their fetch adds one); backends pass one that they got on behalf of
 * the person.
 *
 * @public
 */
export interface SelfServiceRequestOptions {
  token?: string;
  signal?: AbortSignal;
}

/**
 * What the self-service backend answers beside its requests, for which there is `RequestsClient` of
 * `@fairway/requests-common`. Every method rejects with a `ResponseError` on failure; its `cause.message` is made for
 * people and `cause.code` is stable (docs: errors).
 *
 * @public
 */
export interface SelfServiceApi {
  listModules(options?: SelfServiceRequestOptions): Promise<VettedModule[]>;
  getModule(
    name: string,
    options?: SelfServiceRequestOptions,
  ): Promise<VettedModule>;
}
