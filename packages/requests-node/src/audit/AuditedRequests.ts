// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Every mutation and every denied attempt leaves a line in the auditor's log; reading leaves one only when refused.
import type {
  AuditorService,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { RequestDetail } from '@fairway/requests-common';
import type { Caller, RequestService } from '../service/types';

/** Records who did what to which request. @public */
export class AuditedRequests implements RequestService {
  readonly #service: RequestService;
  readonly #auditor: AuditorService;

  static create(options: {
    service: RequestService;
    auditor: AuditorService;
  }): AuditedRequests {
    return new AuditedRequests(options);
  }

  private constructor(options: {
    service: RequestService;
    auditor: AuditorService;
  }) {
    this.#service = options.service;
    this.#auditor = options.auditor;
  }

  preview: RequestService['preview'] = (input, caller) =>
    this.#audited(
      'request-preview',
      {
        caller,
        meta: {
          kind: input.kind,
          ...(input.requestId && { requestId: input.requestId }),
        },
      },
      () => this.#service.preview(input, caller),
      preview => ({
        resources: preview.resourceRefs,
        planDigest: preview.planDigest,
      }),
    );

  create: RequestService['create'] = (input, caller) =>
    this.#audited(
      'request-create',
      { caller, meta: { kind: input.kind, submit: input.submit ?? 'review' } },
      () => this.#service.create(input, caller),
      ({ request, created }) => ({ ...factsOf(request), created }),
    );

  submit: RequestService['submit'] = (id, caller) =>
    this.#mutation('request-submit', { id, caller }, () =>
      this.#service.submit(id, caller),
    );

  discard: RequestService['discard'] = (id, caller) =>
    this.#mutation('request-discard', { id, caller }, () =>
      this.#service.discard(id, caller),
    );

  revise: RequestService['revise'] = (id, input, caller) =>
    this.#mutation('request-revise', { id, caller }, () =>
      this.#service.revise(id, input, caller),
    );

  approve: RequestService['approve'] = (id, input, caller) =>
    this.#mutation(
      'request-approve',
      { id, caller, severityLevel: 'high', meta: { seen: input.planDigest } },
      () => this.#service.approve(id, input, caller),
    );

  reject: RequestService['reject'] = (id, input, caller) =>
    this.#mutation('request-reject', { id, caller }, () =>
      this.#service.reject(id, input, caller),
    );

  requestChanges: RequestService['requestChanges'] = (id, input, caller) =>
    this.#mutation('request-changes-request', { id, caller }, () =>
      this.#service.requestChanges(id, input, caller),
    );

  cancel: RequestService['cancel'] = (id, input, caller) =>
    this.#mutation('request-cancel', { id, caller }, () =>
      this.#service.cancel(id, input, caller),
    );

  retry: RequestService['retry'] = (id, caller) =>
    this.#mutation('request-retry', { id, caller }, () =>
      this.#service.retry(id, caller),
    );

  comment: RequestService['comment'] = (id, input, caller) =>
    this.#audited(
      'request-comment',
      { caller, meta: { requestId: id } },
      () => this.#service.comment(id, input, caller),
      comment => ({ commentId: comment.id }),
    );

  list: RequestService['list'] = (input, caller) =>
    this.#service.list(input, caller);

  counts: RequestService['counts'] = (filters, caller) =>
    this.#service.counts(filters, caller);

  get: RequestService['get'] = (id, caller) =>
    this.#reading({ id, caller }, () => this.#service.get(id, caller));

  comments: RequestService['comments'] = (id, caller) =>
    this.#reading({ id, caller }, () => this.#service.comments(id, caller));

  events: RequestService['events'] = (id, caller) =>
    this.#reading({ id, caller }, () => this.#service.events(id, caller));

  logs: RequestService['logs'] = (id, input, caller) =>
    this.#reading({ id, caller }, () => this.#service.logs(id, input, caller));

  async *export(
    ...[input, caller]: Parameters<RequestService['export']>
  ): AsyncIterable<string> {
    const audit = await this.#event('request-export', {
      caller,
      meta: { format: input.format },
    });
    try {
      yield* this.#service.export(input, caller);
    } catch (error) {
      await audit.fail({ error: toError(error) });
      throw error;
    }
    await audit.success();
  }

  verify: RequestService['verify'] = caller =>
    this.#audited(
      'request-verify',
      { caller, meta: {} },
      () => this.#service.verify(caller),
      ({ ok, requests, events }) => ({ ok, requests, events }),
    );

  #mutation(
    eventId: string,
    options: {
      id: string;
      caller: Caller;
      severityLevel?: AuditorServiceEventSeverityLevel;
      meta?: JsonObject;
    },
    run: () => Promise<RequestDetail>,
  ): Promise<RequestDetail> {
    const { id, meta, ...rest } = options;
    return this.#audited(
      eventId,
      { ...rest, meta: { requestId: id, ...meta } },
      run,
      factsOf,
    );
  }

  async #reading<TResult>(
    options: { id: string; caller: Caller },
    run: () => Promise<TResult>,
  ): Promise<TResult> {
    try {
      return await run();
    } catch (error) {
      const failure = toError(error);
      if (failure.name === 'NotAllowedError') {
        const { id, caller } = options;
        const audit = await this.#event('request-read', {
          caller,
          meta: { requestId: id },
        });
        await audit.fail({ error: failure });
      }
      throw error;
    }
  }

  async #audited<TResult>(
    eventId: string,
    options: {
      caller: Caller;
      meta: JsonObject;
      severityLevel?: AuditorServiceEventSeverityLevel;
    },
    run: () => Promise<TResult>,
    record: (result: TResult) => JsonObject,
  ): Promise<TResult> {
    const audit = await this.#event(eventId, options);
    try {
      const result = await run();
      await audit.success({ meta: record(result) });
      return result;
    } catch (error) {
      const failure = toError(error);
      await audit.fail({
        error: failure,
        meta: { code: 'code' in failure ? String(failure.code) : 'unknown' },
      });
      throw error;
    }
  }

  #event(
    eventId: string,
    options: {
      caller: Caller;
      meta: JsonObject;
      severityLevel?: AuditorServiceEventSeverityLevel;
    },
  ) {
    const { caller, meta, severityLevel = 'medium' } = options;
    return this.#auditor.createEvent({
      eventId,
      // Low would be logged for debugging only, and a refused preview is an attempt.
      severityLevel,
      request: caller.request,
      meta: { initiator: caller.actor.ref, ...meta },
    });
  }
}

function factsOf(request: RequestDetail): JsonObject {
  const { id, number, kind, decision, execution, revision } = request;
  const { planDigest, resourceRefs } = request;
  return {
    requestId: id,
    number,
    kind,
    decision,
    execution,
    revision,
    planDigest,
    resources: resourceRefs,
  };
}
