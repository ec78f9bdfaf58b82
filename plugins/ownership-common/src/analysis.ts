// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipTarget } from './types';

/** A rule, or the engine's own answer, that decided one leg. @public */
export interface DecidingRule {
  /** `service:payments-api`. */
  target: string;
  /** Id of the rule, or one of the engine's own answers. */
  id: string;
  line?: number;
  /** Name of the file if it is not the policy itself but a team's. */
  file?: string;
  why?: string;
  /** The selectors of the rule that speak about these people: `owner:service`, `team:payments`. */
  selectors: string[];
  /** The `when` of the rule in words: `request.changeTicket is given`. */
  condition?: string;
}

/**
 * People who may. `allow`: as asked. `needs`: with the request attributes that
 * `needs` names.
 *
 * @public
 */
export interface WhoCanEntry {
  /**
   * `everyone`, `team:payments`, a group, user or client; several mean people
   * who are in all of them.
   */
  who: string[];
  /** Group refs behind it, for links to the catalog. */
  groups: string[];
  decision: 'allow' | 'needs';
  /** Ids that decide, as in a decision. */
  by: string;
  needs: string[];
  /** One for each leg. */
  rules: DecidingRule[];
}

/** People whom a rule refuses in particular, whatever else they are. @public */
export interface WhoCanExcept {
  who: string[];
  rules: DecidingRule[];
}

/** Answer to "who can …". @public */
export interface WhoCanResponse {
  revision: string;
  /** When the question was asked for, ISO 8601. */
  at: string;
  /** Normalised. */
  target: OwnershipTarget;
  targetRef: string;
  /** One sentence for people. */
  message: string;
  /** Who may, the widest first. Empty if nobody may. */
  entries: WhoCanEntry[];
  except: WhoCanExcept[];
  /** What somebody is answered who is in none of the entries. */
  everyoneElse: {
    decision: 'allow' | 'needs' | 'deny';
    by: string;
    message: string;
    askFor: string[];
  };
}

/** What one team is answered for one target of a matrix. @public */
export interface MatrixCell {
  team: string;
  decision: 'allow' | 'needs' | 'deny';
  by: string;
  /** Request attributes that turn it into a yes. */
  needs: string[];
}

/** @public */
export interface MatrixRow {
  /** `service:payments-api`, `store:kafka-prod`, or `environment:prod` for actions that touch neither. */
  target: string;
  environment: string;
  /** In the order of `teams`. */
  cells: MatrixCell[];
}

/** Who may do one action where. @public */
export interface MatrixResponse {
  revision: string;
  action: string;
  /** ISO 8601. */
  at: string;
  teams: string[];
  environments: string[];
  rows: MatrixRow[];
}

/** One side of a difference. @public */
export interface PolicyDiffSide {
  decision: 'allow' | 'needs' | 'deny';
  by: string;
  needs: string[];
  /** The decision in words, without attributes. */
  message: string;
}

/** One answer that changes. @public */
export interface PolicyDiffEntry {
  /** `everyone`, or a group, user or client. */
  who: string;
  /** Teams that the group belongs to, before or after. */
  teams: string[];
  action: string;
  environment: string;
  /** `service:payments-api`, `store:kafka-prod` or `environment:prod`. */
  target: string;
  before: PolicyDiffSide;
  after: PolicyDiffSide;
}

/** Approvals that change for something that one may before and after. @public */
export interface PolicyDiffApproval {
  who: string;
  teams: string[];
  action: string;
  environment: string;
  target: string;
  /** In words: `1 of group:default/platform (prod-owner)`, `nobody (nonprod-auto)`. */
  before: string;
  after: string;
}

/** A rule that is not the same in both revisions. @public */
export interface PolicyDiffRule {
  id: string;
  effect: 'allow' | 'deny';
  change: 'added' | 'removed' | 'changed';
  /** Line in the newer revision; in the older one if it was removed. */
  line: number;
}

/** What changes from one revision to another. @public */
export interface PolicyDiff {
  /** Revisions. */
  before: string;
  after: string;
  /** The moment that was compared, ISO 8601. */
  at: string;
  /** One sentence for people. */
  message: string;
  gains: PolicyDiffEntry[];
  loses: PolicyDiffEntry[];
  /** Neither more nor less: other attributes are needed. */
  changes: PolicyDiffEntry[];
  approvals: PolicyDiffApproval[];
  /** Rules that differ, also where no answer does: a window in time, for example. */
  rules: PolicyDiffRule[];
  /** Other sections that differ: `breakGlass`, `limits`, `layout`. */
  sections: string[];
}

/** Answer of a check of `limits:`. @public */
export interface LimitDecision {
  decision: 'allow' | 'deny';
  /** Ids of the limits that refuse, joined with `+`; `within-limits` or `no-limit` otherwise. */
  by: string;
  revision: string;
  /** One or two sentences for people. */
  message: string;
  limits: {
    id: string;
    line: number;
    file?: string;
    per: 'team' | 'service' | 'environment';
    /** Name of the team, service or environment. */
    of: string;
    atMost: number;
    /** How many there are, without the one that is asked for. */
    current: number;
    decision: 'allow' | 'deny';
    why?: string;
  }[];
  /** Group entity refs that can help: owners of the environment. */
  askFor: string[];
}
