// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type {
  ChangeDetail,
  ChangeList,
  ChangePreview,
  CreateChangeRequest,
  PreviewChangeRequest,
} from '@fairway/backstage-plugin-self-service-common';
import type { Request } from 'express';

/** Who calls: passed on explicitly, never taken from the surroundings. */
export interface Caller {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
  /** The call that it came with, for the audit log. */
  request?: Request;
}

/** Changes to infrastructure repositories. */
export interface Changes {
  /** Decides and diffs; writes nothing. */
  preview(input: PreviewChangeRequest, caller: Caller): Promise<ChangePreview>;
  /** Decides, commits and opens a pull request; the same key again answers the same change. */
  create(
    input: CreateChangeRequest,
    caller: Caller,
  ): Promise<{ change: ChangeDetail; created: boolean }>;
  /** @throws NotFoundError `change-not-found`, NotAllowedError `change-not-readable` */
  get(id: string, caller: Caller): Promise<ChangeDetail>;
  /** Mine and my teams', or all of them for administrators; newest first. */
  list(
    page: { cursor?: string; limit: number },
    caller: Caller,
  ): Promise<ChangeList>;
}
