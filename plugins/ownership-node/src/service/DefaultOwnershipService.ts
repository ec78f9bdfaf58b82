// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuditorService,
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
  environmentOwners,
  type LimitDecision,
  type PathTarget,
  requiredApprovals,
  targetOfPath,
} from '../engine';
import { auditBreakGlassUse } from './auditUse';
import { decideWithGrants, myTargetsWithGrants } from './breakGlass';
import { CatalogSubjects } from './CatalogSubjects';
import { decideHeld } from './limits';
import { PolicyCopy } from './PolicyCopy';
import {
  type Clock,
  type OwnershipService,
  systemClock,
  type TargetApprovals,
} from './types';

/**
 * Decides with a copy of the backend's policy and the catalog's groups.
 *
 * @public
 */
export class DefaultOwnershipService implements OwnershipService {
  readonly #policy: PolicyCopy;
  readonly #subjects: CatalogSubjects;
  readonly #auditor: AuditorService;
  readonly #clock: Clock;

  static create(options: {
    auditor: AuditorService;
    auth: AuthService;
    discovery: DiscoveryService;
    catalog: CatalogService;
    logger: LoggerService;
    clock?: Clock;
  }): DefaultOwnershipService {
    const { auditor, auth, discovery, catalog, logger } = options;
    const { clock = systemClock } = options;
    return new DefaultOwnershipService({
      auditor,
      policy: new PolicyCopy({ auth, discovery, logger, clock }),
      subjects: CatalogSubjects.create({ catalog, auth, clock }),
      clock,
    });
  }

  private constructor(options: {
    auditor: AuditorService;
    policy: PolicyCopy;
    subjects: CatalogSubjects;
    clock: Clock;
  }) {
    this.#policy = options.policy;
    this.#subjects = options.subjects;
    this.#auditor = options.auditor;
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
    const { policy, grants, subject, at } = await this.#prepare(
      userEntityRef,
      request,
    );
    const answers = targets.map(target =>
      decideWithGrants(policy, { subject, target, request, at }, grants),
    );
    for (const { decision, used } of answers) {
      if (used) {
        await auditBreakGlassUse(this.#auditor, { decision, grant: used });
      }
    }
    return answers.map(({ decision }) => decision);
  }

  async approvalsFor(options: {
    userEntityRef: string;
    target: OwnershipTarget;
    request?: Record<string, string>;
  }): Promise<TargetApprovals> {
    const { userEntityRef, target, request } = options;
    const { policy, subject, at } = await this.#prepare(userEntityRef, request);
    return {
      ...requiredApprovals(policy, { subject, target, request, at }),
      environmentOwners: environmentOwners(policy, target),
    };
  }

  async limitsFor(
    options: Parameters<OwnershipService['limitsFor']>[0],
  ): Promise<LimitDecision> {
    const { userEntityRef, ...query } = options;
    const { policy, subject, at } = await this.#prepare(
      userEntityRef,
      query.request,
    );
    return decideHeld(policy, { ...query, subject, at });
  }

  async myTargets(options: {
    userEntityRef: string;
    action: string;
    service?: string;
    request?: Record<string, string>;
  }): Promise<MyTarget[]> {
    const { userEntityRef, action, service, request } = options;
    const { policy, grants, subject, at } = await this.#prepare(
      userEntityRef,
      request,
    );
    const query = { subject, action, service, request, at };
    return myTargetsWithGrants(policy, query, grants);
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
    const [{ policy, grants }, subject] = await Promise.all([
      this.#policy.withGrants(),
      this.#subjects.subjectOf(userEntityRef),
    ]);
    checkRequestAttributes(policy, request);
    return { policy, grants, subject, at: this.#clock() };
  }
}
