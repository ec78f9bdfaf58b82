// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { KafkaRequestKind } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { JsonObject } from '@backstage/types';
import { useOnce } from '@fairway/requests-react';
import { useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { requestRouteRef } from '../routes';
import { useKafkaRequests } from '../useKafkaRequests';

/** What is asked for. */
export interface Asked {
  kind: KafkaRequestKind | (string & {});
  /** As its schema says; the server checks it. */
  payload: object;
  justification?: string;
  /** `review` if left out: a draft on its page. */
  submit?: 'now' | 'review';
}

/** Not `randomUUID`: browsers have it in secure contexts only. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** Makes a request and opens its page. The same content sent again is the same request. */
export function useSubmitRequest() {
  const api = useKafkaRequests();
  const navigate = useNavigate();
  const link = useRouteRef(requestRouteRef);
  const last = useRef<{ content: string; key: string }>();
  const { run, isPending, error, reset } = useOnce();
  const submit = (asked: Asked) =>
    run(async () => {
      const content = JSON.stringify(asked);
      if (last.current?.content !== content) {
        last.current = { content, key: newKey() };
      }
      const { request } = await api.create({
        ...asked,
        payload: asked.payload as JsonObject,
        submit: asked.submit ?? 'review',
        idempotencyKey: last.current.key,
      });
      const to = link?.({ id: request.id });
      if (to) navigate(to);
    });
  return { submit, isPending, error, reset };
}
