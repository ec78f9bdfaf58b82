// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ChangeDetail,
  ChangeList,
  ChangePreview,
  CreateChangeRequest,
  PreviewChangeRequest,
  VettedModule,
} from './types';

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

/** Answer of `createChange`. @public */
export interface CreateChangeResult {
  change: ChangeDetail;
  /** False when the idempotency key was known: the change is the earlier one. */
  created: boolean;
}

/**
 * The self-service backend as its callers see it. Every method rejects with a `ResponseError` on failure; its
 * `cause.message` is made for people and `cause.code` is stable (docs: errors).
 *
 * @public
 */
export interface SelfServiceApi {
  /** Decides and diffs, writes nothing. */
  previewChange(
    request: PreviewChangeRequest,
    options?: SelfServiceRequestOptions,
  ): Promise<ChangePreview>;
  /** Decides, commits to a branch and opens a pull request. */
  createChange(
    request: CreateChangeRequest,
    options?: SelfServiceRequestOptions,
  ): Promise<CreateChangeResult>;
  getChange(
    id: string,
    options?: SelfServiceRequestOptions,
  ): Promise<ChangeDetail>;
  /** Mine and my teams', newest first; `limit` from 1 to 100. */
  listChanges(
    request?: { cursor?: string; limit?: number },
    options?: SelfServiceRequestOptions,
  ): Promise<ChangeList>;
  listModules(options?: SelfServiceRequestOptions): Promise<VettedModule[]>;
  getModule(
    name: string,
    options?: SelfServiceRequestOptions,
  ): Promise<VettedModule>;
}
