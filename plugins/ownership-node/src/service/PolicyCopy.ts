// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { BreakGlassGrant } from '@fairway/backstage-plugin-ownership-common';
import { z } from 'zod';
import { loadPolicy, type CompiledPolicy } from '../engine';
import { serviceError } from './errors';
import { type Clock, systemClock } from './types';

/** How old the copy may be before it is asked for again. */
const REFRESH_AFTER_MS = 10_000;
/** A copy that could not be confirmed for so long decides nothing any more. */
const STALE_AFTER_MS = 60_000;
const REQUEST_TIMEOUT_MS = 5_000;

const policyResponseSchema = z.object({
  revision: z.string(),
  loadedAt: z.string(),
  text: z.string(),
  source: z.string(),
  grants: z
    .array(
      z.object({
        id: z.string(),
        userEntityRef: z.string(),
        reason: z.string(),
        ticket: z.string(),
        openedAt: z.string(),
        expiresAt: z.string(),
        approvedBy: z.array(z.string()),
        environment: z.string().optional(),
        service: z.string().optional(),
      }),
    )
    .default([]),
});

/** The policy and the break-glass grants that are open. @public */
export interface PolicyAndGrants {
  policy: CompiledPolicy;
  /** Each of them counts only within its own times and scope. */
  grants: BreakGlassGrant[];
}

/** The compiled policy, and when the backend was last asked and said that it holds. */
interface Copy extends PolicyAndGrants {
  revision: string;
  etag?: string;
  confirmedAt: number;
}

/**
 * The ownership policy as the ownership backend serves it, compiled in this
 * process.
 *
 * It is asked for on use, at most every 10 seconds, with the ETag of the copy
 * at hand; callers at the same time share one request. While the backend does
 * not answer, the copy decides for up to 60 seconds after its last
 * confirmation, and from then on nothing does: a revoked right must not live
 * on where a backend cannot be reached.
 *
 * @public
 */
export class PolicyCopy {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #logger: LoggerService;
  readonly #clock: Clock;
  #copy?: Copy;
  #failure?: { error: Error; at: number };
  #refreshing?: Promise<void>;

  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    logger: LoggerService;
    clock?: Clock;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#logger = options.logger;
    this.#clock = options.clock ?? systemClock;
  }

  /**
   * The policy that decides now.
   *
   * @throws ServiceUnavailableError `ownership-policy-unavailable`, `ownership-policy-stale`
   */
  async current(): Promise<CompiledPolicy> {
    return (await this.withGrants()).policy;
  }

  /**
   * The policy that decides now, and the grants that were open when the backend
   * was last asked.
   *
   * @throws ServiceUnavailableError `ownership-policy-unavailable`, `ownership-policy-stale`
   */
  async withGrants(): Promise<PolicyAndGrants> {
    if (this.#isDue()) {
      this.#refreshing ??= this.#refresh().finally(() => {
        this.#refreshing = undefined;
      });
      await this.#refreshing;
    }
    const copy = this.#copy;
    const reason = this.#failure?.error.message ?? 'it was never asked for';
    if (!copy) {
      throw serviceError(
        'ownership-policy-unavailable',
        { reason },
        { cause: this.#failure?.error },
      );
    }
    if (!this.#isWithin(copy.confirmedAt, STALE_AFTER_MS)) {
      throw serviceError(
        'ownership-policy-stale',
        {
          age: Math.round((this.#now() - copy.confirmedAt) / 1000),
          limit: STALE_AFTER_MS / 1000,
          reason,
        },
        { cause: this.#failure?.error },
      );
    }
    return { policy: copy.policy, grants: copy.grants };
  }

  #isDue(): boolean {
    if (
      !this.#copy ||
      !this.#isWithin(this.#copy.confirmedAt, STALE_AFTER_MS)
    ) {
      return true;
    }
    // A failed attempt counts as one, so that a backend that hangs does not hold up every decision.
    const last = Math.max(this.#copy.confirmedAt, this.#failure?.at ?? 0);
    return !this.#isWithin(last, REFRESH_AFTER_MS);
  }

  /** A clock that was set back makes nothing younger. */
  #isWithin(since: number, milliseconds: number): boolean {
    const age = this.#now() - since;
    return age >= 0 && age < milliseconds;
  }

  #now(): number {
    return this.#clock().getTime();
  }

  async #refresh(): Promise<void> {
    // Before the request: what the backend answers may be as old as that.
    const startedAt = this.#now();
    try {
      this.#copy = await this.#pull(startedAt);
      this.#failure = undefined;
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      this.#failure = { error, at: startedAt };
      this.#logger.warn('The ownership policy could not be refreshed', error);
    }
  }

  async #pull(confirmedAt: number): Promise<Copy> {
    const known = this.#copy;
    const response = await this.#request(known?.etag);
    if (response.status === 304 && known) {
      return { ...known, confirmedAt };
    }
    if (!response.ok) {
      throw await toError(response);
    }
    const body = policyResponseSchema.parse(await response.json());
    const { revision, grants } = body;
    const etag = response.headers.get('etag') ?? undefined;
    // Where only a grant was opened or closed, nothing has to be compiled again.
    const policy = known?.revision === revision ? known.policy : compile(body);
    return { policy, revision, grants, etag, confirmedAt };
  }

  async #request(etag: string | undefined): Promise<Response> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'ownership',
    });
    const baseUrl = await this.#discovery.getBaseUrl('ownership');
    return fetch(`${baseUrl}/policy`, {
      headers: {
        authorization: `Bearer ${token}`,
        ...(etag && { 'if-none-match': etag }),
      },
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
  }
}

function compile(body: z.infer<typeof policyResponseSchema>): CompiledPolicy {
  const { policy, errors } = loadPolicy(body.text, { source: body.source });
  if (!policy) {
    throw new Error(
      `this plugin cannot read revision "${body.revision}": ${errors[0]?.message}`,
    );
  }
  return policy;
}

/** The backend's own words where it has some: they say what to do. */
async function toError(response: Response): Promise<Error> {
  const error = await ResponseError.fromResponse(response);
  return new Error(error.cause.message || error.message, { cause: error });
}
