// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Something that whoever decides should know. @public */
export interface Risk {
  /** Stable, kebab-case: `outside-team`, `destroys-data`. */
  code: string;
  level: 'low' | 'medium' | 'high';
  /** For people: what can happen. */
  message: string;
}

/** A check of the plan or of what was proposed, ours or the host's. @public */
export interface RequestCheck {
  name: string;
  state: 'queued' | 'running' | 'passed' | 'warning' | 'failed' | 'skipped';
  summary?: string;
  url?: string;
}

/** One field before and after; the side is left out where there is none. @public */
export interface FieldChange {
  /** Path for people: `topic orders.created / retention.ms`. */
  path: string;
  before?: string;
  after?: string;
}

/** What people see of a plan; the digest covers it, so what was seen is what is done. @public */
export interface PlanView {
  /** Unified diff as git prints it. */
  diff?: string;
  fields?: FieldChange[];
  /** What will be done, one sentence each, in order. */
  effects?: string[];
}
