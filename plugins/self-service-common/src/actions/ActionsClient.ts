// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { SelfServiceRequestOptions } from '../api';
import { callSelfService } from '../callSelfService';
import type { SelfServiceClientOptions } from '../SelfServiceClient';
import type { DriftAnswer } from './drift';
import type {
  ActionFormAnswer,
  ActionsAnswer,
  ActionStatisticsAnswer,
  EntityActionsAnswer,
} from './types';

/**
 * What can be ordered and done, and where the world is another than it was ordered. Every method rejects with a
 * `ResponseError` on failure, whose `cause.code` is stable.
 *
 * @public
 */
export interface ActionsApi {
  list(options?: SelfServiceRequestOptions): Promise<ActionsAnswer>;
  statistics(
    options?: SelfServiceRequestOptions,
  ): Promise<ActionStatisticsAnswer>;
  /** What can be done with an entity, and whether the person may. */
  ofEntity(
    entityRef: string,
    options?: SelfServiceRequestOptions,
  ): Promise<EntityActionsAnswer>;
  /** What the form of such an action starts with. */
  form(
    question: { templateRef: string; entityRef: string; environment: string },
    options?: SelfServiceRequestOptions,
  ): Promise<ActionFormAnswer>;
  drift(options?: SelfServiceRequestOptions): Promise<DriftAnswer>;
}

/**
 * HTTP client of {@link ActionsApi}, for front ends and backends.
 *
 * @public
 */
export class ActionsClient implements ActionsApi {
  readonly #options: SelfServiceClientOptions;

  static create(options: SelfServiceClientOptions): ActionsClient {
    return new ActionsClient(options);
  }

  private constructor(options: SelfServiceClientOptions) {
    this.#options = options;
  }

  list(options?: SelfServiceRequestOptions): Promise<ActionsAnswer> {
    return callSelfService(this.#options, '/actions', options);
  }

  statistics(
    options?: SelfServiceRequestOptions,
  ): Promise<ActionStatisticsAnswer> {
    return callSelfService(this.#options, '/actions/statistics', options);
  }

  ofEntity(
    entityRef: string,
    options?: SelfServiceRequestOptions,
  ): Promise<EntityActionsAnswer> {
    const query = new URLSearchParams({ entityRef });
    return callSelfService(this.#options, `/actions/entity?${query}`, options);
  }

  form(
    question: { templateRef: string; entityRef: string; environment: string },
    options?: SelfServiceRequestOptions,
  ): Promise<ActionFormAnswer> {
    const query = new URLSearchParams(question);
    return callSelfService(this.#options, `/actions/form?${query}`, options);
  }

  drift(options?: SelfServiceRequestOptions): Promise<DriftAnswer> {
    return callSelfService(this.#options, '/drift', options);
  }
}
