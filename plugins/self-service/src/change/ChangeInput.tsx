// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import type { RequestDetail } from '@fairway/requests-common';
import { EntityLink } from '@fairway/requests-react';
import { taskExternal } from '../routes';
import { selfServiceTranslationRef } from '../translation';
import { asTitle } from '../words';
import styles from './change.module.css';
import { changeOf } from './changeOf';
import { Code, Fact, Facts } from './Fact';

/** What was asked for and where it comes from; the contents of the files are in the diff. */
export const ChangeInput = (props: { request: RequestDetail }) => {
  const { payload } = changeOf(props.request);
  const { repoUrl, description, ownerRef, request, origin } = payload;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const taskLink = useRouteRef(taskExternal);
  return (
    <>
      {description && (
        <Text as="p" className={styles.words}>
          {description}
        </Text>
      )}
      <Facts>
        {repoUrl && (
          <Fact label={t('change.repository')}>
            <Code>{repoUrl}</Code>
          </Fact>
        )}
        {ownerRef && (
          <Fact label={t('change.owner')}>
            <EntityLink entityRef={ownerRef} defaultKind="group" />
          </Fact>
        )}
        {/* What the policy was told besides, such as a change ticket. */}
        {Object.entries(request ?? {}).map(([attribute, value]) => (
          <Fact key={attribute} label={asTitle(attribute)}>
            {value}
          </Fact>
        ))}
        {origin?.templateRef && (
          <Fact label={t('change.template')}>
            <EntityLink entityRef={origin.templateRef} defaultKind="template" />
          </Fact>
        )}
        {origin?.taskId && (
          <Fact label={t('change.task')}>
            {taskLink ? (
              <Link href={taskLink({ taskId: origin.taskId })}>
                {t('change.taskLink')}
              </Link>
            ) : (
              origin.taskId
            )}
          </Fact>
        )}
      </Facts>
    </>
  );
};
