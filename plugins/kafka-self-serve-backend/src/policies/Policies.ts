// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  PoliciesAnswer,
  TopicPolicyInput,
  TopicPolicyView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Audit } from '../audit/Audit';
import type { KafkaCaller } from '../domain/services';
import type { StoredEnvironment, StoredPolicy } from '../domain/stored';
import type { KafkaStores } from '../domain/stores';
import { kafkaError } from '../errors';
import { assertAdministrator } from '../permissions/assertAdministrator';

/** Topic policies: everybody sees them, administrators write them. */
export class Policies {
  readonly #stores: KafkaStores;
  readonly #audit: Audit;

  static create(options: { stores: KafkaStores; audit: Audit }): Policies {
    return new Policies(options);
  }

  private constructor(options: { stores: KafkaStores; audit: Audit }) {
    this.#stores = options.stores;
    this.#audit = options.audit;
  }

  async list(caller: KafkaCaller): Promise<PoliciesAnswer> {
    const environments = await this.#visible(caller);
    const policies = await this.#stores.policies.list();
    return {
      items: policies.map(policy => toView(policy, environments)),
      actions: {
        edit: caller.isAdministrator
          ? { allowed: true }
          : {
              allowed: false,
              because:
                'Only administrators of Kafka self-serve write policies.',
            },
      },
    };
  }

  async get(name: string, caller: KafkaCaller): Promise<TopicPolicyView> {
    const policy = await this.#stores.policies.get(name);
    if (!policy) throw kafkaError('kafka-not-found', { type: 'policy', name });
    return toView(policy, await this.#visible(caller));
  }

  async put(
    name: string,
    input: TopicPolicyInput & { rowVersion?: number },
    caller: KafkaCaller,
  ): Promise<TopicPolicyView> {
    return this.#change('update', name, caller, async () => {
      await this.#assertOwn(name);
      await this.#stores.policies.put({ ...input, name, configured: false });
      return this.get(name, caller);
    });
  }

  async remove(name: string, caller: KafkaCaller): Promise<void> {
    await this.#change('delete', name, caller, async () => {
      await this.get(name, caller);
      await this.#assertOwn(name);
      await this.#stores.transaction(async stores => {
        const used = (await stores.environments.list()).filter(
          ({ policyRefs }) => policyRefs.includes(name),
        );
        if (used.length > 0) {
          const environments = used.map(each => each.name).join(', ');
          throw kafkaError('kafka-policy-in-use', { name, environments });
        }
        await stores.policies.remove(name);
      });
    });
  }

  async #visible({ environments }: KafkaCaller): Promise<StoredEnvironment[]> {
    const all = await this.#stores.environments.list();
    return all.filter(({ name }) => environments.includes(name));
  }

  async #assertOwn(name: string): Promise<void> {
    if ((await this.#stores.policies.get(name))?.configured) {
      throw kafkaError('kafka-policy-configured', { name });
    }
  }

  #change<T>(
    actionType: string,
    name: string,
    caller: KafkaCaller,
    work: () => Promise<T>,
  ): Promise<T> {
    const meta = { actionType, policy: name };
    return this.#audit.of({ id: 'policy-mutate', caller, meta }, async () => {
      assertAdministrator(caller, 'write topic policies');
      return work();
    });
  }
}

function toView(
  policy: StoredPolicy,
  environments: readonly StoredEnvironment[],
): TopicPolicyView {
  return {
    ...policy,
    environments: environments
      .filter(({ policyRefs }) => policyRefs.includes(policy.name))
      .map(({ name }) => name),
  };
}
