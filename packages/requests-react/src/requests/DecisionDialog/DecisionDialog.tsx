// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Checkbox,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextAreaField,
} from '@backstage/ui';
import type { RequestDetail, RequestsApi } from '@fairway/requests-common';
import { useRef, useState } from 'react';
import { ErrorPanel, describeError, LinkedText } from '../../components';
import { PlanComparison, PlanEffects, PlanView } from '../plan';
import { RiskList } from '../RequestPage/RiskList';
import { fairwayRequestsTranslationRef } from '../translation';
import { DecisionFooter } from './DecisionFooter';
import { type DecisionVerdict, useDecision } from './useDecision';

const KEYS = {
  approve: 'approve',
  reject: 'reject',
  'request-changes': 'requestChanges',
} as const;

/** @public */
export interface DecisionDialogProps {
  /** As it is on the screen: its plan is what is decided about. */
  request: RequestDetail;
  api: RequestsApi;
  verdict: DecisionVerdict;
  /** Closed without a decision. */
  onClose: () => void;
  /** Recorded; with the request as it is now. */
  onDecided: (request: RequestDetail) => void;
}

/**
 * Asks for a decision about the plan that is shown. It is open as long as it is rendered. What was typed survives
 * everything but a decision and the person's own "throw away".
 *
 * @public
 */
export const DecisionDialog = (props: DecisionDialogProps) => {
  const { request, api, verdict, onClose, onDecided } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const [comment, setComment] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [isGuarding, setGuarding] = useState(false);
  // The button of the new plan comes up where the old one's was: a second click must not decide unseen.
  const [comparedDigest, setComparedDigest] = useState<string>();
  const field = useRef<HTMLDivElement>(null);
  const decision = useDecision({ request, api, verdict, onDecided });
  const { shown, before, isPending, error } = decision;

  const { allowed, because } = request.actions[verdict];
  // Decided elsewhere meanwhile: by somebody else, or in another tab.
  const [wasAllowed] = useState(allowed);
  const isOvertaken = wasAllowed && !allowed && !isPending;

  const key = KEYS[verdict];
  const needsReason = verdict !== 'approve';
  const close = () => {
    if (isPending) return;
    if (comment.trim()) setGuarding(true);
    else onClose();
  };
  const decide = () => {
    if (needsReason && !comment.trim()) {
      setMissing(true);
      field.current?.querySelector('textarea')?.focus();
      return;
    }
    decision.decide(comment);
  };

  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && close()}
      width={before ? 'min(92vw, 90rem)' : 'min(92vw, 48rem)'}
    >
      <DialogHeader>
        {t(`decision.${key}.title`, { number: String(request.number) })}
      </DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text as="p">{t(`decision.${key}.text`)}</Text>
          <TextAreaField
            ref={field}
            label={t(needsReason ? 'decision.reason' : 'decision.comment')}
            isRequired={needsReason}
            value={comment}
            onChange={setComment}
            validationBehavior="aria"
            validate={value =>
              isMissing && !value.trim()
                ? t('decision.reasonNeeded')
                : undefined
            }
          />
          {isOvertaken && (
            <Alert
              role="alert"
              status="warning"
              icon
              title={t('decision.overtaken.title')}
              description={
                <>
                  {because && <LinkedText>{because}</LinkedText>}{' '}
                  {t('decision.overtaken.next')}
                </>
              }
            />
          )}
          {error && !isOvertaken && (
            <ErrorPanel
              title={t('decision.failed')}
              error={error}
              remedy={
                describeError(error).kind === 'conflict'
                  ? t('decision.overtaken.next')
                  : undefined
              }
            />
          )}
          {before ? (
            <>
              <PlanComparison seen={before} current={shown} />
              <Checkbox
                isSelected={comparedDigest === shown.planDigest}
                onChange={is =>
                  setComparedDigest(is ? shown.planDigest : undefined)
                }
              >
                {t('decision.changed.compared')}
              </Checkbox>
            </>
          ) : (
            <>
              <Text as="h3" variant="title-x-small">
                {t('risks.title')}
              </Text>
              <RiskList risks={request.risks} />
              <Text as="h3" variant="title-x-small">
                {t('decision.plan')}
              </Text>
              {shown.view.effects && (
                <PlanEffects effects={shown.view.effects} />
              )}
              <PlanView view={shown.view} />
            </>
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <DecisionFooter
          isGuarding={isGuarding}
          onKeep={() => setGuarding(false)}
          onThrowAway={onClose}
          label={t(before ? `decision.${key}.again` : `decision.${key}.action`)}
          isDestructive={verdict === 'reject'}
          isPending={isPending}
          isDisabled={
            isOvertaken || (!!before && comparedDigest !== shown.planDigest)
          }
          onDecide={decide}
          onBack={close}
        />
      </DialogFooter>
    </Dialog>
  );
};
