// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Node, Tree } from 'web-tree-sitter';
import { shown } from '@fairway/errors';
import { iacError } from '../errors';
import { hclParser } from './grammar';
import { Syntax } from './Syntax';
import { RecentTrees } from './trees';
import { TreeReader } from './TreeReader';
import { HclFile } from './types';

const MAX_LENGTH = 1024 * 1024;

const recent = new RecentTrees();

/**
 * Parses HCL. Offsets in the result count UTF-16 code units of the text that was given.
 *
 * @throws hcl-syntax with line, column and the line's text; hcl-number-not-read for `1e3`; hcl-too-large above a million characters or 100 levels
 * @public
 */
export async function parseHcl(text: string): Promise<HclFile> {
  const tree = await parseTree(text);
  try {
    return new TreeReader(text).file(Syntax.create(tree.rootNode));
  } finally {
    // The tree lives outside the garbage collector's reach.
    tree.delete();
  }
}

/** The tree of a text without errors, which the caller deletes. */
export async function parseTree(text: string): Promise<Tree> {
  refuseUnreadable(text);
  const known = recent.get(text);
  if (known) return known;
  const tree = (await hclParser()).parse(text);
  if (!tree) throw syntaxAt(text, 0, 'the parser gave no answer');
  if (tree.rootNode.hasError) {
    const { at, problem } = firstError(tree.rootNode);
    tree.delete();
    throw exponentAt(text, at) ?? syntaxAt(text, at, problem);
  }
  recent.add(text, tree);
  return tree;
}

/** @throws hcl-syntax, hcl-too-large: what is no text for a parser at all */
export function refuseUnreadable(text: string): void {
  if (text.length > MAX_LENGTH) {
    throw iacError('hcl-too-large', { what: 'characters', limit: MAX_LENGTH });
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) throw syntaxAt(text, nul, 'a NUL character');
}

function firstError(root: Node): { at: number; problem: string } {
  let node = root;
  for (;;) {
    if (node.isMissing) {
      return { at: node.startIndex, problem: `missing ${node.type}` };
    }
    const next = node.children.find(child => child?.hasError);
    if (!next) return { at: gaveUpAt(node), problem: 'unexpected text' };
    node = next;
  }
}

/** Within a body the parser skips what it cannot read; on top it wraps all that it had read until it gave up. */
function gaveUpAt(node: Node): number {
  if (node.parent?.parent) return node.startIndex;
  const read = node.children.filter(
    child => child && child.type !== 'heredoc_identifier',
  );
  return read.at(-1)?.startIndex ?? node.startIndex;
}

/** Legal, and unknown to the grammar: `1e3`, at or in which it gives up. */
function exponentAt(text: string, at: number) {
  const [digits] = /\d*$/.exec(text.slice(0, at))!;
  const start = at - digits.length;
  const whole = /(?<![\w.])(\d+)([eE][+-]?\d+)(?![\w.])/y;
  whole.lastIndex = start;
  const [number, integer, power] = whole.exec(text) ?? [];
  if (number === undefined) return undefined;
  const { line, column } = positionOf(text, start);
  return iacError(
    'hcl-number-not-read',
    { line, column, number, instead: `${integer}.0${power}` },
    { line, column },
  );
}

function syntaxAt(text: string, at: number, problem: string) {
  const { line, column } = positionOf(text, at);
  return iacError(
    'hcl-syntax',
    {
      line,
      column,
      problem,
      text: shown(text.split('\n')[line - 1].trim(), 60),
    },
    { line, column },
  );
}

/** Line and column, both from 1, of an offset. */
export function positionOf(
  text: string,
  at: number,
): { line: number; column: number } {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - before.lastIndexOf('\n') };
}
