// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  BreadcrumbEntry,
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Flex, Link, Skeleton, Text, VisuallyHidden } from '@backstage/ui';
import type { VettedModule } from '@fairway/backstage-plugin-self-service-common';
import {
  CopyableCode,
  EntityLink,
  LoadError,
  useLoad,
} from '@fairway/requests-react';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { selfServiceApiRef } from '../../api';
import { moduleRouteRef, modulesRouteRef } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';
import { latestApproved } from './moduleFacts';
import styles from './ModulesPage.module.css';
import { ModuleVersion } from './ModuleVersion';
import { UseModule } from './UseModule';
import { Versions } from './Versions';
import { WhoMayUse } from './WhoMayUse';

const ModuleSkeleton = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <div role="status">
      <VisuallyHidden>{t('modules.one.loading')}</VisuallyHidden>
      <Flex direction="column" gap="4" aria-hidden="true">
        <Skeleton width="40%" height={28} />
        <Skeleton width="100%" height={120} />
        <Skeleton width="100%" height={320} />
      </Flex>
    </div>
  );
};

const Facts = (props: { module: VettedModule }) => {
  const { module } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <dl className={styles.facts} aria-label={t('modules.one.facts')}>
      <dt>{t('modules.one.latest')}</dt>
      <dd>
        <code>{latestApproved(module) ?? t('modules.noVersion')}</code>
      </dd>
      <dt>{t('modules.one.service')}</dt>
      <dd>{module.service}</dd>
      <dt>{t('modules.one.owner')}</dt>
      <dd>
        {module.ownerRef ? (
          <EntityLink entityRef={module.ownerRef} defaultKind="group" />
        ) : (
          t('modules.none')
        )}
      </dd>
      <dt>{t('modules.one.source')}</dt>
      <dd>
        <CopyableCode
          value={module.source}
          label={t('modules.one.copySource')}
        />
      </dd>
    </dl>
  );
};

const Module = (props: { module: VettedModule }) => {
  const { module } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const [query] = useSearchParams();
  const version =
    query.get('version') ??
    latestApproved(module) ??
    module.versions[0]?.version;
  return (
    <Flex direction="column" gap="6">
      <Facts module={module} />
      <UseModule module={module} />
      <WhoMayUse service={module.service} />
      <Versions module={module} shown={version} />
      {version !== undefined && (
        <ModuleVersion key={version} name={module.name} version={version} />
      )}
      {!version && <p>{t('modules.versions.empty')}</p>}
    </Flex>
  );
};

/** One module: what it takes and gives, its versions, who may use it where. */
export const ModulePage = (props: { name: string }) => {
  const { name } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const api = useApi(selfServiceApiRef);
  const link = useRouteRef(moduleRouteRef);
  const listLink = useRouteRef(modulesRouteRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getModule(name, { signal }),
    [api, name],
  );
  const { value, error, isLoading, reload } = useLoad(load);
  return (
    <BreadcrumbEntry
      entry={{ label: value?.title ?? name, href: link?.({ name }) ?? '' }}
    >
      <Flex direction="column" gap="4">
        <div>
          <Link href={listLink?.() ?? ''}>{t('modules.one.back')}</Link>
          <Text as="h2" variant="title-small">
            {value?.title ?? name}
          </Text>
          {value && <p className={styles.intro}>{value.description}</p>}
        </div>
        {error && (
          <LoadError
            error={error}
            title={t('modules.one.error')}
            notAllowedTitle={t('modules.one.notAllowed')}
            onRetry={reload}
            isRetrying={isLoading}
          />
        )}
        {!error && !value && <ModuleSkeleton />}
        {!error && value && <Module module={value} />}
      </Flex>
    </BreadcrumbEntry>
  );
};
