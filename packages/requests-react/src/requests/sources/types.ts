// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  RequestDetail,
  RequestsApi,
  RequestSummary,
} from '@fairway/requests-common';
import type { ReactNode } from 'react';

/**
 * The requests of one plugin, and what only that plugin knows about them. Everything else on the pages is the same
 * for every source.
 *
 * @public
 */
export interface RequestSource {
  /** Id of the plugin, which is also the channel of its signals: `requests:<id>`. */
  id: string;
  /** For people: "Infrastructure". */
  title: string;
  api: RequestsApi;
  /** Path of a request's page in the portal, beginning with `/`; `undefined` where the page is not installed. */
  pageOf(request: Pick<RequestSummary, 'id'>): string | undefined;
  /** Names of its kinds for people; an unnamed one is shown by its id. */
  kinds?: Record<string, string>;
  /** Path of the form that edits the payload again, for `revise`. */
  revisionOf?(request: RequestDetail): string | undefined;
  /** The payload for people, in place of the plain list of fields. */
  renderPayload?(request: RequestDetail): ReactNode;
  /** Further sections of the request's page, after the plan. */
  extraSections?(request: RequestDetail): ReactNode;
  /** Further buttons beside those that every request has: "Extend". */
  extraActions?(request: RequestDetail): ReactNode;
  /**
   * The entity that the request makes, changes or removes; the last step of the stepper is seen by looking for it in
   * the catalog. Without it the stepper ends at the last step of the plan.
   */
  entityOf?(request: RequestDetail): string | undefined;
  /** Entity refs of those who can help with a failure. */
  askFor?(request: RequestDetail): string[];
  /** Access of this plugin that ends by itself, as far as the person may see it. */
  temporaryAccess?(options?: {
    signal?: AbortSignal;
  }): Promise<TemporaryAccess[]>;
}

/** Access that ends by itself at the time that was approved. @public */
export interface TemporaryAccess {
  /** Unique within its source. */
  id: string;
  /** For people: "Access of payments-reader to orders.created". */
  title: string;
  /** Of the ownership policy; left out: every one. */
  environment?: string;
  /** Entity refs of those who have it. */
  holderRefs: string[];
  /** ISO 8601. */
  expiresAt: string;
  /** Path of its page in the portal, beginning with `/`. */
  page?: string;
}

/** A request of a merged list. @public */
export interface SourcedRequest {
  /** Unique over all sources. */
  id: string;
  source: RequestSource;
  request: RequestSummary;
}

/** A source that did not answer, and why. @public */
export interface SourceError {
  source: RequestSource;
  error: Error;
}
