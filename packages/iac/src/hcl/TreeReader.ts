// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { MAX_DEPTH } from './depth';
import { readOperation } from './operations';
import { PLAIN_LEVELS, readPlain } from './plain';
import { unquoteText } from './quote';
import { Syntax } from './Syntax';
import { keyOf, nameOf, rangeOf, tooDeep, valueOf } from './syntaxParts';
import { templateParts } from './templates';
import {
  HclAttribute,
  HclBlock,
  HclBody,
  HclCall,
  HclExpression,
  HclFile,
  HclObjectEntry,
  HclRange,
} from './types';

/** Makes the plain, typed reading of a syntax tree, so that nobody else depends on the grammar's node names. */
export class TreeReader {
  readonly #text: string;
  readonly #tokens: HclFile['tokens'] = [];

  constructor(text: string) {
    this.#text = text;
  }

  file(root: Syntax): HclFile {
    this.#collectTokens(root, 0);
    return { text: this.#text, ...this.content(root), tokens: this.#tokens };
  }

  protected content(root: Syntax): Pick<HclFile, 'form' | 'body'> {
    const content = root.parts[0];
    return {
      form: content?.type === 'object' ? 'object' : 'body',
      body: this.body(content?.type === 'body' ? content : undefined),
    };
  }

  // Also the guard of every other recursion: nothing here goes deeper than the tree.
  #collectTokens(node: Syntax, depth: number) {
    if (depth > MAX_DEPTH) throw tooDeep();
    const { start, end, isQuoted } = node;
    if (start === end) return;
    const isPlain = this.#plain(node) !== undefined;
    if (isPlain && depth + PLAIN_LEVELS > MAX_DEPTH) throw tooDeep();
    const children = isPlain || isQuoted ? [] : node.parts;
    if (children.length === 0) this.#tokens.push([start, end]);
    for (const child of children) this.#collectTokens(child, depth + 1);
  }

  protected body(node: Syntax | undefined): HclBody {
    const body: HclBody = { attributes: [], blocks: [] };
    for (const child of node ? node.parts : []) {
      if (child.type === 'attribute') {
        const [name, , value] = child.parts;
        body.attributes.push(this.attribute(child, this.slice(name), value));
      } else {
        body.blocks.push(this.#block(child));
      }
    }
    return body;
  }

  protected attribute(node: Syntax, name: string, value: Syntax): HclAttribute {
    return { name, value: this.expression(value), range: rangeOf(node) };
  }

  #block(node: Syntax): HclBlock {
    const [type, ...rest] = node.parts;
    const labels = rest
      .filter(({ type: kind }) => /^(string_lit|identifier)$/.test(kind))
      .map(label =>
        label.type === 'identifier'
          ? this.slice(label)
          : this.#unquoted(label) ?? this.slice(label),
      );
    return this.block(node, { type: this.slice(type), labels });
  }

  protected block(
    node: Syntax,
    { type, labels }: Pick<HclBlock, 'type' | 'labels'>,
  ): HclBlock {
    const body = this.body(node.parts.find(child => child.type === 'body'));
    return { type, labels, body, range: rangeOf(node) };
  }

