// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  MyTarget,
  OwnershipDecision,
  OwnershipTarget,
} from '@fairway/backstage-plugin-ownership-common';
import {
  checkRequestAttributes,
  decide,
  myTargets,
  type PathTarget,
  targetOfPath,
} from '../engine';
import { CatalogSubjects } from './CatalogSubjects';
import { PolicyCopy } from './PolicyCopy';
import { type Clock, type OwnershipService, systemClock } from './types';

/**
 * Decides with a copy of the backend's policy and the catalog's groups.
 *
 * @public
 */
export class DefaultOwnershipService implements OwnershipService {
  readonly #policy: PolicyCopy;
  readonly #subjects: CatalogSubjects;
  readonly #clock: Clock;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    catalog: CatalogService;
    logger: LoggerService;
    clock?: Clock;
  }): DefaultOwnershipService {
    const { auth, discovery, catalog, logger, clock = systemClock } = options;
    return new DefaultOwnershipService({
      policy: new PolicyCopy({ auth, discovery, logger, clock }),
      subjects: CatalogSubjects.create({ catalog, auth, clock }),
      clock,
    });
  }

  private constructor(options: {
    policy: PolicyCopy;
    subjects: CatalogSubjects;
    clock: Clock;
  }) {
    this.#policy = options.policy;
    this.#subjects = options.subjects;
    this.#clock = options.clock;
  }

  async decide(options: {
    userEntityRef: string;
    target: OwnershipTarget;
    request?: Record<string, string>;
  }): Promise<OwnershipDecision> {
    const { target, ...rest } = options;
    const [decision] = await this.decideAll({ ...rest, targets: [target] });
    return decision;
  }

  async decideAll(options: {
    userEntityRef: string;
    targets: OwnershipTarget[];
    request?: Record<string, string>;
  }): Promise<OwnershipDecision[]> {
    const { userEntityRef, targets, request } = options;
    const { policy, subject, at } = await this.#prepare(userEntityRef, request);
    return targets.map(target =>
      decide(policy, { subject, target, request, at }),
    );
  }

  async myTargets(options: {
    userEntityRef: string;
    action: string;
    service?: string;
    request?: Record<string, string>;
  }): Promise<MyTarget[]> {
    const { userEntityRef, action, service, request } = options;
    const { policy, subject, at } = await this.#prepare(userEntityRef, request);
    return myTargets(policy, { subject, action, service, request, at });
  }

  async targetOfPath(options: {
    repo: string;
    path: string;
  }): Promise<PathTarget> {
    return targetOfPath(await this.#policy.current(), options);
  }

  async revision(): Promise<string> {
    return (await this.#policy.current()).revision;
  }

  async #prepare(userEntityRef: string, request?: Record<string, string>) {
    const [policy, subject] = await Promise.all([
      this.#policy.current(),
      this.#subjects.subjectOf(userEntityRef),
    ]);
    checkRequestAttributes(policy, request);
    return { policy, subject, at: this.#clock() };
  }
}
