// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Node } from 'web-tree-sitter';
import { iacError } from '../errors';
import { parts, readOperation } from './operations';
import { unquoteText } from './quote';
import {
  HclBlock,
  HclBody,
  HclExpression,
  HclFile,
  HclObjectEntry,
  HclRange,
  HclTemplatePart,
} from './types';

const MAX_DEPTH = 200;

/** Makes the plain, typed reading of a syntax tree, so that nobody else depends on the grammar's node names. */
export class TreeReader {
  readonly #text: string;
  readonly #tokens: HclFile['tokens'] = [];

  constructor(text: string) {
    this.#text = text;
  }

  file(root: Node): HclFile {
    this.#collectTokens(root, 0);
    const content = parts(root)[0];
    return {
      text: this.#text,
      form: content?.type === 'object' ? 'object' : 'body',
      body: this.#body(content?.type === 'body' ? content : undefined),
      tokens: this.#tokens,
    };
  }

  // Also the guard of every other recursion: nothing here goes deeper than the tree.
  #collectTokens(node: Node, depth: number) {
    if (depth > MAX_DEPTH) {
      throw iacError('hcl-too-large', { what: 'levels', limit: MAX_DEPTH });
    }
    if (node.type === 'comment' || node.startIndex === node.endIndex) return;
    const children = parts(node);
    const whole =
      children.length === 0 ||
      node.type === 'string_lit' ||
      node.type === 'quoted_template';
    if (whole) this.#tokens.push([node.startIndex, node.endIndex]);
    for (const child of whole ? [] : children) {
      this.#collectTokens(child, depth + 1);
    }
  }

  #body(node: Node | undefined): HclBody {
    const body: HclBody = { attributes: [], blocks: [] };
    for (const child of node ? parts(node) : []) {
      if (child.type === 'attribute') {
        const [name, , value] = parts(child);
        body.attributes.push({
          name: name.text,
          value: this.#expression(value),
          range: rangeOf(child),
        });
      } else {
        body.blocks.push(this.#block(child));
      }
    }
    return body;
  }

  #block(node: Node): HclBlock {
    const [type, ...rest] = parts(node);
    return {
      type: type.text,
      labels: rest
        .filter(({ type: kind }) => /^(string_lit|identifier)$/.test(kind))
        .map(label =>
          label.type === 'identifier'
            ? label.text
            : this.#unquoted(label) ?? this.#slice(label),
        ),
      body: this.#body(rest.find(child => child.type === 'body')),
      range: rangeOf(node),
    };
  }

  #expression(node: Node): HclExpression {
    return this.#chain(parts(node), node);
  }

  /** A term with what is behind it: attributes, indexes, splats. An operand of an operation has no node of its own. */
  #chain(nodes: Node[], whole: Node): HclExpression {
    const [term, ...rest] = nodes;
    if (rest.length === 0 && term.type === 'expression') {
      return this.#expression(term);
    }
    const range = {
      ...rangeOf(whole),
      end: nodes[nodes.length - 1].endIndex,
    };
    if (rest.length === 0) return { ...this.#term(term), range };
    const path = rest.map(child =>
      child.type === 'get_attr' ? parts(child)[1]?.text : undefined,
    );
    if (term.type === 'variable_expr' && path.every(step => step)) {
      return {
        kind: 'reference',
        path: [term.text, ...(path as string[])],
        range,
      };
    }
    return term.type === '('
      ? this.#other(whole, 'parentheses')
      : { ...this.#other(whole, 'an expression'), range };
  }

  #term(node: Node): HclExpression {
    const range = rangeOf(node);
    const [inner] = parts(node);
    switch (node.type) {
      case 'literal_value':
        return this.#literal(inner);
      case 'collection_value':
        return inner.type === 'tuple'
          ? {
              kind: 'list',
              items: parts(inner)
                .filter(child => child.type === 'expression')
                .map(child => this.#expression(child)),
              range,
            }
          : {
              kind: 'object',
              entries: parts(inner)
                .filter(child => child.type === 'object_elem')
                .map(child => this.#entry(child)),
              range,
            };
      case 'variable_expr':
        return { kind: 'reference', path: [node.text], range };
      case 'function_call':
        return this.#call(node);
      case 'template_expr':
        return this.#template(inner);
      case 'operation':
        return this.#negativeNumber(inner) ?? this.#other(node, 'an operation');
      default:
        return this.#other(node, node.type.replace(/_/g, ' '));
    }
  }

  #literal(node: Node): HclExpression {
    const range = rangeOf(node);
    if (node.type === 'null_lit')
      return { kind: 'literal', value: null, range };
    if (node.type === 'bool_lit') {
      return { kind: 'literal', value: node.text === 'true', range };
    }
    if (node.type === 'numeric_lit') {
      // The grammar takes hexadecimal numbers, Terraform does not.
      if (/^0[xX]/.test(node.text)) {
        return this.#other(node, 'a hexadecimal number');
      }
      const value = Number(node.text);
      return Number.isFinite(value)
        ? { kind: 'literal', value, range }
        : this.#other(node, 'a number that is too large');
    }
    const value = this.#unquoted(node);
    return value === undefined
      ? this.#other(node, 'a string with an unusual escape')
      : { kind: 'literal', value, range };
  }

  #negativeNumber(node: Node): HclExpression | undefined {
    const [sign, operand, ...rest] = parts(node);
    if (sign.type !== '-' || rest.length > 0) return undefined;
    if (operand.type !== 'literal_value') return undefined;
    const literal = this.#literal(parts(operand)[0]);
    return literal.kind === 'literal' && typeof literal.value === 'number'
      ? { ...literal, value: -literal.value, range: rangeOf(node) }
      : undefined;
  }

  #entry(node: Node): HclObjectEntry {
    const key = this.#expression(node.childForFieldName('key')!);
    const entry: HclObjectEntry = {
      key,
      value: this.#expression(node.childForFieldName('val')!),
      range: rangeOf(node),
    };
    if (key.kind === 'literal' && typeof key.value === 'string') {
      return { ...entry, name: key.value };
    }
    return key.kind === 'reference' && key.path.length === 1
      ? { ...entry, name: key.path[0] }
      : entry;
  }

  #call(node: Node): HclExpression {
    const children = parts(node);
    const list = children.find(child => child.type === 'function_arguments');
    return {
      kind: 'call',
      name: children[0].text,
      arguments: list
        ? parts(list)
            .filter(child => child.type === 'expression')
            .map(child => this.#expression(child))
        : [],
      range: rangeOf(node),
    };
  }

  #template(node: Node): HclExpression {
    const children = parts(node);
    const templates: HclTemplatePart[] = [];
    let at = children[0].endIndex;
    const textUntil = (end: number) => {
      if (end > at) {
        templates.push({
          kind: 'text',
          text: this.#text.slice(at, end),
          start: at,
        });
      }
    };
    for (const child of children) {
      if (child.type === 'template_interpolation') {
        textUntil(child.startIndex);
        const inner = parts(child).find(part => part.type === 'expression');
        templates.push(
          inner
            ? { kind: 'interpolation', expression: this.#expression(inner) }
            : { kind: 'directive' },
        );
        at = child.endIndex;
      } else if (child.type === 'template_directive') {
        textUntil(child.startIndex);
        templates.push({ kind: 'directive' });
        at = child.endIndex;
      }
    }
    textUntil(children[children.length - 1].startIndex);
    return {
      kind: 'template',
      heredoc: node.type === 'heredoc_template',
      parts: templates,
      calls: this.#calls(node),
      range: rangeOf(node),
    };
  }

  #other(node: Node, what: string): HclExpression {
    const operation = readOperation(node, (nodes, whole) =>
      this.#chain(nodes, whole),
    );
    return {
      kind: 'other',
      what,
      calls: this.#calls(node),
      range: rangeOf(node),
      ...(operation ? { operation } : {}),
    };
  }

  #calls(node: Node): { name: string; range: HclRange }[] {
    return node
      .descendantsOfType('function_call')
      .flatMap(call =>
        call ? [{ name: parts(call)[0].text, range: rangeOf(call) }] : [],
      );
  }

  #unquoted(node: Node): string | undefined {
    return unquoteText(this.#slice(node).slice(1, -1));
  }

  #slice(node: Node): string {
    return this.#text.slice(node.startIndex, node.endIndex);
  }
}

function rangeOf(node: Node): HclRange {
  return {
    start: node.startIndex,
    end: node.endIndex,
    line: node.startPosition.row + 1,
    column: node.startPosition.column + 1,
  };
}
