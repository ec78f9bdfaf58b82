// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { Button, TextAreaField } from '@backstage/ui';
import {
  type KafkaRequestKind,
  parsePayload,
  type Problem,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { LeaveQuestion, useLeaveGuard } from '@fairway/requests-react';
import type { FormEvent, ReactNode } from 'react';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskActions } from './AskActions';
import styles from './form.module.css';
import { PlanPanel } from './PlanPanel';
import { Refused } from './Refused';
import { useAsk } from './useAsk';

/** A small form that becomes a request, in a page or a part of one: fields, the reason, and the plan below. */
export const RequestForm = (props: {
  kind: KafkaRequestKind;
  payload: object;
  /** What else is wrong, by the rules that look at more than the payload. */
  check?: () => Problem[];
  onCancel?: () => void;
  children: ReactNode;
}) => {
  const { kind, payload, check, onCancel, children } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const parsed = parsePayload(kind, payload);
  const ask = useAsk({
    kind,
    payload: payload as JsonObject,
    problems: parsed.success ? check?.() ?? [] : parsed.problems,
  });
  const guard = useLeaveGuard(ask.isUnsaved);
  return (
    <form
      className={styles.column}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        ask.showPlan();
      }}
    >
      {children}
      <TextAreaField
        label={t('send.reason')}
        description={t('send.reasonText')}
        rows={3}
        value={ask.reason}
        onChange={ask.setReason}
      />
      <Refused ask={ask} />
      <AskActions ask={ask}>
        {onCancel && (
          <Button variant="tertiary" onPress={() => guard.close(onCancel)}>
            {t('send.cancel')}
          </Button>
        )}
      </AskActions>
      <PlanPanel ask={ask} />
      <LeaveQuestion guard={guard} />
    </form>
  );
};
