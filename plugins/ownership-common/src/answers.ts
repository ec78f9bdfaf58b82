// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipTarget } from './types';

/** Yes, yes with some request attributes, or no. @public */
export type Answer = 'allow' | 'needs' | 'deny';

/** A rule, or the engine's own answer, that decides one leg. @public */
export interface DecidingRule {
  /** The leg: `service:payments-api`. */
  target: string;
  /** Id of a rule, or one of the engine's own answers. */
  id: string;
  line?: number;
  /** Name of the file, where it is a team's and not the policy itself. */
  file?: string;
  why?: string;
  /** The selectors of the rule that speak about these people: `owner:service`, `team:payments`. */
  selectors: string[];
  /** The `when` of the rule in words: `request.changeTicket is given`. */
  condition?: string;
}

/** People who may. @public */
export interface WhoCanEntry {
  /**
   * `everyone`, `team:payments`, a group, a user or a client; several mean
   * people who are in all of them.
   */
  who: string[];
  /** Group entity refs behind it. */
  groups: string[];
  decision: 'allow' | 'needs';
  /** Ids that decide, joined as in a decision; with `needs`, once those are given. */
  by: string;
  /** Request attributes that are missing. */
  needs: string[];
  /** In words, as asked. */
  message: string;
  /** One for each leg. */
  rules: DecidingRule[];
}

/** Answer to "who can …". @public */
export interface WhoCan {
  revision: string;
  /** The moment that was asked about, ISO 8601. */
  at: string;
  /** Normalised. */
  target: OwnershipTarget;
  targetRef: string;
  /** One sentence for people. */
  message: string;
  /** Empty if nobody may; those who may as asked come first. */
  entries: WhoCanEntry[];
  /** People whom a deny rule refuses in particular, whatever else they are. */
  except: { who: string[]; groups: string[]; rules: DecidingRule[] }[];
  /** What anybody is answered who is in none of the entries. */
  everyoneElse: {
    decision: Answer;
    by: string;
    needs: string[];
    message: string;
    /** Group entity refs. */
    askFor: string[];
  };
}

/** What one team is answered for one row of a matrix. @public */
export interface MatrixCell {
  /** Name of a team, or `everyone` for whoever is in no team. */
  team: string;
  decision: Answer;
  by: string;
  needs: string[];
}

/** Who may do one action where. @public */
export interface OwnershipMatrix {
  revision: string;
  action: string;
  /** ISO 8601. */
  at: string;
  /** The columns. */
  teams: string[];
  rows: {
    /** `service:payments-api`, `store:kafka-prod`, or `environment:prod` for actions that touch neither. */
    on: string;
    environment: string;
    /** In the order of `teams`. */
    cells: MatrixCell[];
  }[];
}

/** One side of a difference. @public */
export interface PolicyDiffSide {
  decision: Answer;
  by: string;
  needs: string[];
  /** The decision in words. */
  message: string;
}

/** One answer that is not the same before and after. @public */
export interface PolicyDiffEntry {
  who: string;
  /** Teams of the policy that a group belongs to, before or after. */
  teams: string[];
  action: string;
  environment: string;
  /** `service:payments-api`, `store:kafka-prod` or `environment:prod`. */
  on: string;
  before: PolicyDiffSide;
  after: PolicyDiffSide;
}

/** Approvals that change for something that one may before and after. @public */
export interface PolicyDiffApproval {
  /** `everyone`, groups, users or clients. */
  who: string[];
  action: string;
  environment: string;
  on: string;
  /** In words: `1 of group:default/platform (prod-owner)`, `nobody (nonprod-auto)`. */
  before: string;
  after: string;
}

/** A rule that is not the same in both revisions. @public */
export interface PolicyDiffRule {
  id: string;
  effect: 'allow' | 'deny';
  change: 'added' | 'removed' | 'changed';
  /** In the newer revision; in the older one if it was removed. */
  line: number;
  file?: string;
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
