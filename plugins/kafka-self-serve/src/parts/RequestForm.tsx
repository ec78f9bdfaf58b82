// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, TextAreaField } from '@backstage/ui';
import {
  type KafkaRequestKind,
  type Problem,
  parsePayload,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { type FormEvent, type ReactNode, useState } from 'react';
import { kafkaSelfServeTranslationRef } from '../translation';
import styles from './parts.module.css';
import { ProblemList, SendError } from './problems';
import { useSubmitRequest } from './useSubmitRequest';

/** Fields of a request, why it is needed, and what is wrong with it: by the rules of the server, before it is sent. */
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
  const [justification, setJustification] = useState('');
  const [wasSent, setSent] = useState(false);
  const { submit, isPending, error } = useSubmitRequest();
  const find = (): Problem[] => {
    const parsed = parsePayload(kind, payload);
    return parsed.success ? check?.() ?? [] : parsed.problems;
  };
  const problems = wasSent ? find() : [];
  const send = () => {
    setSent(true);
    if (find().some(({ severity }) => severity === 'error')) return;
    submit({ kind, payload, justification: justification.trim() || undefined });
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
    >
      {children}
      <TextAreaField
        label={t('send.reason')}
        description={t('send.reasonText')}
        rows={3}
        value={justification}
        onChange={setJustification}
      />
      {problems.length > 0 && <ProblemList problems={problems} />}
      {error && (
        <SendError error={error} title={t('send.failed')} onRetry={send} />
      )}
      <Flex gap="3">
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('send.review')}
        </Button>
        {onCancel && (
          <Button variant="tertiary" onPress={onCancel}>
            {t('send.cancel')}
          </Button>
        )}
      </Flex>
    </form>
  );
};
