// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type {
  MyTarget,
  OwnershipTarget,
} from '@fairway/backstage-plugin-ownership-common';
import {
  type OwnershipService,
  refusedByPermissions,
} from '@fairway/backstage-plugin-ownership-node';
import type { ActionTarget } from '@fairway/backstage-plugin-self-service-common';
import type { Reader } from '../reads/BaseReads';

/** What an action asks the policy; undefined where its form has no environment. */
export type ActionQuestion = { action: string; service?: string } | undefined;

const DEPLOY = { action: 'service.deploy' };

const APPROVALS = {
  auto: 'auto',
  stages: 'people',
  none: 'nobody-can',
} as const;

/** Asks the ownership policy about many actions; the same question once. */
export class ActionTargets {
  readonly #ownership: OwnershipService;
  readonly #permissions: PermissionsService;

  static create(options: {
    ownership: OwnershipService;
    permissions: PermissionsService;
  }): ActionTargets {
    return new ActionTargets(options.ownership, options.permissions);
  }

  private constructor(
    ownership: OwnershipService,
    permissions: PermissionsService,
  ) {
    this.#ownership = ownership;
    this.#permissions = permissions;
  }

  /** For each question every environment, in their order. */
  everywhere(
    questions: ActionQuestion[],
    reader: Reader,
  ): Promise<ActionTarget[][]> {
    return once(questions, question => this.#everywhere(question, reader));
  }

  /** For each question the environments that an entity is in: its own, or those of the service that it is. */
  ofEntity(
    questions: ActionQuestion[],
    options: { entity: Entity; reader: Reader },
  ): Promise<ActionTarget[][]> {
    const { entity, reader } = options;
    const { annotations = {}, name } = entity.metadata;
    const environment = annotations['fairway.dev/environment'];
    const service = annotations['fairway.dev/service'] ?? name;
    const account = annotations['fairway.dev/account'];
    return once(questions, async ({ action } = DEPLOY) => {
      if (environment === undefined) {
        return this.#everywhere({ action, service }, reader);
      }
      const target = { action, environment, service, account };
      return [await this.#exactly(target, reader)];
    });
  }

  async #everywhere(
    question: ActionQuestion,
    { userRef }: Reader,
  ): Promise<ActionTarget[]> {
    if (!question) return [];
    const targets = await this.#ownership.myTargets({
      userEntityRef: userRef,
      ...question,
    });
    return Promise.all(
      targets.map(async target => ({
        ...wordsOf(target),
        ...(question.service !== undefined &&
          isPossible(target) && {
            approval: await this.#approval(
              { ...question, environment: target.environment },
              userRef,
            ),
          }),
      })),
    );
  }

  async #exactly(
    target: OwnershipTarget & { environment: string },
    { userRef, credentials }: Reader,
  ): Promise<ActionTarget> {
    const { action, environment, service } = target;
    const [own, [decision]] = await Promise.all([
      this.#ownership.myTargets({ userEntityRef: userRef, action, service }),
      this.#ownership.decideAll({ userEntityRef: userRef, targets: [target] }),
    ]);
    const allowed = decision.decision === 'allow';
    const [refused] = allowed
      ? await refusedByPermissions([decision], {
          permissions: this.#permissions,
          credentials,
        })
      : [];
    const answer: ActionTarget = {
      environment,
      decision: allowed && !refused ? 'allow' : 'deny',
      by: refused ? refused.permission : decision.by,
      message: decision.message,
      askFor: decision.askFor,
      needs: own.find(each => each.environment === environment)?.needs ?? [],
    };
    if (!isPossible(answer)) return answer;
    return { ...answer, approval: await this.#approval(target, userRef) };
  }

  async #approval(
    target: OwnershipTarget,
    userEntityRef: string,
  ): Promise<ActionTarget['approval']> {
    const { mode } = await this.#ownership.approvalsFor({
      userEntityRef,
      target,
    });
    return APPROVALS[mode];
  }
}

function isPossible({ decision, needs }: Pick<MyTarget, 'decision' | 'needs'>) {
  return decision === 'allow' || needs.length > 0;
}

function wordsOf(target: MyTarget): ActionTarget {
  const { environment, decision, by, message, askFor, needs } = target;
  return { environment, decision, by, message, askFor, needs };
}

async function once<T>(
  questions: ActionQuestion[],
  answer: (question: ActionQuestion) => Promise<T>,
): Promise<T[]> {
  const answers = new Map<string, Promise<T>>();
  return Promise.all(
    questions.map(question => {
      const key = JSON.stringify(question ?? {});
      const known = answers.get(key) ?? answer(question);
      answers.set(key, known);
      return known;
    }),
  );
}
