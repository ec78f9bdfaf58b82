// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseHcl } from '../hcl/parse';
import { HclExpression } from '../hcl/types';
import { readConstant } from './constant';
import { convert } from './convert';
import { TypeAttribute, TypeConstraint } from './types';

const ANY: TypeConstraint = { kind: 'any' };

class TypeReader {
  readonly problems: string[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  type(expression: HclExpression): TypeConstraint {
    // In quotes as Terraform 0.11 had it, which later ones still take.
    const word =
      expression.kind === 'reference' && expression.path.length === 1
        ? expression.path[0]
        : expression.kind === 'literal' && expression.value;
    switch (word) {
      case 'string':
      case 'number':
      case 'bool':
      case 'any':
        return { kind: word };
      case 'list':
      case 'set':
      case 'map':
        return { kind: word, of: ANY };
      default:
        return expression.kind === 'call'
          ? this.#constructed(expression)
          : this.#unknown(expression);
    }
  }

  #constructed(call: HclExpression & { kind: 'call' }): TypeConstraint {
    const [argument, ...more] = call.arguments;
    if (!argument || more.length > 0) return this.#unknown(call);
    switch (call.name) {
      case 'list':
      case 'set':
      case 'map':
        return { kind: call.name, of: this.type(argument) };
      case 'tuple':
        return argument.kind === 'list'
          ? {
              kind: 'tuple',
              items: argument.items.map(item => this.type(item)),
            }
          : this.#unknown(call);
      case 'object':
        return argument.kind === 'object'
          ? {
              kind: 'object',
              attributes: argument.entries.map(({ name, value, key }) =>
                this.#attribute(name ?? this.#slice(key), value),
              ),
            }
          : this.#unknown(call);
      default:
        return this.#unknown(call);
    }
  }

  #attribute(name: string, value: HclExpression): TypeAttribute {
    if (value.kind !== 'call' || value.name !== 'optional') {
      return { name, type: this.type(value), isOptional: false };
    }
    const [inner, given] = value.arguments;
    const type = inner ? this.type(inner) : this.#unknown(value);
    const constant = given && readConstant(given, this.#text);
    if (given && constant === undefined) {
      this.problems.push(
        `the default "${this.#slice(given)}" of "${name}" is not a plain value`,
      );
    }
    return {
      name,
      type,
      isOptional: true,
      ...(constant === undefined || constant === null
        ? {}
        : { default: convert(constant, type) }),
    };
  }

  #unknown(expression: HclExpression): TypeConstraint {
    this.problems.push(
      `the type "${this.#slice(expression)}" is not known, and counts as any`,
    );
    return ANY;
  }

  #slice({ range }: HclExpression): string {
    return this.#text.slice(range.start, range.end);
  }
}

/** The same, of an expression in a text. */
export function readType(
  expression: HclExpression,
  text: string,
): { type: TypeConstraint; problems: string[] } {
  const reader = new TypeReader(text);
  return { type: reader.type(expression), problems: reader.problems };
}

/**
 * Reads a type constraint: `string`, `list(number)`, `object({ size = optional(string, "small") })`.
 *
 * Rules: https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 *
 * @returns the type, and what could not be read, which counts as `any`
 * @throws hcl-syntax
 * @public
 */
export async function parseTypeConstraint(
  text: string,
): Promise<{ type: TypeConstraint; problems: string[] }> {
  const source = `type = ${text}\n`;
  const { body } = await parseHcl(source);
  return readType(body.attributes[0].value, source);
}
