// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import type {
  ChainReport,
  CreateRequestInput,
  DecideInput,
  ListRequestsInput,
  PreviewRequestInput,
  RequestComment,
  RequestCounts,
  RequestDetail,
  RequestEvent,
  RequestFilters,
  RequestLogLine,
  RequestPage,
  RequestPreview,
} from '@fairway/requests-common';
import type { RequestCriterion, StoredRequest } from '../store/types';
import type { Actor } from '../types';

/** A person who calls, with what is known of them at this moment. @public */
export interface Caller {
  actor: Extract<Actor, { type: 'user' }>;
  /** Whether they are an administrator of this plugin's requests. */
  isAdministrator: boolean;
  /** What the company's permission policy lets them see; pass it on to the store. Everything if left out. */
  criteria?: PermissionCriteria<RequestCriterion>;
  /** The call that it came with, for the audit log. */
  request?: import('express').Request;
}

/**
 * The requests of one plugin: every rule of who may do what, when, is behind this; the router only parses and answers.
 *
 * Errors are of the package's catalogue (`errors.ts`) or the kind's own.
 *
 * @public
 */
export interface RequestService {
  preview(input: PreviewRequestInput, caller: Caller): Promise<RequestPreview>;
  create(
    input: CreateRequestInput,
    caller: Caller,
  ): Promise<{ request: RequestDetail; created: boolean }>;
  list(input: ListRequestsInput, caller: Caller): Promise<RequestPage>;
  counts(filters: RequestFilters, caller: Caller): Promise<RequestCounts>;
  /** @throws NotFoundError `request-not-found`, NotAllowedError `request-not-readable` */
  get(id: string, caller: Caller): Promise<RequestDetail>;
  submit(id: string, caller: Caller): Promise<RequestDetail>;
  discard(id: string, caller: Caller): Promise<RequestDetail>;
  revise(
    id: string,
    input: { payload: JsonObject; justification?: string; rowVersion?: number },
    caller: Caller,
  ): Promise<RequestDetail>;
  approve(
    id: string,
    input: DecideInput,
    caller: Caller,
  ): Promise<RequestDetail>;
  reject(
    id: string,
    input: DecideInput,
    caller: Caller,
  ): Promise<RequestDetail>;
  requestChanges(
    id: string,
    input: DecideInput,
    caller: Caller,
  ): Promise<RequestDetail>;
  cancel(
    id: string,
    input: { comment?: string },
    caller: Caller,
  ): Promise<RequestDetail>;
  retry(id: string, caller: Caller): Promise<RequestDetail>;
  comment(
    id: string,
    input: { text: string },
    caller: Caller,
  ): Promise<RequestComment>;
  comments(id: string, caller: Caller): Promise<RequestComment[]>;
  events(
    id: string,
    caller: Caller,
  ): Promise<{ items: RequestEvent[]; chain: ChainReport }>;
  logs(
    id: string,
    input: { after: number },
    caller: Caller,
  ): Promise<{ items: RequestLogLine[]; more: boolean }>;
  /** Chunks of text, one or more whole records each. */
  export(
    input: RequestFilters & { format: 'ndjson' | 'csv' },
    caller: Caller,
  ): AsyncIterable<string>;
  /** Administrators only. */
  verify(caller: Caller): Promise<ChainReport>;
}

/** What the plugin itself may do with its requests, beside its kinds. No person stands behind it, so it decides nothing. @public */
export interface RequestOperations {
  /** Hands a message to the request's steps and wakes them; false for a known id, which is dropped. */
  deliver(
    id: string,
    message: { id: string; topic: string; data: JsonObject },
  ): Promise<boolean>;
  appendLogs(
    id: string,
    lines: { stepId?: string; text: string }[],
  ): Promise<void>;
  /**
   * Plans again after the world changed under an open request (a push to its branch): another digest makes a new revision,
   * whose authors cannot approve it, and approvals lapse. Not once anything irreversible has begun.
   */
  replan(
    id: string,
    options: { actorRef: string; authorRefs: string[]; message: string },
  ): Promise<void>;
  /**
   * Ends an open request that the world has ended (its pull request was closed): cancelled, with the reason. False where it
   * is decided already, which this does not touch.
   */
  withdraw(
    id: string,
    options: { actorRef: string; message: string },
  ): Promise<boolean>;
  /**
   * Opens a request in the name of a person who is not there: planned with their authority, submitted by the plugin. The
   * same key of the same person gives the one that there is, submitted if it was left a draft. What approves by itself
   * waits for that person, since they have not seen it.
   *
   * @throws what the kind throws to refuse, ConflictError `resource-busy`
   */
  openOnBehalf(
    input: Omit<CreateRequestInput, 'submit'>,
    options: { requesterRef: string; actorRef: string },
  ): Promise<StoredRequest>;
  /** Tries a failed step again. @throws ConflictError `retry-not-possible` */
  retryOnBehalf(id: string, options: { actorRef: string }): Promise<void>;
}
