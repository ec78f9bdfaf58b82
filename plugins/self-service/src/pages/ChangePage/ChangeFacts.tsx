// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { ChangeDetail } from '@fairway/backstage-plugin-self-service-common';
import { ReactNode } from 'react';
import {
  CopyableCode,
  EntityLink,
  RelativeTime,
} from '@fairway/requests-react';
import { taskExternal } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';
import { asTitle } from '../../words';
import styles from './ChangePage.module.css';

const Fact = (props: { label: string; children: ReactNode }) => (
  <div className={styles.fact}>
    <dt>{props.label}</dt>
    <dd>{props.children}</dd>
  </div>
);

/** The pull request as a link where the host has a page for it. */
const PullRequest = (props: { change: ChangeDetail }) => {
  const { pullRequestNumber, remoteUrl } = props.change;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  if (pullRequestNumber === undefined) return <>{t('change.noPullRequest')}</>;
  const text = `#${pullRequestNumber}`;
  if (!remoteUrl || !/^https?:/i.test(remoteUrl)) return <>{text}</>;
  return (
    <Link href={remoteUrl} target="_blank" rel="noopener noreferrer">
      {text}
    </Link>
  );
};

/** Who, what, where, when; every id is a link or can be copied. */
export const ChangeFacts = (props: { change: ChangeDetail }) => {
  const { change } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const taskLink = useRouteRef(taskExternal);
  return (
    <dl className={styles.facts}>
      <Fact label={t('change.requester')}>
        <EntityLink entityRef={change.requesterRef} defaultKind="user" />
      </Fact>
      <Fact label={t('change.environment')}>
        {change.environments.join(', ') || t('change.noEnvironment')}
      </Fact>
      {/* What the policy was told besides, such as a change ticket. */}
      {Object.entries(change.request ?? {}).map(([attribute, value]) => (
        <Fact key={attribute} label={asTitle(attribute)}>
          {value}
        </Fact>
      ))}
      <Fact label={t('change.repository')}>
        <code className={styles.code}>{change.repoUrl}</code>
      </Fact>
      <Fact label={t('change.base')}>
        <code className={styles.code}>
          {change.baseBranch} {change.baseSha.slice(0, 12)}
        </code>
      </Fact>
      <Fact label={t('change.branch')}>
        <CopyableCode value={change.branch} label={t('change.copy.branch')} />
      </Fact>
      <Fact label={t('change.commit')}>
        {change.commitSha ? (
          <CopyableCode
            value={change.commitSha}
            label={t('change.copy.commit')}
          />
        ) : (
          t('change.noCommit')
        )}
      </Fact>
      <Fact label={t('change.pullRequest')}>
        <PullRequest change={change} />
      </Fact>
      {change.templateRef && (
        <Fact label={t('change.template')}>
          <EntityLink entityRef={change.templateRef} defaultKind="template" />
        </Fact>
      )}
      {change.taskId && (
        <Fact label={t('change.task')}>
          {taskLink ? (
            <Link href={taskLink({ taskId: change.taskId })}>
              {t('change.taskLink')}
            </Link>
          ) : (
            change.taskId
          )}
        </Fact>
      )}
      <Fact label={t('change.created')}>
        <RelativeTime value={change.createdAt} />
      </Fact>
      <Fact label={t('change.updated')}>
        <RelativeTime value={change.updatedAt} />
      </Fact>
    </dl>
  );
};
