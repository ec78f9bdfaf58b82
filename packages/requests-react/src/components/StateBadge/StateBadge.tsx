// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Badge } from '@backstage/ui';
import {
  RiAlertLine,
  RiCheckLine,
  RiCloseCircleLine,
  RiInformationLine,
  RiPencilLine,
  RiTimeLine,
} from '@remixicon/react';
import { ReactElement } from 'react';
import styles from './StateBadge.module.css';

/** What a state means for the reader; the words say which state it is. */
export type StateTone =
  | 'draft'
  | 'pending'
  | 'info'
  | 'success'
  | 'neutral'
  | 'danger';

const ICONS: Record<StateTone, ReactElement> = {
  draft: <RiPencilLine aria-hidden="true" />,
  pending: <RiTimeLine aria-hidden="true" />,
  info: <RiInformationLine aria-hidden="true" />,
  success: <RiCheckLine aria-hidden="true" />,
  neutral: <RiCloseCircleLine aria-hidden="true" />,
  danger: <RiAlertLine aria-hidden="true" />,
};

/** A state in words, with an icon and a colour that only repeat them. */
export const StateBadge = (props: { tone: StateTone; children: string }) => (
  <Badge icon={ICONS[props.tone]} className={styles[props.tone]}>
    {props.children}
  </Badge>
);
