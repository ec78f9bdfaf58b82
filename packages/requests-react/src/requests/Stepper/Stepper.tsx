// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import {
  RiArrowRightCircleLine,
  RiCheckboxBlankCircleLine,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiIndeterminateCircleLine,
  RiTimeLine,
} from '@remixicon/react';
import type { ReactElement, ReactNode } from 'react';
import { EntityLink, RelativeTime } from '../../components';
import { fairwayRequestsTranslationRef } from '../translation';
import styles from './Stepper.module.css';

/** How far a step is. @public */
export type StepperStatus =
  | 'done'
  | 'current'
  | 'waiting'
  | 'failed'
  | 'upcoming'
  | 'skipped';

/** A step as the stepper shows it. @public */
export interface StepperStep {
  id: string;
  title: string;
  status: StepperStatus;
  /** ISO 8601. */
  at?: string;
  /** Entity refs of whoever did it. */
  actorRefs?: string[];
  links?: { title: string; url: string }[];
  /** What it waits for, or why it is not needed. */
  note?: ReactNode;
}

const ICONS: Record<StepperStatus, ReactElement> = {
  done: <RiCheckboxCircleLine />,
  current: <RiArrowRightCircleLine />,
  waiting: <RiTimeLine />,
  failed: <RiCloseCircleLine />,
  upcoming: <RiCheckboxBlankCircleLine />,
  skipped: <RiIndeterminateCircleLine />,
};

const isNow = ({ status }: StepperStep) =>
  status === 'current' || status === 'waiting' || status === 'failed';

/** The steps of something as an ordered list: the status in words, time, actor and link of each. @public */
export const Stepper = (props: {
  /** What the steps are of, in words. */
  label: string;
  steps: StepperStep[];
}) => {
  const { label, steps } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const now = steps.find(isNow);
  return (
    <ol className={styles.list} aria-label={label}>
      {steps.map(step => (
        <li
          key={step.id}
          className={`${styles.step} ${styles[step.status]}`}
          aria-current={step === now ? 'step' : undefined}
        >
          <span className={styles.icon} aria-hidden="true">
            {ICONS[step.status]}
          </span>
          <div className={styles.content}>
            <Text as="p" weight={step === now ? 'bold' : 'regular'}>
              {step.title}
            </Text>
            <Text as="p" variant="body-small" color="secondary">
              {t(`stepper.${step.status}`)}
              {step.at && (
                <>
                  {' · '}
                  <RelativeTime value={step.at} />
                </>
              )}
              {step.actorRefs?.map(ref => (
                <span key={ref}>
                  {' · '}
                  <EntityLink entityRef={ref} defaultKind="user" />
                </span>
              ))}
              {step.links?.map(({ title, url }) => (
                <span key={url}>
                  {' · '}
                  <Link href={url}>{title}</Link>
                </span>
              ))}
            </Text>
            {step.note && (
              <div className={styles.note}>
                <Text as="div" variant="body-small">
                  {step.note}
                </Text>
              </div>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
};
