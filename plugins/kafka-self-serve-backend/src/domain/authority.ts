// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { KafkaEnvironment } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { ApprovalRule } from '@fairway/requests-common';

/** Who asks, for what, and whose it is. */
export interface AuthorityQuestion {
  /** Whoever made the request, not whoever acts now. */
  requesterRef: string;
  /** Left out: of no environment, as an application is. */
  environment?: Pick<KafkaEnvironment, 'name' | 'environment' | 'store'>;
  /** The requester has to be in one of these groups, or an administrator; none: nobody is asked for. */
  ownerRefs: readonly string[];
  /** For the refusal: `the application instance orders@prod`. */
  subject: string;
  /** Attributes that the ownership policy declares. */
  attributes?: Record<string, string>;
}

/** People beside the policy's own who have to say yes. */
export interface FurtherApprovals {
  /** Owners of what is given away: one of each list. A list that the requester is in is not asked. */
  owners?: readonly { id: string; groupRefs: readonly string[] }[];
  /** Whether an administrator has to. */
  administrators?: boolean;
}

/**
 * Who may ask, and who has to say yes. Asks the ownership policy with the
 * requester as subject and the action `store.request`; where no policy is
 * installed, owners ask and administrators decide. What cannot be decided is
 * refused.
 */
export interface Authority {
  /** @throws `kafka-not-owner`, `kafka-denied` with the policy's reason, and what the ownership service throws */
  assertMayRequest(question: AuthorityQuestion): Promise<void>;
  approvalOf(
    question: AuthorityQuestion,
    further?: FurtherApprovals,
  ): Promise<ApprovalRule>;
  isAdministrator(userRef: string): Promise<boolean>;
}

/** The environments and stores that the ownership policy knows. */
export interface PolicyPlaces {
  /** Why the policy knows no such place, for people; undefined where it does, or is not asked. */
  placeFault(options: {
    userRef: string;
    environment: string;
    store: string;
  }): Promise<string | undefined>;
  /** The tiers of the policy's environments by their names in lower case; none where no policy is asked. */
  tiers(userRef: string): Promise<ReadonlyMap<string, string>>;
}