  #plain(node: Syntax) {
    return node.type === 'expression' ? readPlain(this.slice(node)) : undefined;
  }

  protected expression(node: Syntax): HclExpression {
    const plain = this.#plain(node);
    return plain
      ? { ...plain, range: rangeOf(node) }
      : this.#chain(node.parts, node);
  }

  /** A term with what is behind it: attributes, indexes, splats. An operand of an operation has no node of its own. */
  #chain(nodes: Syntax[], whole: Syntax): HclExpression {
    const [term, ...rest] = nodes;
    if (rest.length === 0 && term.type === 'expression') {
      return this.expression(term);
    }
    const range = rangeOf(whole, nodes[nodes.length - 1].end);
    if (rest.length === 0) return this.#term(term, range);
    const path = rest.map(child => {
      const name = child.type === 'get_attr' ? child.parts[1] : undefined;
      return name && this.slice(name);
    });
    if (term.type === 'variable_expr' && path.every(step => step)) {
      return {
        kind: 'reference',
        path: [this.slice(term), ...(path as string[])],
        range,
      };
    }
    return term.type === '('
      ? this.#other(whole, 'parentheses', rangeOf(whole))
      : this.#other(whole, 'an expression', range);
  }

  #term(node: Syntax, range: HclRange): HclExpression {
    const [inner] = node.parts;
    switch (node.type) {
      case 'literal_value':
        return this.#literal(inner, range);
      case 'collection_value':
        return this.#collection(inner, range);
      case 'variable_expr':
        return { kind: 'reference', path: [this.slice(node)], range };
      case 'function_call':
        return this.#call(node, range);
      case 'template_expr':
        return this.#template(inner, range);
      case 'operation':
        return (
          this.#negativeNumber(inner, range) ??
          this.#other(node, 'an operation', range)
        );
      default:
        return this.#other(node, node.type.replace(/_/g, ' '), range);
    }
  }

  #collection(node: Syntax, range: HclRange): HclExpression {
    return node.type === 'tuple'
      ? this.list(node, range)
      : this.object(node, range);
  }

  protected list(node: Syntax, range: HclRange): HclExpression {
    return { kind: 'list', items: this.items(node), range };
  }

  protected items(node: Syntax): HclExpression[] {
    return node.parts
      .filter(child => child.type === 'expression')
      .map(child => this.expression(child));
  }

  protected object(node: Syntax, range: HclRange): HclExpression {
    return { kind: 'object', entries: this.entries(node), range };
  }

  protected entries(node: Syntax): HclObjectEntry[] {
    return node.parts
      .filter(child => child.type === 'object_elem')
      .map(child => this.entry(child));
  }

  #literal(node: Syntax, range: HclRange): HclExpression {
    if (node.type === 'null_lit')
      return { kind: 'literal', value: null, range };
    const text = this.slice(node);
    if (node.type === 'bool_lit') {
      return { kind: 'literal', value: text === 'true', range };
    }
    if (node.type === 'numeric_lit') {
      // The grammar takes hexadecimal numbers, Terraform does not.
      if (/^0[xX]/.test(text)) {
        return this.#other(node, 'a hexadecimal number', range);
      }
      const value = Number(text);
      return Number.isFinite(value)
        ? { kind: 'literal', value, range }
        : this.#other(node, 'a number that is too large', range);
    }
    const value = this.#unquoted(node);
    return value === undefined
      ? this.#other(node, 'a string with an unusual escape', range)
      : { kind: 'literal', value, range };
  }

  #negativeNumber(node: Syntax, range: HclRange): HclExpression | undefined {
    const [sign, operand, ...rest] = node.parts;
    if (sign.type !== '-' || rest.length > 0) return undefined;
    if (operand.type !== 'literal_value') return undefined;
    const literal = this.#literal(operand.parts[0], range);
    return literal.kind === 'literal' && typeof literal.value === 'number'
      ? { ...literal, value: -literal.value }
      : undefined;
  }

  protected entry(node: Syntax): HclObjectEntry {
    const key = this.expression(keyOf(node));
    const value = this.expression(valueOf(node));
    const name = nameOf(key);
    return name === undefined
      ? { key, value, range: rangeOf(node) }
      : { key, value, range: rangeOf(node), name };
  }

  #call(node: Syntax, range: HclRange): HclExpression {
    const children = node.parts;
    const list = children.find(child => child.type === 'function_arguments');
    return {
      kind: 'call',
      name: this.slice(children[0]),
      arguments: list ? this.items(list) : [],
      range,
    };
  }

  #template(node: Syntax, range: HclRange): HclExpression {
    return {
      kind: 'template',
      heredoc: node.type === 'heredoc_template',
      parts: templateParts(node, {
        text: this.#text,
        expression: inner => this.expression(inner),
      }),
      calls: this.#calls(node),
      range,
    };
  }

  #other(node: Syntax, what: string, range: HclRange): HclExpression {
    const operation = readOperation(node, (nodes, whole) =>
      this.#chain(nodes, whole),
    );
    return {
      kind: 'other',
      what,
      calls: this.#calls(node),
      range,
      ...(operation ? { operation } : {}),
    };
  }

  #calls({ node }: Syntax): HclCall[] {
    return node.descendantsOfType('function_call').flatMap(found => {
      if (!found) return [];
      const call = Syntax.create(found);
      return [{ name: this.slice(call.parts[0]), range: rangeOf(call) }];
    });
  }

  #unquoted(node: Syntax): string | undefined {
    return unquoteText(this.#text.slice(node.start + 1, node.end - 1));
  }

  protected slice({ start, end }: Syntax): string {
    return this.#text.slice(start, end);
  }
}
