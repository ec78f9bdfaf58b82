// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { RequestEvent, RequestStep } from '@fairway/requests-common';
import { Timeline } from '../Timeline';
import { fairwayRequestsTranslationRef } from '../translation';
import { describeEvent } from './describeEvent';
import styles from './EventTimeline.module.css';

const Recorded = (props: { event: RequestEvent; words?: string }) => {
  const { event, words } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  return (
    <>
      {words && (
        <Text as="p" className={styles.words}>
          {words}
        </Text>
      )}
      <details className={styles.details}>
        <summary>{t('history.details')}</summary>
        <dl>
          <dt>{t('history.type')}</dt>
          <dd>{event.type}</dd>
          <dt>{t('history.data')}</dt>
          <dd>{JSON.stringify(event.data, undefined, 2)}</dd>
          <dt>{t('history.hash')}</dt>
          <dd>{event.hash}</dd>
        </dl>
      </details>
    </>
  );
};

/** Events of a request in words, in order; what each recorded, raw type and hash are a click away. @public */
export const EventTimeline = (props: {
  /** What the list is of, in words. */
  label: string;
  events: RequestEvent[];
  /** To name the steps as their page does; without them, by their ids. */
  steps?: RequestStep[];
}) => {
  const { label, events, steps } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  return (
    <Timeline
      label={label}
      items={events.map(event => {
        const { sequence, type, at, actorRef } = event;
        const { key, subject, words } = describeEvent(event, steps);
        return {
          id: String(sequence),
          title: t('history.event', {
            sequence: String(sequence),
            // A type of a later release has no words yet.
            what: key ? t(`history.types.${key}`, { subject }) : type,
          }),
          titleHint: type,
          at,
          actorRef,
          content: <Recorded event={event} words={words} />,
        };
      })}
    />
  );
};
