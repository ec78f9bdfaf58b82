// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isError } from '@backstage/errors';
import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import type { ApprovalRule, ApprovalStage } from '@fairway/requests-common';
import type { PeopleDirectory } from '@fairway/requests-node';
import type {
  Authority,
  AuthorityQuestion,
  FurtherApprovals,
  PolicyPlaces,
} from '../domain/authority';
import { kafkaError } from '../errors';

const ACTION = 'store.request';
/** What the policy answers about names that it does not have. */
const UNKNOWN = /^(?:unknown-(?:environment|store)$|not-in-environment:)/;
/** Ids of our own stages, beside those of the policy. */
const OWNERS = 'resource-owner';
const ADMINISTRATORS = 'kafka-administrators';

export interface PolicyAuthorityOptions {
  people: PeopleDirectory;
  /** Users and groups by the configuration, as entity refs. */
  administrators: readonly string[];
  /** Left out: no policy is installed, so owners ask and administrators decide. */
  ownership?: OwnershipService;
}

/** Owners by the catalog, the rest by the ownership policy. Nothing that cannot be decided is allowed. */
export class PolicyAuthority implements Authority, PolicyPlaces {
  readonly #people: PeopleDirectory;
  readonly #administrators: readonly string[];
  readonly #ownership: OwnershipService | undefined;

  static create(options: PolicyAuthorityOptions): PolicyAuthority {
    return new PolicyAuthority(options);
  }

  private constructor(options: PolicyAuthorityOptions) {
    this.#people = options.people;
    this.#administrators = options.administrators.map(folded);
    this.#ownership = options.ownership;
  }

  async isAdministrator(userRef: string): Promise<boolean> {
    const refs = await this.#people.refsOf(userRef);
    return this.#isAdministrator(refs);
  }

  async assertMayRequest(question: AuthorityQuestion): Promise<void> {
    const { requesterRef, ownerRefs, subject, environment } = question;
    const refs = await this.#people.refsOf(requesterRef);
    const isOwner = isAmong(refs, ownerRefs);
    if (ownerRefs.length > 0 && !isOwner && !this.#isAdministrator(refs)) {
      throw kafkaError('kafka-not-owner', {
        user: requesterRef,
        subject,
        owners: ownerRefs.join(', '),
      });
    }
    if (!environment || !this.#ownership) return;
    const decision = await this.#ask(question, options =>
      this.#ownership!.decide(options),
    );
    if (decision?.decision !== 'allow') {
      throw kafkaError('kafka-denied', {
        user: requesterRef,
        subject,
        reason: decision?.message ?? 'it gave no answer.',
      });
    }
  }

