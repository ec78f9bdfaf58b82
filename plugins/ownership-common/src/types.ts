// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What somebody wants to do, to what. Names are compared after normalisation
 * (trimmed, case-folded, aliases resolved), see docs of the policy.
 *
 * @public
 */
export interface OwnershipTarget {
  /** An action of the policy, for example `service.deploy`. */
  action: string;
  environment?: string;
  service?: string;
  /** An account id as the policy lists it. */
  account?: string;
  network?: string;
  cluster?: string;
  /** Data stores that are touched. */
  stores?: string[];
}

/**
 * Who asks: the user and every group that the user belongs to, upward through
 * all parents, as full entity refs.
 *
 * @public
 */
export interface OwnershipSubject {
  userEntityRef: string;
  groupEntityRefs: string[];
}

/** A rule that would have been of use and why it was not. @public */
export interface SkippedRule {
  id: string;
  /** Line in the policy file, from 1. */
  line?: number;
  /** Words for people: "needs request.changeTicket". */
  because: string;
}

/** One leg of a decision: the service, or a named account, network, cluster or store. @public */
export interface DecisionLeg {
  /** `service:networking`, `account:333333333333`, `store:kafka-prod`. */
  target: string;
  decision: 'allow' | 'deny';
  /** Id of the rule that decided, or `default`, `guard:restricted:<service>`, `unknown-environment`, `not-in-environment:<id>`, `break-glass`. */
  by: string;
  line?: number;
  /** Name of the file that `line` is in, where it is a team's and not the policy itself. */
  file?: string;
  /** The `why` of the rule that decided, if it has one. */
  why?: string;
  skipped: SkippedRule[];
}

/**
 * The answer of the engine, with its reason.
 *
 * @public
 */
export interface OwnershipDecision {
  decision: 'allow' | 'deny';
  /** Ids that decided, joined with `+` when several legs were allowed by different rules. */
  by: string;
  /** Revision (content hash) of the policy that answered. */
  revision: string;
  /** One or two sentences for people: what, why, what next. */
  message: string;
  legs: DecisionLeg[];
  /** Group entity refs that can help: owners of what was refused. */
  askFor: string[];
  /** Canonical form of the decided target, for example `prod/payments-api?store=pg-payments`. */
  targetRef: string;
  /** The normalised target: what a writer has to use from here on, never its own input. */
  target: OwnershipTarget;
}

/** One environment of the policy as a picker shows it to one person. @public */
export interface MyTarget {
  environment: string;
  tier?: string;
  accounts: string[];
  clusters: string[];
  decision: 'allow' | 'deny';
  by: string;
  message: string;
  askFor: string[];
  /** Request attributes that would turn the refusal into a yes, for example `['changeTicket']`. */
  needs: string[];
}

/** Answer of `GET /me/targets`. @public */
export interface MyTargetsResponse {
  revision: string;
  action: string;
  service?: string;
  targets: MyTarget[];
}

/** Answer of `GET /policy`: for other backend plugins, which decide in process. @public */
export interface PolicyResponse {
  /** Content hash, also the ETag. */
  revision: string;
  /** When it was loaded, ISO 8601. */
  loadedAt: string;
  /** The policy file as it stands. */
  text: string;
  /** Name of the source, for messages (`policy.yaml`). */
  source: string;
  /** Break-glass grants that count now; each of them only within its own times and scope. */
  grants?: BreakGlassGrant[];
}

/**
 * A stored break-glass grant. Comes from the ownership backend only, never from
 * the input of a request.
 *
 * @public
 */
export interface BreakGlassGrant {
  id: string;
  /** Who may use it. */
  userEntityRef: string;
  reason: string;
  ticket: string;
  /** ISO 8601. */
  openedAt: string;
  /** ISO 8601, exclusive. */
  expiresAt: string;
  /** Distinct people other than the holder. */
  approvedBy: string[];
  /** Canonical name; a request for anything else, or for no environment, does not pass. Left out: everywhere. */
  environment?: string;
  /** Canonical name; a request for anything else, or for no service, does not pass. Left out: every service. */
  service?: string;
}
