// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReportInput } from '@fairway/backstage-plugin-self-service-common';
import { REPORT_TOPIC } from '../change/steps/awaitApply';
import type { DispatchContext, DispatchState } from './types';

/** What was reported about an attempt, oldest first. */
export function reportsOf(
  { inbox }: DispatchContext,
  { attempt }: DispatchState,
): ReportInput[] {
  return inbox
    .filter(
      ({ topic, data }) => topic === REPORT_TOPIC && data.attempt === attempt,
    )
    .map(({ data }) => data as object as ReportInput);
}
