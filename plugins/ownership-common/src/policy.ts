// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipDecision } from './types';

/** Something that keeps a policy file from counting, or that its author should know. @public */
export interface PolicyProblem {
  severity: 'error' | 'warning';
  /** What is wrong and what to write instead. */
  message: string;
  /** Name of the file, without folder. */
  file: string;
  /** From 1; absent where the problem has no place, as when the file is missing. */
  line?: number;
  /** From 1. */
  column?: number;
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
