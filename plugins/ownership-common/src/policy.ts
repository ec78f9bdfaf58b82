// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PolicyProblem } from './client';
import type { OwnershipDecision } from './types';

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

/** The outcome of one case of a policy test file. @public */
export interface PolicyTestCaseResult {
  /** From 1, in the order of the file. */
  number: number;
  /** Line in the test file, from 1. */
  line: number;
  /** The question in words: `nia service.deploy networking in dev`. */
  title: string;
  passed: boolean;
  expected: { decision: 'allow' | 'deny'; by?: string };
  actual?: OwnershipDecision;
  /** Why it failed; left out when it passed. */
  failure?: string;
  /** The case asks to see the explanation even if it passes. */
  explain: boolean;
}

/**
 * What a run of policy test cases found. With `problems` of severity error no
 * case ran.
 *
 * @public
 */
export interface PolicyTestReport {
  revision: string;
  passed: number;
  failed: number;
  cases: PolicyTestCaseResult[];
  problems: PolicyProblem[];
}
