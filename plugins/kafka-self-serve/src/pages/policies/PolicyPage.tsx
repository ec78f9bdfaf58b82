// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { TopicPolicyView } from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  ScrollTable,
  Section,
  StateBadge,
  useAdministration,
  useLoad,
} from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaRequestsApiRef, kafkaSelfServeApiRef } from '../../api';
import { useLinks } from '../../layout/useLinks';
import {
  ActionButton,
  EnvironmentNames,
  Fact,
  Facts,
  LoadedPage,
} from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { useCheckWords } from './useCheckWords';

const COLUMNS = ['field', 'check', 'severity', 'why'] as const;

/** One policy: its rules, each with its reason. */
export const PolicyPage = (props: { name: string }) => {
  const { name } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { policyOf, editPolicy } = useLinks();
  const { isAdministrator } = useAdministration(useApi(kafkaRequestsApiRef));
  const wordsOf = useCheckWords();
  const loaded = useLoad(
    useCallback(
      (signal: AbortSignal) => api.policy(name, { signal }),
      [api, name],
    ),
  );
  const whyNot = ({ configured }: TopicPolicyView) => {
    if (!isAdministrator) return t('policies.form.administrators');
    return configured ? t('policies.configured') : undefined;
  };
  return (
    <LoadedPage
      title={name}
      href={policyOf(name)}
      loaded={loaded}
      words={{
        loading: t('policies.one.loading'),
        error: t('policies.one.error'),
        notAllowed: t('policies.one.notAllowed'),
      }}
      text={({ description }) => description}
    >
      {policy => {
        const because = whyNot(policy);
        return (
          <>
            <Facts>
              <Fact label={t('policies.one.holdsIn')}>
                {policy.environments.length === 0 ? (
                  t('policies.nowhere')
                ) : (
                  <EnvironmentNames names={policy.environments} />
                )}
              </Fact>
            </Facts>
            {isAdministrator !== undefined && (
              <ActionButton
                action={
                  because ? { allowed: false, because } : { allowed: true }
                }
                href={editPolicy(name)}
              >
                {t('policies.edit')}
              </ActionButton>
            )}
            <Section title={t('policies.one.rules')}>
              {policy.constraints.length === 0 ? (
                <Text as="p">{t('policies.one.noRules')}</Text>
              ) : (
                <ScrollTable
                  label={t('policies.one.rules')}
                  columns={COLUMNS.map(column =>
                    t(`policies.one.columns.${column}`),
                  )}
                >
                  {policy.constraints.map((constraint, index) => (
                    <tr key={index}>
                      <th scope="row">
                        <code>{constraint.field}</code>
                      </th>
                      <td>{wordsOf(constraint)}</td>
                      <td>
                        <StateBadge
                          tone={
                            constraint.severity === 'error'
                              ? 'danger'
                              : 'pending'
                          }
                        >
                          {t(`policies.severities.${constraint.severity}`)}
                        </StateBadge>
                      </td>
                      <td>{constraint.message}</td>
                    </tr>
                  ))}
                </ScrollTable>
              )}
            </Section>
          </>
        );
      }}
    </LoadedPage>
  );
};
