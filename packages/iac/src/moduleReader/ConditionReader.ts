// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject, JsonValue } from '@backstage/types';
import { HclExpression } from '../hcl/types';
import { conjuncts, disjuncts, FLIPPED, lengthKeywords } from './conditions';
import { readConstant } from './constant';
import { patternOf } from './pattern';
import { TypeConstraint, ValidationRule } from './types';
import { typeAt } from './typeAt';

/** Finds what a `validation` plainly says: one of, a pattern, a length, a range, whole numbers. */
export class ConditionReader {
  readonly #text: string;
  readonly #type: TypeConstraint;
  /** The paths that names stand for: the variable, and the item of a `for`. */
  readonly #names: Map<string, string[]>;

  static read(options: {
    condition: HclExpression;
    text: string;
    variable: string;
    type: TypeConstraint;
  }): { rules: ValidationRule[]; isComplete: boolean } {
    const names = new Map([[`var.${options.variable}`, []]]);
    const reader = new ConditionReader(options.text, options.type, names);
    const found = conjuncts(options.condition).map(part => reader.#rules(part));
    return {
      rules: found.flatMap(rules => rules ?? []),
      isComplete: found.every(rules => rules !== undefined),
    };
  }

  private constructor(
    text: string,
    type: TypeConstraint,
    names: Map<string, string[]>,
  ) {
    this.#text = text;
    this.#type = type;
    this.#names = names;
  }

  /** undefined for what is not plainly one of the rules. */
  #rules(expression: HclExpression): ValidationRule[] | undefined {
    if (expression.kind === 'call') return this.#call(expression);
    const { operator, operands = [] } =
      (expression.kind === 'other' && expression.operation) || {};
    switch (operator) {
      case '()':
        return this.#rules(operands[0]);
      case '&&': {
        const found = conjuncts(expression).map(part => this.#rules(part));
        return found.every(rules => rules !== undefined)
          ? found.flat()
          : undefined;
      }
      case '||':
        return this.#anyOf(disjuncts(expression));
      case '?:':
        return this.#unlessNull(operands);
      default:
        return operator && operator in FLIPPED && operands.length === 2
          ? this.#comparison(operator, operands)
          : undefined;
    }
  }

  #call({ name, arguments: given }: HclExpression & { kind: 'call' }) {
    const [first, second] = given;
    if (name === 'contains' && given.length === 2) {
      const values = readConstant(first, this.#text);
      const path = this.#path(second);
      return path && Array.isArray(values)
        ? this.#oneOf(path, values)
        : undefined;
    }
    if (name === 'can' && first?.kind === 'call' && first.name === 'regex') {
      return this.#matches(first.arguments);
    }
    if (name === 'alltrue' && given.length === 1) return this.#every(first);
    return undefined;
  }

  #every(expression: HclExpression): ValidationRule[] | undefined {
    const operation =
      expression.kind === 'other' ? expression.operation : undefined;
    if (operation?.operator !== 'for') return undefined;
    const [collection, value] = operation.operands;
    const path = this.#path(collection);
    const item = operation.names?.at(-1);
    if (!path || !item) return undefined;
    const names = new Map([...this.#names, [item, [...path, '[]']]]);
    return new ConditionReader(this.#text, this.#type, names).#rules(value);
  }

  #matches([pattern, subject]: HclExpression[]): ValidationRule[] | undefined {
    const text = pattern && readConstant(pattern, this.#text);
    const path = subject && this.#path(subject);
    const written = typeof text === 'string' ? patternOf(text) : undefined;
    return path && written !== undefined
      ? this.#rule(path, ['string'], { pattern: written })
      : undefined;
  }

  #anyOf(parts: HclExpression[]): ValidationRule[] | undefined {
    const rest = parts.filter(part => !this.#isNullCheck(part, '=='));
    if (rest.length === 1) return this.#rules(rest[0]);
    const found = rest.map(part => this.#rules(part)?.[0]);
    const [first] = found;
    const isOneOf = found.every(
      rule =>
        rule?.keywords.enum && rule.path.join('\0') === first?.path.join('\0'),
    );
    if (!first || !isOneOf) return undefined;
    const values = found.flatMap(rule => rule!.keywords.enum as JsonValue[]);
    return [{ path: first.path, keywords: { enum: values } }];
  }

  /** `x == null ? true : …` and `x != null ? … : true`: leaving an input out is null. */
  #unlessNull([condition, yes, no]: HclExpression[]) {
    const isTrue = (value: HclExpression) =>
      value.kind === 'literal' && value.value === true;
    if (this.#isNullCheck(condition, '==') && isTrue(yes)) {
      return this.#rules(no);
    }
    return this.#isNullCheck(condition, '!=') && isTrue(no)
      ? this.#rules(yes)
      : undefined;
  }

  #isNullCheck(expression: HclExpression, operator: string): boolean {
    const operation =
      expression.kind === 'other' ? expression.operation : undefined;
    if (operation?.operator === '()') {
      return this.#isNullCheck(operation.operands[0], operator);
    }
    if (operation?.operator !== operator) return false;
    const [left, right] = operation.operands;
    const isNull = (value: HclExpression) =>
      value.kind === 'literal' && value.value === null;
    return (
      (isNull(right) && this.#path(left) !== undefined) ||
      (isNull(left) && this.#path(right) !== undefined)
    );
  }

  #comparison(operator: string, [left, right]: HclExpression[]) {
    const value = readConstant(right, this.#text);
    if (value !== undefined) return this.#compared(operator, left, value);
    const flipped = readConstant(left, this.#text);
    if (flipped !== undefined) {
      return this.#compared(FLIPPED[operator], right, flipped);
    }
    const isWhole =
      operator === '==' &&
      (this.#isRounded(left, right) || this.#isRounded(right, left));
    const path = this.#path(left) ?? this.#path(right);
    return isWhole && path
      ? this.#rule(path, ['number'], { multipleOf: 1 })
      : undefined;
  }

  #isRounded(call: HclExpression, plain: HclExpression): boolean {
    if (call.kind !== 'call' || !/^(floor|ceil)$/.test(call.name)) return false;
    const [inner] = call.arguments;
    const paths = [inner && this.#path(inner), this.#path(plain)];
    return (
      paths[0] !== undefined && paths[0].join('\0') === paths[1]?.join('\0')
    );
  }

  #compared(operator: string, subject: HclExpression, value: JsonValue) {
    if (subject.kind === 'call' && subject.name === 'length') {
      return this.#length(operator, subject.arguments[0], value);
    }
    const path = this.#path(subject);
    if (!path) return undefined;
    if (operator === '==') {
      return value === null ? undefined : this.#oneOf(path, [value]);
    }
    if (operator === '!=') {
      if (value === '') return this.#rule(path, ['string'], { minLength: 1 });
      // A value of a form is never null.
      return value === null ? [] : undefined;
    }
    if (typeof value !== 'number') return undefined;
    const keyword = {
      '>=': 'minimum',
      '>': 'exclusiveMinimum',
      '<=': 'maximum',
      '<': 'exclusiveMaximum',
    }[operator];
    return keyword
      ? this.#rule(path, ['number'], { [keyword]: value })
      : undefined;
  }

  #length(operator: string, subject: HclExpression, value: JsonValue) {
    if (
      subject?.kind === 'call' &&
      subject.name === 'regexall' &&
      ((operator === '>' && value === 0) || (operator === '>=' && value === 1))
    ) {
      return this.#matches(subject.arguments);
    }
    const path = subject && this.#path(subject);
    if (!path || typeof value !== 'number' || !Number.isInteger(value)) {
      return undefined;
    }
    const keywords = lengthKeywords(
      typeAt(this.#type, path)?.kind,
      operator,
      value,
    );
    return keywords ? [{ path, keywords }] : undefined;
  }

  #oneOf(path: string[], values: JsonValue[]): ValidationRule[] | undefined {
    const kind = typeAt(this.#type, path)?.kind;
    const isPlain = values.every(
      value => value !== null && typeof value !== 'object',
    );
    if (!isPlain || values.length === 0) return undefined;
    if (kind !== 'string' && kind !== 'number' && kind !== 'bool') {
      return undefined;
    }
    const converted = values.map(value =>
      kind === 'string' ? String(value) : value,
    );
    return this.#rule(path, [kind], { enum: [...new Set(converted)] });
  }

  #rule(path: string[], kinds: TypeConstraint['kind'][], keywords: JsonObject) {
    const type = typeAt(this.#type, path);
    return type && kinds.includes(type.kind) ? [{ path, keywords }] : undefined;
  }

  /** Where in the variable a reference leads. */
  #path(expression: HclExpression): string[] | undefined {
    if (expression.kind !== 'reference') return undefined;
    const [root, name, ...rest] = expression.path;
    const own = this.#names.get(`${root}.${name}`);
    if (root === 'var') return own && [...own, ...rest];
    const item = this.#names.get(root);
    return item && [...item, ...expression.path.slice(1)];
  }
}
