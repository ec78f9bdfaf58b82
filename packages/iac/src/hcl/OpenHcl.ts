// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Tree } from 'web-tree-sitter';
import { hclParser } from './grammar';
import { LazyReader } from './LazyReader';
import { parseTree, refuseUnreadable } from './parse';
import { Syntax } from './Syntax';
import { HclReplacement, treeAfter } from './trees';
import { HclBlock, HclFile } from './types';

/**
 * A parsed file for editing: only what is asked for is read of the tree, which lives outside the garbage collector's
 * reach until {@link OpenHcl.close}; nothing of it may be asked for afterwards.
 */
export class OpenHcl {
  readonly #tree: Tree;
  readonly #reader: LazyReader;
  readonly text: string;
  readonly form: HclFile['form'];
  readonly body: HclFile['body'];

  private constructor(text: string, tree: Tree) {
    this.#tree = tree;
    this.#reader = new LazyReader(text);
    const { form, body } = this.#reader.open(Syntax.create(tree.rootNode));
    this.text = text;
    this.form = form;
    this.body = body;
  }

  /** @throws as parseHcl does */
  static async open(text: string): Promise<OpenHcl> {
    return OpenHcl.#of(text, await parseTree(text));
  }

  static #of(text: string, tree: Tree): OpenHcl {
    try {
      return new OpenHcl(text, tree);
    } catch (error) {
      tree.delete();
      throw error;
    }
  }

  /**
   * The file after replacements, which do not overlap. Parses only what they changed.
   *
   * @throws as parseHcl does for the new text
   */
  async replace(replacements: readonly HclReplacement[]): Promise<OpenHcl> {
    const { text, edited } = treeAfter(this.text, this.#tree, replacements);
    try {
      refuseUnreadable(text);
      const tree = (await hclParser()).parse(text, edited);
      if (tree && !tree.rootNode.hasError) return OpenHcl.#of(text, tree);
      tree?.delete();
    } finally {
      edited.delete();
    }
    // What the old tree was good for is over: the new text is judged by itself, and its error named.
    return OpenHcl.open(text);
  }

  /** Behind the brace that opens a block. */
  openOf(block: HclBlock): number {
    return this.#reader.openOf(block);
  }

  close(): void {
    this.#tree.delete();
  }
}
