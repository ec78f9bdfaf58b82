// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ComponentProps } from 'react';
import { REQUEST_STATE_TABS, RequestTable } from '../RequestTable';

const MINE = { mine: true };
const TO_DECIDE = { waitingForMe: true };
/** Nobody decides about their own. */
const TABS = REQUEST_STATE_TABS.filter(tab => tab !== 'waiting-for-me');

type ListProps = Omit<ComponentProps<typeof RequestTable>, 'only' | 'tabs'>;

/** What the person asked for. @public */
export const MyRequestsTable = (props: ListProps) => (
  <RequestTable {...props} only={MINE} tabs={TABS} />
);

/** What waits for the person's decision: all of it is of one state. @public */
export const ToDecideTable = (props: ListProps) => (
  <RequestTable {...props} only={TO_DECIDE} tabs={[]} />
);
