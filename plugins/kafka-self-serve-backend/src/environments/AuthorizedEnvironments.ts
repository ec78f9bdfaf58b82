// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { kafkaResourceRefreshPermission } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Audit } from '../audit/Audit';
import type { KafkaCaller } from '../domain/services';
import { kafkaError } from '../errors';
import type { KafkaCallers } from '../permissions/KafkaCallers';
import { assertAdministrator } from '../permissions/assertAdministrator';
import type { EnvironmentService } from './types';

const SET_UP = 'set up environments';

/** Everybody sees what the permission policy shows them; administrators change. */
export class AuthorizedEnvironments implements EnvironmentService {
  readonly #service: EnvironmentService;
  readonly #callers: Pick<KafkaCallers, 'allows'>;
  readonly #audit: Audit;

  static create(options: {
    service: EnvironmentService;
    callers: Pick<KafkaCallers, 'allows'>;
    audit: Audit;
  }): AuthorizedEnvironments {
    return new AuthorizedEnvironments(options);
  }

  private constructor(options: {
    service: EnvironmentService;
    callers: Pick<KafkaCallers, 'allows'>;
    audit: Audit;
  }) {
    this.#service = options.service;
    this.#callers = options.callers;
    this.#audit = options.audit;
  }

  list: EnvironmentService['list'] = caller => this.#service.list(caller);

  get: EnvironmentService['get'] = (name, caller) =>
    this.#service.get(name, caller);

  create: EnvironmentService['create'] = (input, caller) =>
    this.#change('create', input.name, caller, () =>
      this.#service.create(input, caller),
    );

  update: EnvironmentService['update'] = (name, input, caller) =>
    this.#change('update', name, caller, () =>
      this.#service.update(name, input, caller),
    );

  remove: EnvironmentService['remove'] = (name, caller) =>
    this.#change('delete', name, caller, () =>
      this.#service.remove(name, caller),
    );

  test: EnvironmentService['test'] = async (input, caller) => {
    assertAdministrator(caller, 'test connections');
    return this.#service.test(input, caller);
  };

  definitions: EnvironmentService['definitions'] = async caller => {
    assertAdministrator(caller, 'export environments');
    return this.#service.definitions(caller);
  };

  connections: EnvironmentService['connections'] = async caller => {
    assertAdministrator(caller, 'see connections');
    return this.#service.connections(caller);
  };

  sync: EnvironmentService['sync'] = async (name, caller) => {
    if (!(await this.#callers.allows(kafkaResourceRefreshPermission, caller))) {
      throw kafkaError('kafka-permission-denied', {
        what: 'read a cluster again',
      });
    }
    return this.#service.sync(name, caller);
  };

  #change<T>(
    actionType: string,
    name: string,
    caller: KafkaCaller,
    work: () => Promise<T>,
  ): Promise<T> {
    const event = {
      id: 'environment-mutate',
      caller,
      meta: { actionType, environment: name },
    };
    return this.#audit.of(event, async () => {
      assertAdministrator(caller, SET_UP);
      return work();
    });
  }
}
