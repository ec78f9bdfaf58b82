// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { SelfServiceRequestOptions } from './api';
import { callSelfService } from './callSelfService';
import type { SelfServiceClientOptions } from './SelfServiceClient';

/** Kind of a request for a longer life than the maximum. @public */
export const LIFETIME_KIND = 'lifetime';

/** Payload of a request of kind `lifetime`. @public */
export type LifetimePayload = {
  /** Of the resource, as `GET /resources` answers it. */
  resourceId: string;
  /** ISO 8601. */
  until: string;
};

/** Plan of a request of kind `lifetime`. @public */
export type LifetimePlan = {
  resourceId: string;
  /** Left out for what was dispatched. */
  repoUrl?: string;
  /** Who made it, where that was dispatched. */
  receiver?: string;
  path: string;
  environment: string;
  service: string;
  /** When it would end without, ISO 8601. */
  from: string;
  until: string;
};

/**
 * Where a resource is in its life: without an end; counting; warned; in grace after its end; its removal asked for; kept
 * after somebody said no to its removal; taken out of Git by somebody.
 *
 * @public
 */
export type LifetimePhase =
  | 'endless'
  | 'counting'
  | 'expiring'
  | 'grace'
  | 'removing'
  | 'kept'
  | 'gone';

/** The end of a resource. @public */
export type ResourceLifetime = {
  /** As it was ordered: `P14D`. */
  duration: string;
  /** ISO 8601, as all times here. */
  expiresAt: string;
  /** When its removal is asked for: the grace comes between. */
  removalAt: string;
  /** Up to when its owner extends it without an approval; left out where nothing says. */
  maximumAt?: string;
  /** The module is protected: it never ends, whatever was ordered. */
  protected?: true;
  /** Why its removal cannot be asked for now: a freeze, another request. It is tried again. */
  heldBackBecause?: string;
  /** Why it stays: the rejection of its removal. */
  keptBecause?: string;
  /** Of its removal, where it is asked for. */
  removalRequestId?: string;
};

/** What a request has made, as `GET /resources` answers it. @public */
export type ManagedResource = {
  id: string;
  /** Its folder's name. */
  name: string;
  /** In the catalog. */
  entityRef?: string;
  /** Left out for what was dispatched. */
  repoUrl?: string;
  /** Who made it, where that was dispatched. */
  receiver?: string;
  path: string;
  environment: string;
  service: string;
  module?: { name: string; version: string };
  ownerRef?: string;
  requesterRef: string;
  /** Of its last change. */
  requestId: string;
  phase: LifetimePhase;
  lifetime?: ResourceLifetime;
  /** Whether the caller may extend and keep it. */
  mayExtend: boolean;
};

/** One line of a resource's own history. @public */
export type ResourceEvent = {
  at: string;
  /**
   * `counting`, `warned`, `expired`, `clock-went-back`, `held-back`, `removal-requested`, `removal-ended`, `kept`,
   * `extended`, `gone`, `found-again`.
   */
  type: string;
  actorRef: string;
  /** For people. */
  message: string;
  reason?: string;
  /** The request it speaks of. */
  requestId?: string;
};

/** Answer of `GET /resources/:id`. @public */
export type ResourceDetail = ManagedResource & {
  /** Newest first. */
  history: ResourceEvent[];
};

/** Query of `GET /resources`. @public */
export interface ListResourcesInput {
  /** `mine` (if left out): of the caller and their groups; `all`: for administrators. */
  view?: 'mine' | 'all';
  /** Only what ends, the next to end first. */
  expiring?: boolean;
  cursor?: string;
  /** 50 if left out, 200 at most. */
  limit?: number;
}

/** Answer of `GET /resources` and `GET /expiring`. @public */
export interface ResourcePage {
  items: ManagedResource[];
  nextCursor?: string;
}

/** Body of `POST /resources/:id/extend`: `until` a moment or `by` a duration from its end on. @public */
export interface ExtendInput {
  until?: string;
  /** ISO 8601 duration: `P7D`. */
  by?: string;
  reason: string;
}

/** Answer of `POST /resources/:id/extend`. @public */
export interface ExtendAnswer {
  resource: ResourceDetail;
  /** It is longer than the maximum, so somebody has to say yes to this request. */
  request?: { id: string; number: number };
}

/** Resources with their ends. @public */
export interface LifetimesApi {
  listResources(
    input?: ListResourcesInput,
    options?: SelfServiceRequestOptions,
  ): Promise<ResourcePage>;
  getResource(
    id: string,
    options?: SelfServiceRequestOptions,
  ): Promise<ResourceDetail>;
  extendResource(
    id: string,
    input: ExtendInput,
    options?: SelfServiceRequestOptions,
  ): Promise<ExtendAnswer>;
  /** Takes back the removal that is asked for or about to be. */
  keepResource(
    id: string,
    input: { reason: string },
    options?: SelfServiceRequestOptions,
  ): Promise<ResourceDetail>;
}

/** HTTP client of {@link LifetimesApi}. @public */
export class LifetimesClient implements LifetimesApi {
  readonly #options: SelfServiceClientOptions;

  static create(options: SelfServiceClientOptions): LifetimesClient {
    return new LifetimesClient(options);
  }

  private constructor(options: SelfServiceClientOptions) {
    this.#options = options;
  }

  listResources: LifetimesApi['listResources'] = (input = {}, options) => {
    const query = new URLSearchParams(
      Object.entries(input).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)]],
      ),
    );
    return callSelfService(this.#options, `/resources?${query}`, options);
  };

  getResource: LifetimesApi['getResource'] = (id, options) =>
    callSelfService(
      this.#options,
      `/resources/${encodeURIComponent(id)}`,
      options,
    );

  extendResource: LifetimesApi['extendResource'] = (id, input, options) =>
    callSelfService(
      this.#options,
      `/resources/${encodeURIComponent(id)}/extend`,
      options,
      input,
    );

  keepResource: LifetimesApi['keepResource'] = (id, input, options) =>
    callSelfService(
      this.#options,
      `/resources/${encodeURIComponent(id)}/keep`,
      options,
      input,
    );
}
