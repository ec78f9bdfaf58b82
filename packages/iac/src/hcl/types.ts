// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonValue } from '@backstage/types';

/** Where something is in a text: UTF-16 offsets for splicing; line and column from 1 for people. @public */
export interface HclRange {
  start: number;
  end: number;
  line: number;
  column: number;
}

/** @public */
export interface HclBody {
  attributes: HclAttribute[];
  blocks: HclBlock[];
}

/** `name = value`. @public */
export interface HclAttribute {
  name: string;
  value: HclExpression;
  range: HclRange;
}

/** `type "label" { … }`. @public */
export interface HclBlock {
  type: string;
  labels: string[];
  body: HclBody;
  range: HclRange;
}

/** One `key = value` of an object; `name` is undefined where the key is an expression. @public */
export interface HclObjectEntry {
  name?: string;
  key: HclExpression;
  value: HclExpression;
  range: HclRange;
}

/** A call somewhere inside of an expression. @public */
export interface HclCall {
  name: string;
  range: HclRange;
}

/**
 * An operation, taken apart. Operators are those of HCL, `?:` for a condition with its two outcomes, `()` for
 * parentheses, and `for` for `[for names in collection : value]` without `if`, whose operands are collection and value.
 *
 * @public
 */
export interface HclOperation {
  operator: string;
  operands: HclExpression[];
  /** Of `for`. */
  names?: string[];
}

/**
 * What stands after `=`. `literal` are strings without a template, numbers, true, false, null;
 * `reference` is `a.b.c`; `other` is what needs no name of its own here: conditions, operators, for,
 * index, splat, parentheses, strings that are not plainly text.
 *
 * @public
 */
export type HclExpression = { range: HclRange } & (
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'list'; items: HclExpression[] }
  | { kind: 'object'; entries: HclObjectEntry[] }
  | { kind: 'reference'; path: string[] }
  | { kind: 'call'; name: string; arguments: HclExpression[] }
  | {
      kind: 'template';
      heredoc: boolean;
      parts: HclTemplatePart[];
      calls: HclCall[];
    }
  | {
      kind: 'other';
      what: string;
      calls: HclCall[];
      operation?: HclOperation;
    }
);

/** `text` is as written between the templates, `start` its offset; `directive` is `%{ … }`. @public */
export type HclTemplatePart =
  | { kind: 'text'; text: string; start: number }
  | { kind: 'interpolation'; expression: HclExpression }
  | { kind: 'directive' };

/** A parsed file. @public */
export interface HclFile {
  text: string;
  /** `object`: the whole file is one object, as in JSON; its body is empty then. */
  form: 'body' | 'object';
  body: HclBody;
  /** Start and end of every token; a quoted string is one, comments are none. */
  tokens: [start: number, end: number][];
}

/** The value of an expression that needs no evaluation, or the first part of it that does. @public */
export type HclLiteral =
  | { isLiteral: true; value: JsonValue }
  | { isLiteral: false; expression: HclExpression };
