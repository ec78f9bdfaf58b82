// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The company's permission policy, asked before the engine. It can only take away: whatever it allows, the engine's own
// rules (who reads, who decides, nobody their own) come after it.
import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type BasicPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import type { RequestPermissions } from '@fairway/requests-common';
import { requestError } from '../errors';
import type { Caller, RequestService } from '../service/types';
import type { RequestCriterion } from '../store/types';

/** What the decorator asks. @public */
export interface AuthorizedRequestsOptions {
  service: RequestService;
  permissions: PermissionsService;
  requestPermissions: RequestPermissions;
  /** `permissionsRegistry.getPermissionRuleset(resourceRef)` */
  ruleset: Parameters<typeof createConditionTransformer<RequestCriterion>>[0];
}

/** Lets through what the permission policy allows. @public */
export class AuthorizedRequests implements RequestService {
  readonly #service: RequestService;
  readonly #options: AuthorizedRequestsOptions;
  readonly #criteriaOf: ReturnType<
    typeof createConditionTransformer<RequestCriterion>
  >;

  static create(options: AuthorizedRequestsOptions): AuthorizedRequests {
    return new AuthorizedRequests(options);
  }

  private constructor(options: AuthorizedRequestsOptions) {
    this.#service = options.service;
    this.#options = options;
    this.#criteriaOf = createConditionTransformer(options.ruleset);
  }

  preview: RequestService['preview'] = async (input, caller) => {
    const { requestId: id } = input;
    if (id === undefined) {
      await this.#basic(this.#permission.create, caller);
    } else {
      await this.#resource(this.#permission.read, { id, caller });
      await this.#resource(this.#permission.update, { id, caller });
    }
    return this.#service.preview(input, caller);
  };

  create: RequestService['create'] = async (input, caller) => {
    await this.#basic(this.#permission.create, caller);
    return this.#service.create(input, caller);
  };

  list: RequestService['list'] = async (input, caller) =>
    this.#service.list(input, await this.#narrowed(caller));

  counts: RequestService['counts'] = async (filters, caller) =>
    this.#service.counts(filters, await this.#narrowed(caller));

  async *export(
    ...[input, caller]: Parameters<RequestService['export']>
  ): AsyncIterable<string> {
    yield* this.#service.export(input, await this.#narrowed(caller));
  }

  verify: RequestService['verify'] = caller => this.#service.verify(caller);

  get: RequestService['get'] = this.#gated('read', 'get');
  comments: RequestService['comments'] = this.#gated('read', 'comments');
  events: RequestService['events'] = this.#gated('read', 'events');
  logs: RequestService['logs'] = this.#gated('read', 'logs');
  submit: RequestService['submit'] = this.#gated('update', 'submit');
  discard: RequestService['discard'] = this.#gated('update', 'discard');
  revise: RequestService['revise'] = this.#gated('update', 'revise');
  cancel: RequestService['cancel'] = this.#gated('update', 'cancel');
  retry: RequestService['retry'] = this.#gated('update', 'retry');
  comment: RequestService['comment'] = this.#gated('update', 'comment');
  approve: RequestService['approve'] = this.#gated('decide', 'approve');
  reject: RequestService['reject'] = this.#gated('decide', 'reject');
  requestChanges: RequestService['requestChanges'] = this.#gated(
    'decide',
    'requestChanges',
  );

  get #permission(): RequestPermissions {
    return this.#options.requestPermissions;
  }

  /** A call about one request: reading is asked first, so that a refusal tells nothing of what may not be read. */
  #gated<TName extends GatedName>(
    verb: 'read' | 'update' | 'decide',
    name: TName,
  ): RequestService[TName] {
    const call = async (id: string, ...rest: unknown[]) => {
      const caller = rest[rest.length - 1] as Caller;
      const asked = [this.#permission.read];
      if (verb !== 'read') asked.push(this.#permission[verb]);
      for (const permission of asked) {
        await this.#resource(permission, { id, caller });
      }
      const run = this.#service[name] as (
        ...parameters: unknown[]
      ) => Promise<unknown>;
      return run.call(this.#service, id, ...rest);
    };
    return call as RequestService[TName];
  }

  async #basic(permission: BasicPermission, caller: Caller): Promise<void> {
    const [{ result }] = await this.#options.permissions.authorize(
      [{ permission }],
      { credentials: credentialsOf(caller) },
    );
    if (result !== AuthorizeResult.ALLOW) throw refusal(permission, caller);
  }

  async #resource(
    permission: ResourcePermission,
    options: { id: string; caller: Caller },
  ): Promise<void> {
    const { id, caller } = options;
    const [{ result }] = await this.#options.permissions.authorize(
      [{ permission, resourceRef: id }],
      { credentials: credentialsOf(caller) },
    );
    if (result !== AuthorizeResult.ALLOW) throw refusal(permission, caller);
  }

  async #narrowed(caller: Caller): Promise<Caller> {
    const permission = this.#permission.read;
    const [decision] = await this.#options.permissions.authorizeConditional(
      [{ permission }],
      { credentials: credentialsOf(caller) },
    );
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return caller;
      case AuthorizeResult.CONDITIONAL:
        return { ...caller, criteria: this.#criteriaOf(decision.conditions) };
      default:
        throw refusal(permission, caller);
    }
  }
}

type GatedName =
  | 'get'
  | 'comments'
  | 'events'
  | 'logs'
  | 'submit'
  | 'discard'
  | 'revise'
  | 'cancel'
  | 'retry'
  | 'comment'
  | 'approve'
  | 'reject'
  | 'requestChanges';

function credentialsOf({ actor }: Caller) {
  if (actor.credentials) return actor.credentials;
  throw requestError('request-user-required', {});
}

function refusal(permission: { name: string }, { actor }: Caller) {
  return requestError('request-not-permitted', {
    permission: permission.name,
    user: actor.ref,
  });
}
