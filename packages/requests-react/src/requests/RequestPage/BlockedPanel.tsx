// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { BlockedStage, RequestDetail } from '@fairway/requests-common';
import { Fragment } from 'react';
import { EntityLink, EntityLinks, LinkedText } from '../../components';
import styles from '../../components/ErrorPanel/ErrorPanel.module.css';
import { fairwayRequestsTranslationRef } from '../translation';

const Stage = (props: { stage: BlockedStage }) => {
  const { id, from, missing, excluded } = props.stage;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  return (
    <dd>
      {id}
      {': '}
      {t('blocked.missing', { count: missing })}{' '}
      <EntityLinks refs={from} defaultKind="group" />
      {'. '}
      {excluded.length === 0 && t('blocked.nobody')}
      {excluded.length > 0 && t('blocked.excluded')}
      {excluded.map(({ ref, because }, index) => (
        <Fragment key={ref}>
          {index > 0 ? ', ' : ' '}
          <EntityLink entityRef={ref} defaultKind="user" /> (
          {t(`blocked.because.${because}`)})
        </Fragment>
      ))}
    </dd>
  );
};

/** Says that a decision is waited for which nobody can give, why, and what to do; nothing while somebody is left. */
export const BlockedPanel = (props: { request: RequestDetail }) => {
  const { blocked } = props.request;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  if (!blocked) return null;
  const { stages, message, next } = blocked;
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={t('blocked.title')}
      description={
        <dl className={styles.details}>
          <dt>{t('blocked.why')}</dt>
          {stages.length > 0 ? (
            stages.map(stage => <Stage key={stage.id} stage={stage} />)
          ) : (
            <dd>
              <LinkedText>{message}</LinkedText>
            </dd>
          )}
          <dt>{t('blocked.next')}</dt>
          <dd>{next}</dd>
        </dl>
      }
    />
  );
};
