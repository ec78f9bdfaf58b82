// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { ButtonLink, Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import type { VettedModule } from '@fairway/backstage-plugin-self-service-common';
import { ErrorPanel, Section, useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { templateExternal } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';
import styles from './ModulesPage.module.css';
import { type ModuleTemplate, templatesOf } from './templatesOf';

const TemplateLink = (props: { template: ModuleTemplate; module: string }) => {
  const { template, module } = props;
  const { namespace, name, title, description, field } = template;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const link = useRouteRef(templateExternal);
  if (!link) return null;
  const query = field
    ? `?formData=${encodeURIComponent(JSON.stringify({ [field]: module }))}`
    : '';
  return (
    <li className={styles.template}>
      <ButtonLink
        variant="secondary"
        href={`${link({ namespace, templateName: name })}${query}`}
      >
        {t('modules.use.link', { title })}
      </ButtonLink>
      {description && <span>{description}</span>}
    </li>
  );
};

/** The forms that make something with a module. */
export const UseModule = (props: { module: VettedModule }) => {
  const { name } = props.module;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const catalog = useApi(catalogApiRef);
  const load = useCallback(async () => {
    const { items } = await catalog.getEntities({
      filter: { kind: 'Template' },
    });
    return templatesOf(name, items);
  }, [catalog, name]);
  const { value, error, isLoading, reload } = useLoad(load);
  return (
    <Section title={t('modules.use.title')}>
      {error && (
        <ErrorPanel
          title={t('modules.use.error')}
          error={error}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {!error && !value && (
        <div role="status">
          <VisuallyHidden>{t('modules.use.loading')}</VisuallyHidden>
          <Skeleton width="40%" height={36} aria-hidden="true" />
        </div>
      )}
      {!error && value?.length === 0 && (
        <p>
          {t('modules.use.none')} {t('modules.use.byHand', { name })}
        </p>
      )}
      {!error && value && value.length > 0 && (
        <Flex direction="column" gap="2">
          <p>{t('modules.use.text')}</p>
          <ul className={styles.templates}>
            {value.map(template => (
              <TemplateLink
                key={`${template.namespace}/${template.name}`}
                template={template}
                module={name}
              />
            ))}
          </ul>
        </Flex>
      )}
    </Section>
  );
};
