// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Link } from '@backstage/ui';
import type { Change } from '@fairway/backstage-plugin-self-service-common';
import { ErrorPanel } from '@fairway/requests-react';
import { taskExternal, templateExternal } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';

/** What happened to a change that failed, and what can be done. */
export const FailurePanel = (props: { change: Change }) => {
  const { failure, templateRef, taskId } = props.change;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const templateLink = useRouteRef(templateExternal);
  const taskLink = useRouteRef(taskExternal);
  const template =
    templateRef && parseEntityRef(templateRef, { defaultKind: 'template' });
  return (
    <ErrorPanel
      title={t('change.failure.title')}
      error={failure ?? { code: 'unknown', message: t('stateMeaning.failed') }}
      remedy={
        <Flex direction="column" gap="1">
          {t('change.failure.remedy')}
          {template && templateLink && (
            <Link
              href={templateLink({
                namespace: template.namespace,
                templateName: template.name,
              })}
            >
              {t('change.failure.again')}
            </Link>
          )}
          {taskId && taskLink && (
            <Link href={taskLink({ taskId })}>{t('change.failure.log')}</Link>
          )}
        </Flex>
      }
    />
  );
};
