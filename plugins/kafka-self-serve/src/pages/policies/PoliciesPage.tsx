// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { EmptyState, ScrollTable, useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { useLinks } from '../../layout/useLinks';
import { ActionButton, EnvironmentNames, LoadedPart, Page } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';

const COLUMNS = ['name', 'environments', 'rules'] as const;

/** The rules for topics, and where they hold. */
export const PoliciesPage = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { policyOf, newPolicy } = useLinks();
  const loaded = useLoad(
    useCallback((signal: AbortSignal) => api.policies({ signal }), [api]),
  );
  return (
    <Page
      title={t('policies.title')}
      isArea
      text={t('policies.text')}
      action={
        loaded.value && (
          <ActionButton
            action={loaded.value.actions.edit}
            variant="primary"
            href={newPolicy}
          >
            {t('policies.make')}
          </ActionButton>
        )
      }
    >
      <LoadedPart
        loaded={loaded}
        words={{
          loading: t('policies.loading'),
          error: t('policies.error'),
          notAllowed: t('policies.notAllowed'),
        }}
      >
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('policies.empty.title')}>
              {t('policies.empty.text')}
            </EmptyState>
          ) : (
            <ScrollTable
              label={t('policies.title')}
              columns={COLUMNS.map(column => t(`policies.columns.${column}`))}
            >
              {items.map(({ name, description, ...policy }) => (
                <tr key={name}>
                  <th scope="row">
                    <Link href={policyOf(name)}>{name}</Link>
                    {description && (
                      <Text as="p" variant="body-small" color="secondary">
                        {description}
                      </Text>
                    )}
                  </th>
                  <td>
                    {policy.environments.length === 0 ? (
                      t('policies.nowhere')
                    ) : (
                      <EnvironmentNames names={policy.environments} />
                    )}
                  </td>
                  <td>{policy.constraints.length}</td>
                </tr>
              ))}
            </ScrollTable>
          )
        }
      </LoadedPart>
    </Page>
  );
};
