// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Flex, Link, Text } from '@backstage/ui';
import type {
  DriftItem,
  DriftKind,
} from '@fairway/backstage-plugin-self-service-common';
import {
  DiffView,
  EntityLink,
  StateBadge,
  type StateTone,
} from '@fairway/requests-react';
import { Fact, Facts } from '../../change/Fact';
import { requestRouteRef, templateExternal } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';
import { formLink } from '../formLink';
import styles from './DriftPage.module.css';
import { Restore } from './Restore';

const TONES: Record<DriftKind, StateTone> = {
  changed: 'danger',
  removed: 'danger',
  unknown: 'info',
  'not-applied': 'pending',
  'not-in-catalog': 'neutral',
};

/** One difference, what it means, and what puts it right. */
export const DriftEntry = (props: { item: DriftItem }) => {
  const { item } = props;
  const { kind, path, environment, service, ownerRef, requestId } = item;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const requestLink = useRouteRef(requestRouteRef);
  const templateLink = useRouteRef(templateExternal);
  return (
    <li className={styles.item}>
      <Flex direction="column" gap="3" align="start">
        <Flex gap="3" align="center" className={styles.head}>
          <Text as="h3" variant="title-x-small">
            {path}
          </Text>
          <StateBadge tone={TONES[kind]}>{t(`drift.kinds.${kind}`)}</StateBadge>
        </Flex>
        <p className={styles.next}>
          {t('drift.where', { service, environment })}.{' '}
          {t(`drift.next.${kind}`)}
        </p>
        <Facts>
          {ownerRef && (
            <Fact label={t('drift.owner')}>
              <EntityLink entityRef={ownerRef} defaultKind="group" />
            </Fact>
          )}
          {requestId && requestLink && (
            <Fact label={t('drift.request')}>
              <Link href={requestLink({ id: requestId })}>{requestId}</Link>
            </Fact>
          )}
        </Facts>
        {item.restore && (
          <details className={styles.diff}>
            <summary>{t('drift.diff')}</summary>
            <DiffView diff={item.restore.diff} headingLevel="h4" />
          </details>
        )}
        <Flex gap="3" className={styles.head}>
          <Restore item={item} />
          {templateLink &&
            item.forms.map(({ templateRef, title, formData }) => {
              const { namespace, name } = parseEntityRef(templateRef);
              const form = templateLink({ namespace, templateName: name });
              return (
                <ButtonLink
                  key={templateRef}
                  variant="secondary"
                  href={formLink(form, formData)}
                  aria-label={t('drift.openForm', { title, path })}
                >
                  {title}
                </ButtonLink>
              );
            })}
        </Flex>
      </Flex>
    </li>
  );
};
