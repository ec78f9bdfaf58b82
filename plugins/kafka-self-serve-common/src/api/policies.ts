// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestAction } from '@fairway/requests-common';
import type { TopicPolicy } from '../model/policy';

/** @public */
export interface TopicPolicyView extends TopicPolicy {
  /** Environments that name it. */
  environments: string[];
  configured: boolean;
  rowVersion: number;
}

/** Answer of `GET /policies`. @public */
export interface PoliciesAnswer {
  items: TopicPolicyView[];
  actions: { edit: RequestAction };
}
