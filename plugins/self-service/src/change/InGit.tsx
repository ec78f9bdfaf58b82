// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type {
  ChangeOutputs,
  ChangePlan,
} from '@fairway/backstage-plugin-self-service-common';
import { CopyableCode } from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../translation';
import { Code, Fact, Facts } from './Fact';

/** The pull request as a link where the host has a page for it. */
const PullRequest = (props: { outputs: ChangeOutputs }) => {
  const { pullRequestNumber, remoteUrl } = props.outputs;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  if (pullRequestNumber === undefined) return <>{t('change.notYet')}</>;
  const text = `#${pullRequestNumber}`;
  if (!remoteUrl || !/^https?:/i.test(remoteUrl)) return <>{text}</>;
  return (
    <Link href={remoteUrl} target="_blank" rel="noopener noreferrer">
      {text}
    </Link>
  );
};

/** Where the change is in Git; every id can be copied. */
export const InGit = (props: {
  plan: Partial<ChangePlan>;
  outputs: ChangeOutputs;
}) => {
  const { plan, outputs } = props;
  const { branch, commitSha, baseSha, mergeSha } = outputs;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <Facts>
      <Fact label={t('change.pullRequest')}>
        <PullRequest outputs={outputs} />
      </Fact>
      <Fact label={t('change.repository')}>
        <Code>{plan.repoUrl}</Code>
      </Fact>
      <Fact label={t('change.base')}>
        <Code>
          {plan.baseBranch} {baseSha?.slice(0, 12)}
        </Code>
      </Fact>
      <Fact label={t('change.branch')}>
        {branch ? (
          <CopyableCode value={branch} label={t('change.copy.branch')} />
        ) : (
          t('change.notYet')
        )}
      </Fact>
      <Fact label={t('change.commit')}>
        {commitSha ? (
          <CopyableCode value={commitSha} label={t('change.copy.commit')} />
        ) : (
          t('change.notYet')
        )}
      </Fact>
      {mergeSha && (
        <Fact label={t('change.merge')}>
          <CopyableCode value={mergeSha} label={t('change.copy.merge')} />
        </Fact>
      )}
    </Facts>
  );
};
