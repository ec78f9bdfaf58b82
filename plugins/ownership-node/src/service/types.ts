// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  MyTarget,
  OwnershipDecision,
  OwnershipTarget,
} from '@fairway/backstage-plugin-ownership-common';
import type { LimitDecision, PathTarget, RequiredApprovals } from '../engine';

/** What time it is; tests set it. @public */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** Who decides about a target beside the rules. @public */
export interface TargetApprovals extends RequiredApprovals {
  /** Group entity refs of the environment's owners, whether an approval is asked of them or not. */
  environmentOwners: string[];
}

/** Something that lives or is asked for. @public */
export interface HeldResource {
  /** The group that holds it, as entity ref. */
  ownerRef?: string;
  environment?: string;
  service?: string;
  /** What `resource.<name>` means in a limit. */
  attributes?: Record<string, string>;
}

/**
 * Decides for other backend plugins, in process, with the policy that the
 * ownership backend serves and the groups that the catalog has now.
 *
 * Every method refuses by throwing when there is nothing to decide with: no
 * policy, a policy copy older than 60 seconds, a user that the catalog lacks,
 * a catalog that does not answer. Do not catch that to go on.
 *
 * @public
 */
export interface OwnershipService {
  /**
   * Decides about one target. Use `decision.target` from here on, never the
   * own input.
   *
   * @throws InputError for request attributes that the policy does not declare
   * @throws NotAllowedError, ServiceUnavailableError, see `OWNERSHIP_SERVICE_ERRORS`
   */
  decide(options: {
    /** The initiator, not whoever retries; for example `user:default/pia`. */
    userEntityRef: string;
    target: OwnershipTarget;
    /** Attributes that the policy declares, for example `{ changeTicket: 'CHG-1' }`. */
    request?: Record<string, string>;
  }): Promise<OwnershipDecision>;

  /** Decides about several targets at one moment, in their order; throws as `decide` does. */
  decideAll(options: {
    userEntityRef: string;
    targets: OwnershipTarget[];
    request?: Record<string, string>;
  }): Promise<OwnershipDecision[]>;

  /**
   * Who has to say yes to a target besides the rules, and who owns its
   * environment; says nothing about whether the rules allow it. Throws as
   * `decide` does.
   */
  approvalsFor(options: {
    userEntityRef: string;
    target: OwnershipTarget;
    request?: Record<string, string>;
  }): Promise<TargetApprovals>;

  /**
   * Whether one more fits within the policy's limits, beside what lives and what is asked for already. Says nothing about
   * the rules. Ask at submit and again at the merge; throws as `decide` does.
   */
  limitsFor(options: {
    userEntityRef: string;
    target: OwnershipTarget;
    request?: Record<string, string>;
    /** The group that will hold it; left out: each team of the user. */
    ownerRef?: string;
    /** What `resource.<name>` means in a limit: `{ lifetime: 'P14D' }`. */
    resource?: Record<string, string>;
    /** Everything that lives or is asked for, without what is asked about. */
    held: HeldResource[];
  }): Promise<LimitDecision>;

  /** Every environment of the policy with what the user may do there; throws as `decide` does. */
  myTargets(options: {
    userEntityRef: string;
    action: string;
    service?: string;
    request?: Record<string, string>;
  }): Promise<MyTarget[]>;

  /**
   * The target that a path of a repository belongs to, by the policy's
   * `layout`.
   *
   * @throws InputError for a path that no entry or several entries match
   * @throws ServiceUnavailableError, see `OWNERSHIP_SERVICE_ERRORS`
   */
  targetOfPath(options: { repo: string; path: string }): Promise<PathTarget>;

  /**
   * The revision that decides now, for the record.
   *
   * @throws ServiceUnavailableError, see `OWNERSHIP_SERVICE_ERRORS`
   */
  revision(): Promise<string>;
}
