// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AnalyticsContext,
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import {
  type KafkaRequestKind,
  parsePayload,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { RequestDetail } from '@fairway/requests-common';
import { AskedChanges, Section, useLoad } from '@fairway/requests-react';
import { useCallback, useState } from 'react';
import { kafkaRequestsApiRef } from '../../api';
import { requestRouteRef } from '../../routes';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { AskForm, AskPage, useAsk } from '../ask/form';
import { PayloadFields } from './PayloadFields';

const Form = (props: { request: RequestDetail; back: string }) => {
  const { request, back } = props;
  const { number, title, actions } = request;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const [payload, setPayload] = useState(request.payload);
  const kind = request.kind as KafkaRequestKind;
  const parsed = parsePayload(kind, payload);
  const ask = useAsk({
    kind,
    payload,
    problems: parsed.success ? [] : parsed.problems,
    revised: request,
  });
  return (
    <AskForm
      ask={ask}
      title={t('revise.title', { number: String(number), title })}
      intro={t('revise.text')}
      back={back}
    >
      <AskedChanges request={request} />
      {actions.approve.allowed && (
        <Alert
          status="warning"
          icon
          title={t('revise.decider.title')}
          description={t('revise.decider.text')}
        />
      )}
      <Section title={t('revise.section')}>
        <PayloadFields payload={payload} onChange={setPayload} />
      </Section>
    </AskForm>
  );
};

/** Edits what was asked for: its author, or whoever decides about it and then decides no more. */
export const RevisePage = (props: { id: string }) => {
  const { id } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaRequestsApiRef);
  const back = useRouteRef(requestRouteRef)?.({ id }) ?? '';
  const loaded = useLoad(
    useCallback((signal: AbortSignal) => api.get(id, { signal }), [api, id]),
  );
  const { value } = loaded;
  const label = value
    ? t('requests.name', { number: String(value.number), title: value.title })
    : id;
  return (
    <AnalyticsContext attributes={{ requestId: id }}>
      <AskPage
        title={t('revise.name')}
        about={{ name: label, href: back }}
        loaded={loaded}
        words={{
          loading: t('revise.loading'),
          error: t('revise.error'),
          notAllowed: t('revise.notAllowed'),
          refused: t('revise.notAllowed'),
        }}
        actionOf={({ actions }) => actions.revise}
      >
        {request => <Form request={request} back={back} />}
      </AskPage>
    </AnalyticsContext>
  );
};
