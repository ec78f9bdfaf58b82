// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject, JsonValue } from '@backstage/types';
import { shown } from '@fairway/errors';
import { isPlainKey } from '../hcl/keys';
import { unquoteText } from '../hcl/quote';
import { HclExpression, HclRange } from '../hcl/types';
import { UnitFacts, UnitFindingCode } from './facts';
import { whyNotPlain } from './whyNotPlain';

type Find = (code: UnitFindingCode, range: HclRange, message: string) => void;
type ObjectExpression = HclExpression & { kind: 'object' };

/** Reads the inputs of a unit: values, and references to other units' outputs. */
export class InputReader {
  readonly #find: Find;
  readonly #references: UnitFacts['references'] = [];

  constructor(find: Find) {
    this.#find = find;
  }

  read(object: ObjectExpression): {
    keys: string[];
    values: JsonObject;
    references: UnitFacts['references'];
  } {
    const entries = this.#entries(object, 'inputs');
    return {
      keys: entries.map(([name]) => name),
      values: Object.fromEntries(
        entries.filter(
          (found): found is [string, JsonValue] => found[1] !== undefined,
        ),
      ),
      references: this.#references,
    };
  }

  /** undefined where there is no value before it is evaluated. */
  #value(expression: HclExpression, path: string): JsonValue | undefined {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'list': {
        const items = expression.items.map((item, index) =>
          this.#value(item, `${path}[${index}]`),
        );
        return items.every(item => item !== undefined)
          ? (items as JsonValue[])
          : undefined;
      }
      case 'object': {
        const entries = this.#entries(expression, path);
        return entries.every(([, value]) => value !== undefined)
          ? (Object.fromEntries(entries) as JsonObject)
          : undefined;
      }
      default:
        if (!this.#isReference(expression, path)) {
          for (const { code, range, message } of whyNotPlain(expression)) {
            this.#find(code, range, message);
          }
        }
        return undefined;
    }
  }

  #entries(
    object: ObjectExpression,
    path: string,
  ): [string, JsonValue | undefined][] {
    const entries = new Map<string, JsonValue | undefined>();
    const seen = new Set<string>();
    for (const { name, key, value } of object.entries) {
      if (name === undefined) {
        this.#find(
          'expression',
          key.range,
          `A key at "${path}" is an expression. Write the name itself`,
        );
        this.#value(value, `${path}[?]`);
        continue;
      }
      // HCL compares keys in NFC.
      if (seen.has(name.normalize('NFC'))) {
        this.#find(
          'duplicate',
          key.range,
          `"${shown(name)}" is there twice at "${path}". Keep one`,
        );
      }
      seen.add(name.normalize('NFC'));
      const step = isPlainKey(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
      entries.set(name, this.#value(value, `${path}${step}`));
    }
    return [...entries];
  }

  /** `dependency.<name>.outputs.<output>`, alone or between text. */
  #isReference(expression: HclExpression, path: string): boolean {
    if (expression.kind === 'reference') {
      const [root, dependency, outputs, output] = expression.path;
      if (root !== 'dependency' || outputs !== 'outputs' || !output)
        return false;
      this.#references.push({ path, dependency, output });
      return true;
    }
    if (expression.kind !== 'template' || expression.heredoc) return false;
    return expression.parts.every(part =>
      part.kind === 'text'
        ? unquoteText(part.text) !== undefined
        : part.kind === 'interpolation' &&
          part.expression.kind === 'reference' &&
          this.#isReference(part.expression, path),
    );
  }
}
