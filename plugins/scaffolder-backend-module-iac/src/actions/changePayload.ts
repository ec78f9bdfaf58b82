// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type { ChangePayload } from '@fairway/backstage-plugin-self-service-common';

/** What a change asks of its host, and for how long it is meant to be there. */
export type ChangeWishes = Pick<
  ChangePayload,
  'labels' | 'reviewers' | 'draft' | 'autoMerge' | 'lifetime'
>;

/** What an input wishes; what it leaves out is not there. */
export function wishesOf(input: ChangeWishes): JsonObject {
  const { labels, reviewers, draft, autoMerge, lifetime } = input;
  return JSON.parse(
    JSON.stringify({ labels, reviewers, draft, autoMerge, lifetime }),
  );
}

/** A payload as it travels: what is undefined is not there. */
export function changePayload(payload: ChangePayload): JsonObject {
  return JSON.parse(JSON.stringify(payload));
}
