// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Node } from 'web-tree-sitter';

// What the grammar gives no children: nobody asks the parser for them.
const LEAVES = new Set([
  ...[
    'identifier',
    'comment',
    '=',
    ':',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    ',',
    '.',
  ],
  ...['block_start', 'block_end', 'object_start', 'object_end'],
  ...['tuple_start', 'tuple_end', 'heredoc_identifier', 'template_literal'],
  ...['quoted_template_start', 'quoted_template_end'],
]);

/** A node of the syntax tree, which lives in WebAssembly: every question costs a call there, so each is asked once. */
export class Syntax {
  readonly node: Node;
  readonly type: string;
  readonly start: number;
  #end: number | undefined;
  #parts: Syntax[] | undefined;

  constructor(node: Node, type: string) {
    this.node = node;
    this.type = type;
    this.start = node.startIndex;
  }

  static create(node: Node): Syntax {
    return new Syntax(node, node.type);
  }

  get end(): number {
    this.#end ??= this.node.endIndex;
    return this.#end;
  }

  /** A quoted string, which is one token however much it holds. */
  get isQuoted(): boolean {
    return this.type === 'string_lit' || this.type === 'quoted_template';
  }

  /** Children without comments, which may stand anywhere. */
  get parts(): Syntax[] {
    this.#parts ??= LEAVES.has(this.type) ? [] : partsOf(this.node);
    return this.#parts;
  }
}

function partsOf(node: Node): Syntax[] {
  const parts: Syntax[] = [];
  for (const child of node.children) {
    const type = child?.type;
    if (child && type !== undefined && type !== 'comment') {
      parts.push(new Syntax(child, type));
    }
  }
  return parts;
}
