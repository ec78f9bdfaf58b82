// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import { EmptyState, EntityLinks, ScrollTable } from '@fairway/requests-react';
import { environmentRouteRef } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';
import { type Environment, expiringOf } from './environments';
import styles from './EnvironmentsPage.module.css';

const COLUMNS = ['name', 'tier', 'owner', 'running', 'expiring'] as const;

/** Every environment, with how much there is. */
export const EnvironmentList = (props: { environments: Environment[] }) => {
  const { environments } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const link = useRouteRef(environmentRouteRef);
  return (
    <Flex direction="column" gap="4">
      <div>
        <Text as="h2" variant="title-small">
          {t('environments.title')}
        </Text>
        <p className={styles.intro}>{t('environments.text')}</p>
      </div>
      {environments.length === 0 ? (
        <EmptyState title={t('environments.empty.title')}>
          {t('environments.empty.text')}
        </EmptyState>
      ) : (
        <ScrollTable
          label={t('environments.label')}
          columns={COLUMNS.map(column => t(`environments.columns.${column}`))}
        >
          {environments.map(environment => (
            <tr key={environment.name}>
              <th scope="row">
                <Link href={link?.({ environment: environment.name }) ?? ''}>
                  {environment.name}
                </Link>
              </th>
              <td>{environment.tier ?? t('environments.none')}</td>
              <td>
                <EntityLinks refs={environment.ownerRefs} defaultKind="group" />
              </td>
              <td>{environment.running.length}</td>
              <td>{expiringOf(environment, new Date()).length}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </Flex>
  );
};
