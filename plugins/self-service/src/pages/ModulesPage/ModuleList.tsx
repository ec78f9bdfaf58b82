// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  Button,
  Flex,
  Link,
  SearchField,
  Skeleton,
  Text,
  VisuallyHidden,
} from '@backstage/ui';
import type { VettedModule } from '@fairway/backstage-plugin-self-service-common';
import {
  EmptyState,
  EntityLink,
  LoadError,
  ScrollTable,
  useLoad,
} from '@fairway/requests-react';
import { useCallback, useState } from 'react';
import { selfServiceApiRef } from '../../api';
import { moduleRouteRef } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';
import { latestApproved, matches } from './moduleFacts';
import styles from './ModulesPage.module.css';

const ListSkeleton = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <div role="status">
      <VisuallyHidden>{t('modules.loading')}</VisuallyHidden>
      <Flex direction="column" gap="3" aria-hidden="true">
        <Skeleton width="40%" height={36} />
        <Skeleton width="100%" height={240} />
      </Flex>
    </div>
  );
};

const Row = (props: { module: VettedModule }) => {
  const { module } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const link = useRouteRef(moduleRouteRef);
  return (
    <tr>
      <th scope="row">
        <Link href={link?.({ name: module.name }) ?? ''}>{module.title}</Link>
        <div>
          <code>{module.name}</code>
        </div>
      </th>
      <td>
        <code>{latestApproved(module) ?? t('modules.noVersion')}</code>
      </td>
      <td>{module.service}</td>
      <td>
        {module.ownerRef ? (
          <EntityLink entityRef={module.ownerRef} defaultKind="group" />
        ) : (
          t('modules.none')
        )}
      </td>
      <td>{module.description}</td>
    </tr>
  );
};

const List = (props: { modules: VettedModule[] }) => {
  const { modules } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const [text, setText] = useState('');
  if (modules.length === 0) {
    return (
      <EmptyState title={t('modules.empty.title')}>
        {t('modules.empty.text')}
      </EmptyState>
    );
  }
  const found = modules.filter(module => matches(module, text));
  return (
    <Flex direction="column" gap="4">
      <div className={styles.search}>
        <SearchField
          aria-label={t('modules.search')}
          placeholder={t('modules.searchPlaceholder')}
          value={text}
          onChange={setText}
        />
        <Text as="p" role="status" variant="body-small" color="secondary">
          {t('modules.found', {
            found: String(found.length),
            all: String(modules.length),
          })}
        </Text>
      </div>
      {found.length === 0 ? (
        <EmptyState
          title={t('modules.noMatch.title')}
          action={
            <Button variant="secondary" onPress={() => setText('')}>
              {t('modules.noMatch.clear')}
            </Button>
          }
        >
          {t('modules.noMatch.text', { text })}
        </EmptyState>
      ) : (
        <ScrollTable
          label={t('modules.label')}
          columns={(
            ['name', 'version', 'service', 'owner', 'description'] as const
          ).map(column => t(`modules.columns.${column}`))}
        >
          {found.map(module => (
            <Row key={module.name} module={module} />
          ))}
        </ScrollTable>
      )}
    </Flex>
  );
};

/** What can be had. */
export const ModuleList = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const api = useApi(selfServiceApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.listModules({ signal }),
    [api],
  );
  const { value, error, isLoading, reload } = useLoad(load);
  return (
    <Flex direction="column" gap="4">
      <div>
        <Text as="h2" variant="title-small">
          {t('modules.title')}
        </Text>
        <p className={styles.intro}>{t('modules.text')}</p>
      </div>
      {error && (
        <LoadError
          error={error}
          title={t('modules.error')}
          notAllowedTitle={t('modules.notAllowed')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {!error && !value && <ListSkeleton />}
      {!error && value && <List modules={value} />}
    </Flex>
  );
};
