// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { exceedsDepth } from './depth';
import { plainKeyAt } from './keys';
import { Syntax } from './Syntax';
import { keyOf, nameOf, rangeOf, tooDeep, valueOf } from './syntaxParts';
import { TreeReader } from './TreeReader';
import {
  HclAttribute,
  HclBlock,
  HclExpression,
  HclFile,
  HclObjectEntry,
  HclRange,
} from './types';

/** Reads values, bodies, items and entries when they are first asked for, as long as the tree is there. */
export class LazyReader extends TreeReader {
  readonly #text: string;
  readonly #blocks = new WeakMap<HclBlock, Syntax>();

  constructor(text: string) {
    super(text);
    this.#text = text;
  }

  /** What is on top of a file. */
  open(root: Syntax): Pick<HclFile, 'form' | 'body'> {
    if (exceedsDepth(this.#text, root)) throw tooDeep();
    return this.content(root);
  }

  /** Behind the brace that opens a block of this reading. */
  openOf(block: HclBlock): number {
    const brace = this.#blocks
      .get(block)
      ?.parts.find(({ type }) => type === 'block_start');
    return brace?.end ?? block.range.end - 1;
  }

  protected attribute(node: Syntax, name: string, value: Syntax): HclAttribute {
    const read = once(() => this.expression(value));
    return {
      name,
      get value() {
        return read();
      },
      range: rangeOf(node),
    };
  }

  protected block(
    node: Syntax,
    head: Pick<HclBlock, 'type' | 'labels'>,
  ): HclBlock {
    const read = once(() => super.block(node, head).body);
    const block: HclBlock = {
      ...head,
      get body() {
        return read();
      },
      range: rangeOf(node),
    };
    this.#blocks.set(block, node);
    return block;
  }

  protected list(node: Syntax, range: HclRange): HclExpression {
    const read = once(() => this.items(node));
    return {
      kind: 'list',
      get items() {
        return read();
      },
      range,
    };
  }

  protected object(node: Syntax, range: HclRange): HclExpression {
    const read = once(() => this.entries(node));
    return {
      kind: 'object',
      get entries() {
        return read();
      },
      range,
    };
  }

  protected entry(node: Syntax): HclObjectEntry {
    const key = once(() => this.expression(keyOf(node)));
    const value = once(() => this.expression(valueOf(node)));
    return {
      name: plainKeyAt(this.#text, node.start) ?? nameOf(key()),
      get key() {
        return key();
      },
      get value() {
        return value();
      },
      range: rangeOf(node),
    };
  }
}

function once<T>(read: () => T): () => T {
  let done: { value: T } | undefined;
  return () => {
    done ??= { value: read() };
    return done.value;
  };
}