  async approvalOf(
    question: AuthorityQuestion,
    further: FurtherApprovals = {},
  ): Promise<ApprovalRule> {
    const refs = await this.#people.refsOf(question.requesterRef);
    const stages: ApprovalStage[] = [];
    const by: string[] = [];
    for (const { id, groupRefs } of further.owners ?? []) {
      if (groupRefs.length === 0 || isAmong(refs, groupRefs)) continue;
      by.push(OWNERS);
      stages.push(stageOf(`${OWNERS}:${id}`, groupRefs));
    }
    if (question.environment && this.#ownership) {
      const required = await this.#ask(question, options =>
        this.#ownership!.approvalsFor(options),
      );
      by.push(...(required?.by ?? []));
      if (!required || required.mode === 'none') {
        return {
          mode: 'none',
          by,
          message: `The ownership policy names nobody who could approve what is asked of "${question.environment.store}" in "${question.environment.environment}". Ask the platform team to add an entry to its approvals.`,
        };
      }
      for (const { entry, ...stage } of required.stages) {
        const { from, count, rejectAfter, decideWithin, remindAfter } = stage;
        stages.push({
          id: entry,
          from,
          count,
          rejectAfter,
          ...(decideWithin && { decideWithin }),
          ...(remindAfter && { remindAfter }),
        });
      }
    } else if (stages.length === 0 || further.administrators) {
      return this.#withAdministrators(stages, by);
    }
    if (further.administrators) return this.#withAdministrators(stages, by);
    const distinct = distinctStages(stages);
    return distinct.length > 0
      ? { mode: 'stages', by: [...new Set(by)], stages: distinct }
      : { mode: 'auto', by: [...new Set(by)] };
  }

  async placeFault(options: {
    userRef: string;
    environment: string;
    store: string;
  }): Promise<string | undefined> {
    const { userRef, environment, store } = options;
    const decision = await this.#ask(
      {
        requesterRef: userRef,
        environment: { name: environment, environment, store },
        ownerRefs: [],
        subject: store,
      },
      ask => this.#ownership?.decide(ask) ?? Promise.resolve(undefined),
    );
    const unknown = [decision, ...(decision?.legs ?? [])].some(
      leg => leg && UNKNOWN.test(leg.by),
    );
    return unknown ? decision?.message : undefined;
  }

  async tiers(userRef: string): Promise<ReadonlyMap<string, string>> {
    const targets =
      (await this.#ownership?.myTargets({
        userEntityRef: userRef,
        action: ACTION,
      })) ?? [];
    return new Map(
      targets.flatMap(({ environment, tier }) =>
        tier === undefined ? [] : [[folded(environment), tier] as const],
      ),
    );
  }

  #withAdministrators(stages: ApprovalStage[], by: string[]): ApprovalRule {
    if (this.#administrators.length === 0) {
      return {
        mode: 'none',
        by,
        message:
          'Kafka self-serve has no administrators, and one has to approve this. Ask whoever runs the portal to name a group under kafkaSelfServe.administrators.',
      };
    }
    return {
      mode: 'stages',
      by: [...new Set([...by, ADMINISTRATORS])],
      stages: distinctStages([
        ...stages,
        stageOf(ADMINISTRATORS, this.#administrators),
      ]),
    };
  }

  #isAdministrator(refs: readonly string[]): boolean {
    return isAmong(refs, this.#administrators);
  }

  /** What the policy cannot be asked is refused in its own words; a service that is away, in ours. */
  async #ask<T>(
    { requesterRef, environment, attributes }: AuthorityQuestion,
    ask: (options: Parameters<OwnershipService['decide']>[0]) => Promise<T>,
  ): Promise<T | undefined> {
    if (!environment) return undefined;
    const target = {
      action: ACTION,
      environment: environment.environment,
      stores: [environment.store],
    };
    try {
      return await ask({
        userEntityRef: requesterRef,
        target,
        ...(attributes && { request: attributes }),
      });
    } catch (error) {
      const { name } = environment;
      if (isError(error) && error.name !== 'ServiceUnavailableError')
        throw error;
      throw kafkaError(
        'kafka-no-policy',
        {
          environment: name,
          reason: isError(error) ? error.message : String(error),
        },
        { cause: error },
      );
    }
  }
}

function folded(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}

function isAmong(refs: readonly string[], others: readonly string[]): boolean {
  const wanted = others.map(folded);
  return refs.some(ref => wanted.includes(folded(ref)));
}

function stageOf(id: string, from: readonly string[]): ApprovalStage {
  return { id, from: [...from], count: 1, rejectAfter: 1 };
}

/** The same people are asked once; two stages of one id are told apart by number. */
function distinctStages(stages: readonly ApprovalStage[]): ApprovalStage[] {
  const kept = new Map<string, ApprovalStage>();
  for (const stage of stages) {
    const { id: _, ...rest } = stage;
    const key = JSON.stringify({ ...rest, from: [...stage.from].sort() });
    if (!kept.has(key)) kept.set(key, stage);
  }
  const seen = new Map<string, number>();
  return [...kept.values()].map(stage => {
    const number = (seen.get(stage.id) ?? 0) + 1;
    seen.set(stage.id, number);
    return number === 1 ? stage : { ...stage, id: `${stage.id}-${number}` };
  });
}
