// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  RequestActionName,
  RequestDetail,
} from '@fairway/requests-common';

/** A button of the page; comments have a place of their own. */
export type PageAction = Exclude<RequestActionName, 'comment'>;

/** The buttons that mean something in the request's state, allowed or not; the one to press first comes first. */
export function visibleActions(
  request: Pick<RequestDetail, 'decision' | 'execution'>,
): PageAction[] {
  const { decision, execution } = request;
  switch (decision) {
    case 'draft':
      return ['submit', 'revise', 'discard'];
    case 'pending':
      return ['approve', 'request-changes', 'reject', 'revise', 'cancel'];
    case 'changes-requested':
      return ['revise', 'cancel'];
    case 'approved':
      if (execution === 'failed' || execution === 'partially-applied') {
        return ['retry', 'cancel'];
      }
      return execution === 'succeeded' || execution === 'compensated'
        ? []
        : ['cancel'];
    default:
      return [];
  }
}

/** Names of the words of each. */
export const ACTION_KEYS = {
  submit: 'submit',
  discard: 'discard',
  revise: 'revise',
  approve: 'approve',
  reject: 'reject',
  'request-changes': 'requestChanges',
  cancel: 'cancel',
  retry: 'retry',
} as const satisfies Record<PageAction, string>;
