// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Something that a check has found. */
export interface Finding {
  engine: 'builtin' | 'secrets' | 'rego';
  /** Stable, kebab-case. */
  rule: string;
  severity: 'error' | 'warning';
  path: string;
  /** From 1. */
  line: number;
  /** What is wrong, and what to do. */
  message: string;
}

/** A file that is looked at. */
export interface CheckedFile {
  path: string;
  content: string;
}
