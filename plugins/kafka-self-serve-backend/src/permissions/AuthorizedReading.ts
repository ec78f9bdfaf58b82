// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  FilesExportQuery,
  ImportInput,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Audit } from '../audit/Audit';
import type {
  KafkaCaller,
  KafkaReading,
  PasswordDesk,
} from '../domain/services';
import { kafkaError } from '../errors';
import { assertAdministrator } from './assertAdministrator';

/** What people read; each method is called with who calls. */
export type CallerReading = {
  [Name in Exclude<keyof KafkaReading, 'entities' | 'searchTopics'>]: (
    ...parameters: [...FirstOf<KafkaReading[Name]>, KafkaCaller]
  ) => ReturnType<KafkaReading[Name]>;
};

type FirstOf<Method> = Method extends (
  ...parameters: [...infer First, infer _Viewer]
) => unknown
  ? First
  : never;

/**
 * Lets through what a caller may read: an environment that they may not see
 * reads as none, and what changes something is for administrators or owners.
 */
export class AuthorizedReading implements CallerReading {
  readonly #reading: KafkaReading;
  readonly #audit: Audit;

  static create(options: {
    reading: KafkaReading;
    audit: Audit;
  }): AuthorizedReading {
    return new AuthorizedReading(options);
  }

  private constructor(options: { reading: KafkaReading; audit: Audit }) {
    this.#reading = options.reading;
    this.#audit = options.audit;
  }

  topics: CallerReading['topics'] = (query, caller) =>
    this.#listed(query, caller, () => this.#reading.topics(query, caller));

  topic: CallerReading['topic'] = (ref, caller) =>
    this.#seen(ref.environment, caller, () => this.#reading.topic(ref, caller));

  groups: CallerReading['groups'] = (query, caller) =>
    this.#listed(query, caller, () => this.#reading.groups(query, caller));

  group: CallerReading['group'] = (ref, caller) =>
    this.#seen(ref.environment, caller, () => this.#reading.group(ref, caller));

  offsetPreview: CallerReading['offsetPreview'] = (input, caller) =>
    this.#seen(input.environment, caller, () =>
      this.#reading.offsetPreview(input, caller),
    );

  subjects: CallerReading['subjects'] = (query, caller) =>
    this.#listed(query, caller, () => this.#reading.subjects(query, caller));

  subject: CallerReading['subject'] = (ref, caller) =>
    this.#seen(ref.environment, caller, () =>
      this.#reading.subject(ref, caller),
    );

  subjectVersion: CallerReading['subjectVersion'] = (ref, caller) =>
    this.#seen(ref.environment, caller, () =>
      this.#reading.subjectVersion(ref, caller),
    );

  acls: CallerReading['acls'] = (query, caller) =>
    this.#listed(query, caller, () => this.#reading.acls(query, caller));

  drift: CallerReading['drift'] = (query, caller) =>
    this.#listed(query, caller, () => this.#reading.drift(query, caller));

  chooseDrift: CallerReading['chooseDrift'] = (id, input, caller) =>
    this.#audit.of(
      { id: 'drift-mutate', caller, meta: { drift: id, choice: input.choice } },
      () => this.#reading.chooseDrift(id, input, caller),
    );

  orphans: CallerReading['orphans'] = (query, caller) =>
    this.#listed(query, caller, () => this.#reading.orphans(query, caller));

  importSuggestions: CallerReading['importSuggestions'] = (query, caller) =>
    this.#seen(query.environment, caller, async () => {
      assertAdministrator(caller, 'import topics');
      return this.#reading.importSuggestions(query, caller);
    });

  import: CallerReading['import'] = (input: ImportInput, caller) => {
    const { environment } = input;
    const meta = { environment, topics: input.topics.length };
    return this.#audit.of({ id: 'topic-import', caller, meta }, () =>
      this.#seen(environment, caller, async () => {
        assertAdministrator(caller, 'import topics');
        return this.#reading.import(input, caller);
      }),
    );
  };

  promotionDiff: CallerReading['promotionDiff'] = (input, caller) =>
    this.#seen(input.from, caller, () => {
      const show = () => this.#reading.promotionDiff(input, caller);
      return input.to === undefined
        ? show()
        : this.#seen(input.to, caller, show);
    });

  planFile: CallerReading['planFile'] = (input, caller) =>
    this.#seen(input.environment, caller, () =>
      this.#reading.planFile(input, caller),
    );

  exportFile: CallerReading['exportFile'] = (query: FilesExportQuery, caller) =>
    this.#seen(query.environment, caller, () =>
      this.#reading.exportFile(query, caller),
    );

  /** @throws `kafka-environment-not-found`, the same as for one that is not there */
  async #seen<T>(
    name: string,
    caller: KafkaCaller,
    read: () => Promise<T>,
  ): Promise<T> {
    if (!caller.environments.includes(name)) {
      throw kafkaError('kafka-environment-not-found', { name });
    }
    return read();
  }

  async #listed<T>(
    { environment = [] }: { environment?: string[] },
    caller: KafkaCaller,
    read: () => Promise<T>,
  ): Promise<T> {
    for (const name of environment)
      await this.#seen(name, caller, async () => {});
    return read();
  }
}

/** The password of a credential, once; every try is in the audit log. */
export function auditedPasswords(
  desk: PasswordDesk,
  audit: Audit,
): {
  take(
    requestId: string,
    caller: KafkaCaller,
  ): ReturnType<PasswordDesk['take']>;
} {
  return {
    take: (requestId, caller) =>
      audit.of(
        {
          id: 'password-show',
          caller,
          meta: { request: requestId },
          severity: 'high',
        },
        () => desk.take(requestId, caller),
      ),
  };
}
