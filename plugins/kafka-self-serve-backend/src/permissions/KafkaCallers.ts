// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  HttpAuthService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type ConditionalPolicyDecision,
  type PolicyDecision,
  type PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import {
  kafkaApplicationReadPermission,
  kafkaEnvironmentManagePermission,
  kafkaEnvironmentReadPermission,
  kafkaResourceReadPermission,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { PeopleDirectory } from '@fairway/requests-node';
import type { Request } from 'express';
import type { KafkaCaller } from '../domain/services';
import type { KafkaStores } from '../domain/stores';
import type { ResourceCriterion } from '../domain/viewer';
import {
  applicationResourceRef,
  type EnvironmentCriterion,
  environmentResourceRef,
  type EnvironmentResource,
  hasValue,
  kafkaResourceRef,
} from './rules';

export interface KafkaCallersOptions {
  httpAuth: HttpAuthService;
  people: PeopleDirectory;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  stores: Pick<KafkaStores, 'applications' | 'environments'>;
  administrators: readonly string[];
}

/** Nothing at all: true of no row, and of everything under a `not`. */
const NOTHING: ResourceCriterion = { field: 'type', values: [] };

/**
 * Tells who calls and what they may see: the company's permission policy is
 * asked once a call, and what it leaves goes into the queries.
 */
export class KafkaCallers {
  readonly #options: KafkaCallersOptions;
  readonly #administrators: readonly string[];

  static create(options: KafkaCallersOptions): KafkaCallers {
    return new KafkaCallers(options);
  }

  private constructor(options: KafkaCallersOptions) {
    this.#options = options;
    this.#administrators = options.administrators.map(folded);
  }

  async of(request: Request): Promise<KafkaCaller> {
    const { httpAuth, permissions, stores } = this.#options;
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const { userEntityRef: userRef } = credentials.principal;
    // None of them needs the other's answer, and every page waits for all of them.
    const [standing, [environments, resources], all] = await Promise.all([
      this.#standing(userRef, credentials),
      permissions.authorizeConditional(
        [
          { permission: kafkaEnvironmentReadPermission },
          { permission: kafkaResourceReadPermission },
        ],
        { credentials },
      ),
      stores.environments.list(),
    ]);
    const criteria = this.#criteriaOf(resources);
    return {
      userRef,
      ...standing,
      credentials,
      request,
      environments: this.#visible(all, environments),
      ...(criteria && { criteria }),
    };
  }

  /** The same caller where applications are listed: the policy has other conditions for them. */
  async forApplications(caller: KafkaCaller): Promise<KafkaCaller> {
    const { permissions, permissionsRegistry } = this.#options;
    const [decision] = await permissions.authorizeConditional(
      [{ permission: kafkaApplicationReadPermission }],
      { credentials: caller.credentials },
    );
    const { criteria: _, ...rest } = caller;
    const criteria = criteriaOf<ResourceCriterion>(decision, conditions =>
      createConditionTransformer(
        permissionsRegistry.getPermissionRuleset(applicationResourceRef),
      )(conditions),
    );
    return { ...rest, ...(criteria && { criteria }) };
  }

  /** Whether a permission without a resource is allowed. */
  async allows(
    permission: typeof kafkaEnvironmentManagePermission,
    { credentials }: Pick<KafkaCaller, 'credentials'>,
  ): Promise<boolean> {
    const [{ result }] = await this.#options.permissions.authorize(
      [{ permission }],
      { credentials },
    );
    return result === AuthorizeResult.ALLOW;
  }

  async #standing(
    userRef: string,
    credentials: KafkaCaller['credentials'],
  ): Promise<
    Pick<KafkaCaller, 'refs' | 'isAdministrator' | 'hiddenInstances'>
  > {
    const { people, stores } = this.#options;
    const refs = await people.refsOf(userRef);
    const isAdministrator = await this.#isAdministrator(refs, credentials);
    const hiddenInstances = isAdministrator
      ? []
      : await stores.applications.privateOfOthers(refs);
    return { refs, isAdministrator, hiddenInstances };
  }

  async #isAdministrator(
    refs: readonly string[],
    credentials: KafkaCaller['credentials'],
  ): Promise<boolean> {
    const isNamed = refs.some(ref =>
      this.#administrators.includes(folded(ref)),
    );
    // Only asked of whom the configuration names.
    return (
      isNamed && this.allows(kafkaEnvironmentManagePermission, { credentials })
    );
  }

  #visible(
    all: readonly EnvironmentResource[],
    decision: PolicyDecision,
  ): string[] {
    const { permissionsRegistry } = this.#options;
    if (decision.result === AuthorizeResult.ALLOW) {
      return all.map(({ name }) => name);
    }
    if (decision.result !== AuthorizeResult.CONDITIONAL) return [];
    const criteria = createConditionTransformer(
      permissionsRegistry.getPermissionRuleset(environmentResourceRef),
    )(decision.conditions);
    return all
      .filter(environment => applies(criteria, environment))
      .map(({ name }) => name);
  }

  #criteriaOf(
    decision: PolicyDecision,
  ): PermissionCriteria<ResourceCriterion> | undefined {
    return criteriaOf(decision, conditions =>
      createConditionTransformer(
        this.#options.permissionsRegistry.getPermissionRuleset(
          kafkaResourceRef,
        ),
      )(conditions),
    );
  }
}

function criteriaOf<T extends ResourceCriterion>(
  decision: PolicyDecision,
  transform: (
    conditions: ConditionalPolicyDecision['conditions'],
  ) => PermissionCriteria<T>,
): PermissionCriteria<ResourceCriterion> | undefined {
  if (decision.result === AuthorizeResult.ALLOW) return undefined;
  return decision.result === AuthorizeResult.CONDITIONAL
    ? transform(decision.conditions)
    : NOTHING;
}

function applies(
  criteria: PermissionCriteria<EnvironmentCriterion>,
  environment: EnvironmentResource,
): boolean {
  if ('allOf' in criteria) {
    return criteria.allOf.every(each => applies(each, environment));
  }
  if ('anyOf' in criteria) {
    return criteria.anyOf.some(each => applies(each, environment));
  }
  if ('not' in criteria) return !applies(criteria.not, environment);
  return hasValue(environment, criteria.field, criteria.values);
}

function folded(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
