// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Skeleton, Text, VisuallyHidden } from '@backstage/ui';
import type { SelfServiceAction } from '@fairway/backstage-plugin-self-service-common';
import {
  EmptyState,
  LoadError,
  Section,
  useLoad,
  usePolling,
} from '@fairway/requests-react';
import { useCallback } from 'react';
import { actionsApiRef } from '../api';
import { ActionRefusal } from '../pages/HubPage/ActionRefusal';
import { isPossible, isRefused } from '../pages/HubPage/filterActions';
import styles from '../pages/HubPage/HubPage.module.css';
import { selfServiceTranslationRef } from '../translation';
import { OpenAction } from './OpenAction';

const EntityAction = (props: {
  action: SelfServiceAction;
  entityRef: string;
}) => {
  const { action, entityRef } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const refused = isRefused(action);
  return (
    <li className={`${styles.card} ${refused ? styles.refused : ''}`}>
      <Text as="h4" variant="title-x-small">
        {action.title}
      </Text>
      {action.description && (
        <p className={styles.description}>{action.description}</p>
      )}
      <p className={styles.owner}>{t(`hub.operations.${action.operation}`)}</p>
      {refused ? (
        <ActionRefusal targets={action.targets} />
      ) : (
        <ul className={styles.targets}>
          {action.targets.filter(isPossible).map(target => (
            <li key={target.environment}>
              <OpenAction
                action={action}
                entityRef={entityRef}
                target={target}
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

/** What can be done depends on the entity's state, which changes when a request about it is carried out. */
const EVERY_MS = 5_000;

/** What can be done with an entity, by the templates that say they are for it, and whether the person may. */
export const EntityActions = () => {
  const { entity } = useEntity();
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const api = useApi(actionsApiRef);
  const entityRef = stringifyEntityRef(entity);
  const load = useCallback(
    (signal: AbortSignal) => api.ofEntity(entityRef, { signal }),
    [api, entityRef],
  );
  const { value, error, isLoading, reload } = useLoad(load);
  usePolling({
    poll: reload,
    isActive: !isLoading && !error && value?.items.length === 0,
    everyMs: EVERY_MS,
    tick: value,
  });
  return (
    <Section title={t('hub.entity.title')}>
      {error && (
        <LoadError
          error={error}
          title={t('hub.entity.error')}
          notAllowedTitle={t('hub.entity.notAllowed')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {!error && !value && (
        <div role="status">
          <VisuallyHidden>{t('hub.entity.loading')}</VisuallyHidden>
          <Skeleton width="100%" height={160} aria-hidden="true" />
        </div>
      )}
      {!error && value?.items.length === 0 && (
        <EmptyState title={t('hub.entity.empty.title')} headingLevel="h4">
          {t('hub.entity.empty.text')}
        </EmptyState>
      )}
      {!error && value && value.items.length > 0 && (
        <ul className={styles.cards} aria-label={t('hub.entity.label')}>
          {value.items.map(action => (
            <EntityAction
              key={action.templateRef}
              action={action}
              entityRef={entityRef}
            />
          ))}
        </ul>
      )}
    </Section>
  );
};
