// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Syntax } from './Syntax';
import { HclExpression, HclOperation } from './types';

/** Reads a term and what is behind it; `whole` says where it begins. */
type ReadChain = (nodes: Syntax[], whole: Syntax) => HclExpression;

const OPERATOR = /^(\|\||&&|[=!<>]=|[<>+*/%!-])$/;

/** Takes an operation, condition, `for` or parentheses apart; undefined for everything else. */
export function readOperation(
  node: Syntax,
  read: ReadChain,
): HclOperation | undefined {
  const children = node.parts;
  switch (node.type) {
    case 'expression':
      return children[0].type === '(' && children.length === 3
        ? { operator: '()', operands: [read([children[1]], children[1])] }
        : undefined;
    case 'operation':
      return ofOperation(children[0], read);
    case 'conditional':
      return {
        operator: '?:',
        operands: children
          .filter(child => child.type === 'expression')
          .map(child => read([child], child)),
      };
    case 'for_expr':
      return ofFor(children[0], read);
    default:
      return undefined;
  }
}

function ofOperation(node: Syntax, read: ReadChain): HclOperation | undefined {
  const children = node.parts;
  const at = children.findIndex(child => OPERATOR.test(child.type));
  if (at < 0) return undefined;
  // Attributes and indexes of an operand are its neighbours in the tree.
  const sides = [children.slice(0, at), children.slice(at + 1)];
  return {
    operator: children[at].type,
    operands: sides
      .filter(side => side.length > 0)
      .map(side => read(side, side[0])),
  };
}

function ofFor(node: Syntax, read: ReadChain): HclOperation | undefined {
  if (node.type !== 'for_tuple_expr') return undefined;
  const children = node.parts;
  const intro = children.find(child => child.type === 'for_intro');
  const value = children.find(child => child.type === 'expression');
  const isFiltered = children.some(child => child.type === 'for_cond');
  if (!intro || !value || isFiltered) return undefined;
  const inner = intro.parts;
  const collection = inner.find(child => child.type === 'expression');
  if (!collection) return undefined;
  return {
    operator: 'for',
    names: inner
      .filter(child => child.type === 'identifier')
      .map(child => child.node.text),
    operands: [read([collection], collection), read([value], value)],
  };
}
