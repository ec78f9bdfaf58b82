// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ApprovalRule, RecordedDecision } from '../types';
import { overall, stageProgress } from './evaluateApproval';
import { type ApprovalContext, lastWords } from './words';

/**
 * Entity refs of whoever can still bring a request further: those of its stages that are open, each once. Nobody when it is
 * decided, or when nobody need look.
 *
 * Without the context every word counts that did not lapse.
 *
 * @public
 */
export function openDeciders(
  rule: ApprovalRule,
  decisions: readonly RecordedDecision[],
  context: Partial<ApprovalContext> = {},
): string[] {
  if (rule.mode !== 'stages') return [];
  const stages = stageProgress(rule, lastWords(decisions, context));
  if (overall(stages) !== 'pending') return [];
  const open = stages.filter(({ state }) => state === 'pending');
  return [...new Set(open.flatMap(({ stage }) => stage.from))];
}
