// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { AnalyticsTracker } from '@backstage/frontend-plugin-api';
import type { RequestDetail, RequestsApi } from '@fairway/requests-common';

/** Noun of every event; what kind of request it was is among the attributes. */
const SUBJECT = 'request';

/** Tells analytics what people do with requests, once it is done; reading and what was refused is not told. @public */
export function trackRequests(
  api: RequestsApi,
  analytics: Pick<AnalyticsTracker, 'captureEvent'>,
): RequestsApi {
  const told = (action: string, request?: RequestDetail) =>
    analytics.captureEvent(
      action,
      SUBJECT,
      request && {
        attributes: { kind: request.kind, operation: request.operation },
      },
    );
  const telling =
    <TInput extends unknown[]>(
      action: string,
      call: (...input: TInput) => Promise<RequestDetail>,
    ) =>
    async (...input: TInput) => {
      const request = await call(...input);
      told(action, request);
      return request;
    };

  return {
    preview: (...input) => api.preview(...input),
    list: (...input) => api.list(...input),
    counts: (...input) => api.counts(...input),
    me: (...input) => api.me(...input),
    get: (...input) => api.get(...input),
    comments: (...input) => api.comments(...input),
    events: (...input) => api.events(...input),
    logs: (...input) => api.logs(...input),
    verify: (...input) => api.verify(...input),
    submit: telling('submit', (...input) => api.submit(...input)),
    discard: telling('discard', (...input) => api.discard(...input)),
    revise: telling('revise', (...input) => api.revise(...input)),
    approve: telling('approve', (...input) => api.approve(...input)),
    reject: telling('reject', (...input) => api.reject(...input)),
    requestChanges: telling('request-changes', (...input) =>
      api.requestChanges(...input),
    ),
    cancel: telling('cancel', (...input) => api.cancel(...input)),
    retry: telling('retry', (...input) => api.retry(...input)),
    create: async (...input) => {
      const answer = await api.create(...input);
      if (answer.created) told('create', answer.request);
      return answer;
    },
    comment: async (...input) => {
      const comment = await api.comment(...input);
      told('comment');
      return comment;
    },
    export: async (...input) => {
      const stream = await api.export(...input);
      told('export');
      return stream;
    },
  };
}
