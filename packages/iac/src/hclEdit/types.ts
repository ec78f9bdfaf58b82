// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonValue } from '@backstage/types';
import { HclReplacement } from '../hcl/trees';
import { HclBlock, HclBody, HclExpression } from '../hcl/types';

/**
 * One edit of an HCL text. `at` names a place from the top: block types and their labels, attributes, keys of
 * objects, indexes of lists (`'0'`): `['unit', 'db', 'values', 'version']`. Of several blocks with the same type and
 * labels, the next step is an index: `['variable', 'size', 'validation', '0', 'condition']`.
 *
 * @public
 */
export interface HclEdit {
  /**
   * - `set` replaces a value, or adds the key; an index equal to a list's length appends
   * - `remove` takes an attribute, a key or an item of a list away, with the comment behind it
   * - `insertBlock` adds a block, `value` its attributes
   * - `removeBlock` takes a block away
   */
  op: 'set' | 'remove' | 'insertBlock' | 'removeBlock';
  at: string[];
  /** Written encoded: text in it stays text. */
  value?: JsonValue;
  /** Instead of a value: an expression of the closed list, see {@link allowedExpression}. */
  expression?: string;
}

/** @public */
export interface HclEditResult {
  text: string;
  /** False when the text said all of it already; it is the same text then. */
  changed: boolean;
}

export interface Span {
  start: number;
  end: number;
}

/** What holds members. `open` is the offset behind its brace, `close` the offset of its closing one. */
export type Container = { open: number; close: number; members: Span[] } & (
  | { kind: 'file' | 'block'; body: HclBody }
  | { kind: 'object'; expression: HclExpression & { kind: 'object' } }
  | { kind: 'list'; expression: HclExpression & { kind: 'list' } }
);

/** What a path names. */
export type Target =
  | {
      kind: 'value';
      value: HclExpression;
      member: Span;
      container: Container;
    }
  | { kind: 'block'; block: HclBlock; container: Container }
  | {
      kind: 'missing';
      container: Container;
      rest: string[];
      /** Set where the container is a value: its place in what holds it. */
      holder?: { member: Span; container: Container };
    };

/** What is to be written: a value, or the text of an expression that was allowed. */
export type Content = { value: JsonValue } | { expression: string };

/** Replaces the text from start to end. */
export type Splice = HclReplacement;
