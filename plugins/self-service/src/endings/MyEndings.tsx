// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Flex } from '@backstage/ui';
import {
  EntityLink,
  LoadError,
  RelativeTime,
  ScrollTable,
  Section,
  type TemporaryAccess,
  useLoad,
} from '@fairway/requests-react';
import { useCallback } from 'react';
import { lifetimesApiRef } from '../lifetime/api';
import { selfServiceTranslationRef } from '../translation';
import { AccessTable } from './AccessTable';

/** The next to end; the pages of environments have the rest. */
const SHOWN = 10;
const COLUMNS = ['what', 'environment', 'state', 'ends'] as const;

/** What of the person's own is about to end: resources, and access. */
export const MyEndings = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const lifetimes = useApi(lifetimesApiRef);
  const identity = useApi(identityApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const { ownershipEntityRefs } = await identity.getBackstageIdentity();
      const { items } = await lifetimes.listResources(
        { expiring: true, limit: SHOWN },
        { signal },
      );
      return { refs: ownershipEntityRefs, resources: items };
    },
    [identity, lifetimes],
  );
  const { value, error, isLoading, reload } = useLoad(load);
  const refs = value?.refs;
  const isMine = useCallback(
    ({ holderRefs }: TemporaryAccess) =>
      holderRefs.some(each => refs?.includes(each)),
    [refs],
  );
  return (
    <Section title={t('endings.mine.title')}>
      <Flex direction="column" gap="3">
        {error && (
          <LoadError
            error={error}
            title={t('endings.mine.error')}
            notAllowedTitle={t('endings.mine.notAllowed')}
            onRetry={reload}
            isRetrying={isLoading}
          />
        )}
        {value?.resources.length === 0 && <p>{t('endings.mine.empty')}</p>}
        {value && value.resources.length > 0 && (
          <ScrollTable
            label={t('endings.mine.label')}
            columns={COLUMNS.map(column => t(`endings.columns.${column}`))}
          >
            {value.resources.map(resource => (
              <tr key={resource.id}>
                <th scope="row">
                  {resource.entityRef ? (
                    <EntityLink
                      entityRef={resource.entityRef}
                      defaultKind="resource"
                    />
                  ) : (
                    resource.name
                  )}
                </th>
                <td>{resource.environment}</td>
                <td>{t(`lifetime.phases.${resource.phase}`)}</td>
                <td>
                  {resource.lifetime && (
                    <RelativeTime value={resource.lifetime.expiresAt} />
                  )}
                </td>
              </tr>
            ))}
          </ScrollTable>
        )}
        {refs && (
          <AccessTable
            label={t('endings.mine.access')}
            empty={t('endings.mine.noAccess')}
            only={isMine}
          />
        )}
      </Flex>
    </Section>
  );
};
