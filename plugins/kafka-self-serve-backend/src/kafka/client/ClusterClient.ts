// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { setTimeout as pause } from 'node:timers/promises';
import type { ClusterMetadata } from '@platformatic/kafka';
import type { KafkaConnection } from '../../config/types';
import type { KafkaSelfServeError } from '../../errors';
import type { Outcome } from '../outcomes';
import { canTryAgain, CODES } from './answers';
import { BrokerClient, type Target } from './BrokerClient';
import type { CallArguments, CallName, CallResponse } from './calls';

const GROUP = 0;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;
/** Electing a leader, or making the first group of a new cluster, takes this long at most, mostly a tenth of it. */
const PATIENCE_MS = 8_000;

interface Answer {
  errorCode: number;
  errorMessage?: string | null;
}

/** Requests to a whole cluster: each goes to the broker that can answer it. */
export class ClusterClient {
  readonly broker: BrokerClient;
  #metadata: ClusterMetadata | undefined;

  private constructor(connection: KafkaConnection) {
    this.broker = BrokerClient.create(connection);
  }

  static create(connection: KafkaConnection): ClusterClient {
    return new ClusterClient(connection);
  }

  get cluster(): string {
    return this.broker.cluster;
  }

  async refresh(): Promise<ClusterMetadata> {
    const metadata = await this.broker.metadata();
    this.#metadata = metadata;
    return metadata;
  }

  any<Name extends CallName>(
    name: Name,
    ...args: CallArguments<Name>
  ): Promise<CallResponse<Name>> {
    return this.broker.ask('any', name, ...args);
  }

  /**
   * Kafka's brokers pass changes on to the controller, others do not. Each thing
   * that `answersOf` finds may say that this was not the controller, and is
   * then asked for again.
   */
  async controller<Name extends CallName>(
    name: Name,
    answersOf: (response: CallResponse<Name>) => readonly Answer[],
    ...args: CallArguments<Name>
  ): Promise<CallResponse<Name>> {
    return this.persist(
      async attempt =>
        this.broker.ask(await this.#controller(attempt > 0), name, ...args),
      response =>
        answersOf(response).some(
          ({ errorCode }) => errorCode === CODES.NOT_CONTROLLER,
        ),
    );
  }

  /** From each broker that is alive. */
  async everyBroker<Name extends CallName>(
    name: Name,
    ...args: CallArguments<Name>
  ): Promise<CallResponse<Name>[]> {
    const { brokers } = await this.refresh();
    return Promise.all(
      [...brokers.values()].map(broker =>
        this.broker.ask(broker, name, ...args),
      ),
    );
  }

  /**
   * Asks the coordinator of each group, all groups of one broker together. The
   * ones that have just moved are asked for again.
   */
  async coordinators<T>(
    groupIds: readonly string[],
    ask: (
      target: { id: number } & Exclude<Target, 'any'>,
      groupIds: string[],
    ) => Promise<Map<string, T & Answer>>,
  ): Promise<Map<string, T & Answer>> {
    const answers = new Map<string, T & Answer>();
    let open = [...new Set(groupIds)];
    await this.persist(
      async () => {
        const found = await this.#findCoordinators(open);
        await Promise.all(
          [...found.byBroker.values()].map(async ({ target, groups }) => {
            for (const [id, answer] of await ask(target, groups))
              answers.set(id, answer);
          }),
        );
        for (const [id, answer] of found.failed)
          answers.set(id, answer as T & Answer);
        open = open.filter(id =>
          canTryAgain(answers.get(id)?.errorCode ?? CODES.NONE),
        );
      },
      () => open.length > 0,
    );
    return answers;
  }

  /** Runs until `unfinished` is false of the answer, or the patience is at its end: then the last answer counts. */
  async persist<T>(
    run: (attempt: number) => Promise<T>,
    unfinished: (answer: T) => boolean,
  ): Promise<T> {
    const end = Date.now() + PATIENCE_MS;
    let wait = FIRST_PAUSE_MS;
    for (let attempt = 0; ; attempt += 1) {
      const answer = await run(attempt);
      if (!unfinished(answer) || Date.now() + wait > end) return answer;
      await pause(wait);
      wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
    }
  }

  outcome<T>(
    name: CallName,
    about: string,
    answer: Answer,
    value: () => T,
  ): Outcome<T> {
    return answer.errorCode === CODES.NONE
      ? { succeeded: true, value: value() }
      : { succeeded: false, error: this.error(name, about, answer) };
  }

  error(name: CallName, about: string, answer: Answer): KafkaSelfServeError {
    return this.broker.answerError(name, about, answer);
  }

  /** Whether a request is offered; an unreachable cluster is an error all the same. */
  offers(name: CallName): Promise<boolean> {
    return this.broker.offers(name);
  }

  async #controller(fresh: boolean): Promise<Target> {
    const metadata =
      fresh || !this.#metadata ? await this.refresh() : this.#metadata;
    const controller = metadata.brokers.get(metadata.controllerId);
    if (!controller) return 'any';
    if (fresh) return controller;
    // The one that was known may be gone since.
    return this.broker
      .reaches(controller)
      .then(reached => (reached ? controller : this.#controller(true)));
  }

  async #findCoordinators(groupIds: string[]) {
    const byBroker = new Map<
      number,
      {
        target: { id: number } & Exclude<Target, 'any'>;
        groups: string[];
      }
    >();
    const failed = new Map<string, Answer>();
    if (groupIds.length === 0) return { byBroker, failed };
    const { coordinators } = await this.any('FindCoordinator', GROUP, groupIds);
    for (const { key, nodeId, host, port, ...answer } of coordinators) {
      if (answer.errorCode !== CODES.NONE) {
        failed.set(key, answer);
        continue;
      }
      const entry = byBroker.get(nodeId) ?? {
        target: { id: nodeId, host, port },
        groups: [],
      };
      entry.groups.push(key);
      byBroker.set(nodeId, entry);
    }
    return { byBroker, failed };
  }
}
