// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type News, type NewsEvent } from './types';

const HAPPENED: Record<NewsEvent, string> = {
  submitted: 'waits for a decision',
  approved: 'was approved',
  rejected: 'was rejected',
  'changes-requested': 'has to be changed before it is decided',
  cancelled: 'was cancelled',
  expired: 'expired without a decision',
  reminder: 'still waits for a decision',
  superseded: 'changed after it was approved and waits for a decision again',
  failed: 'failed',
  succeeded: 'is done',
};

const URGENT: NewsEvent[] = ['failed', 'reminder'];

/** One line for people: `Request 12 "Order a database" was approved`. */
export function headlineOf(news: News): string {
  return `Request ${news.number} "${news.title}" ${HAPPENED[news.event]}`;
}

export function severityOf(news: News): 'high' | 'normal' {
  return URGENT.includes(news.event) ? 'high' : 'normal';
}
