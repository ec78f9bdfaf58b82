// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type {
  RecordedDecision,
  RequestDetail,
  StageProgress,
} from '@fairway/requests-common';
import { EntityLinks, StateBadge } from '../../components';
import { Timeline } from '../Timeline';
import { fairwayRequestsTranslationRef } from '../translation';
import styles from './RequestPage.module.css';

const TONES = {
  pending: 'pending',
  approved: 'success',
  rejected: 'danger',
} as const;
const VERDICTS = {
  approved: 'approved',
  rejected: 'rejected',
  'changes-requested': 'changesRequested',
} as const;
const LAPSED = {
  revised: 'revised',
  replaced: 'replaced',
  'left-group': 'leftGroup',
  'changes-requested': 'changesRequested',
} as const;

const Stage = (props: { progress: StageProgress }) => {
  const { stage, approvedBy, rejectedBy, state } = props.progress;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  return (
    <li>
      <Flex direction="column" gap="1">
        <Flex align="center" gap="2">
          <StateBadge tone={TONES[state]}>{t(`approvals.${state}`)}</StateBadge>
          <Text>
            {stage.id}
            {': '}
            {t('approvals.progress', {
              given: String(approvedBy.length),
              needed: String(stage.count),
            })}
          </Text>
        </Flex>
        <Text as="p" variant="body-small">
          {t('approvals.from', { count: stage.count })}{' '}
          <EntityLinks refs={stage.from} defaultKind="group" />
        </Text>
        {approvedBy.length > 0 && (
          <Text as="p" variant="body-small">
            {t('approvals.approvedBy')}{' '}
            <EntityLinks refs={approvedBy} defaultKind="user" />
          </Text>
        )}
        {rejectedBy.length > 0 && (
          <Text as="p" variant="body-small">
            {t('approvals.rejectedBy')}{' '}
            <EntityLinks refs={rejectedBy} defaultKind="user" />
          </Text>
        )}
      </Flex>
    </li>
  );
};

const DecisionWords = (props: { decision: RecordedDecision }) => {
  const { comment, lapsed } = props.decision;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  return (
    <>
      {comment && <Text as="p">{comment}</Text>}
      {lapsed && (
        <Text as="p" variant="body-small" color="secondary">
          {t(`approvals.lapsed.${LAPSED[lapsed]}`)}
        </Text>
      )}
    </>
  );
};

/** Who has to approve, how many of whom, who did, and every decision with its reason. */
export const Approvals = (props: { request: RequestDetail }) => {
  const { approval, stages, decisions } = props.request;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  return (
    <Flex direction="column" gap="3">
      {approval.mode === 'auto' && <Text as="p">{t('approvals.auto')}</Text>}
      {approval.mode === 'none' && (
        <Text as="p">{t('approvals.none', { message: approval.message })}</Text>
      )}
      {approval.mode === 'stages' && (
        <ol className={styles.plainList} aria-label={t('approvals.title')}>
          {stages.map(progress => (
            <Stage key={progress.stage.id} progress={progress} />
          ))}
        </ol>
      )}
      {approval.by.length > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('approvals.rules')} <code>{approval.by.join(', ')}</code>
        </Text>
      )}
      {approval.mode === 'stages' && decisions.length === 0 && (
        <Text as="p">{t('approvals.noDecisions')}</Text>
      )}
      {decisions.length > 0 && (
        <Timeline
          label={t('approvals.decisions')}
          items={decisions.map(decision => ({
            id: decision.id,
            title: t(`approvals.verdicts.${VERDICTS[decision.verdict]}`),
            at: decision.at,
            actorRef: decision.approverRef,
            content: (decision.comment || decision.lapsed) && (
              <DecisionWords decision={decision} />
            ),
          }))}
        />
      )}
    </Flex>
  );
};
