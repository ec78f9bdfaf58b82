// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { RequestDetail } from '@fairway/requests-common';
import { Section } from '../../components';
import { PlanEffects, PlanView } from '../plan';
import type { RequestSource } from '../sources';
import { RequestState } from '../state';
import { fairwayRequestsTranslationRef } from '../translation';
import { AskedChanges } from './AskedChanges';
import { Approvals } from './Approvals';
import { BlockedPanel } from './BlockedPanel';
import { ChecksList } from './ChecksList';
import { Comments } from './Comments';
import { DraftPanel } from './DraftPanel';
import { FailurePanel } from './FailurePanel';
import { History } from './History';
import { Payload } from './Payload';
import { RequestActions } from './RequestActions';
import { RequestFacts } from './RequestFacts';
import { RequestLog } from './RequestLog';
import styles from './RequestPage.module.css';
import { RequestProgress } from './RequestProgress';
import { RiskList } from './RiskList';
import { SimilarRequests } from './SimilarRequests';
import { useHistory } from './useHistory';

/** A request, whole. */
export const RequestView = (props: {
  source: RequestSource;
  request: RequestDetail;
  /** Changes when there may be news of comments, history and log. */
  version: object;
  onChanged: (request: RequestDetail) => void;
}) => {
  const { source, request, version, onChanged } = props;
  const { api } = source;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const history = useHistory({ api, requestId: request.id, version });
  const isDraft = request.decision === 'draft';
  return (
    <Flex direction="column" gap="5">
      <Flex direction="column" gap="2" align="start">
        <Text as="h2" variant="title-small" className={styles.title}>
          {t('name', { number: String(request.number), title: request.title })}
        </Text>
        <RequestState request={request} />
        {request.summary && <Text as="p">{request.summary}</Text>}
      </Flex>
      {isDraft && <DraftPanel request={request} />}
      <AskedChanges request={request} />
      <BlockedPanel request={request} />
      <RequestActions source={source} request={request} onChanged={onChanged} />
      <FailurePanel request={request} askFor={source.askFor?.(request) ?? []} />
      <div className={styles.layout}>
        <div className={styles.column}>
          <RequestProgress
            request={request}
            events={history.value?.items}
            entityRef={source.entityOf?.(request)}
          />
          <RequestFacts source={source} request={request} />
        </div>
        <div className={styles.column}>
          {!!request.view.effects?.length && (
            <Section title={t('effects.title')}>
              <PlanEffects effects={request.view.effects} />
            </Section>
          )}
          {request.justification && (
            <Section title={t('facts.justification')}>
              <Text as="p" className={styles.words}>
                {request.justification}
              </Text>
            </Section>
          )}
          <Section title={t('risks.title')}>
            <RiskList risks={request.risks} />
          </Section>
          <Section title={t('plan.title')}>
            <PlanView view={request.view} />
          </Section>
          <Section title={t('checks.title')}>
            <ChecksList checks={request.checks} />
          </Section>
          <Section title={t('approvals.title')}>
            <Approvals request={request} />
          </Section>
          {source.extraSections?.(request)}
          <Section title={t('payload.title')}>
            {source.renderPayload?.(request) ?? (
              <Payload payload={request.payload} />
            )}
          </Section>
          {!isDraft && (
            <Section title={t('logs.title')}>
              <RequestLog api={api} request={request} version={version} />
            </Section>
          )}
          <Section title={t('similar.title')}>
            <SimilarRequests source={source} request={request} />
          </Section>
          <Section title={t('comments.title')}>
            <Comments api={api} request={request} version={version} />
          </Section>
          <Section title={t('history.title')}>
            <History history={history} steps={request.steps} />
          </Section>
        </div>
      </div>
    </Flex>
  );
};
