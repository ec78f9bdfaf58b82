// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonValue } from '@backstage/types';
import { readLiteral } from '../hcl/literal';
import { parseHcl } from '../hcl/parse';
import { HclExpression, HclFile } from '../hcl/types';

/** How the template of a stack's unit comes by one input of its module. @public */
export interface TemplateInput {
  name: string;
  /** The value of the stack that it is: `values.size`, `try(values.size, "small")`. */
  value?: string;
  /** What it is, or where `value` is left out: undefined where that is not known before it is run. */
  literal?: JsonValue;
}

/** What the template of a stack's unit makes of the stack's values. @public */
export interface TemplateInputs {
  inputs: TemplateInput[];
  /** `inputs = values`: every value that is not read elsewhere is the input of its name. */
  isValues: boolean;
  /** There may be inputs beside these: of included files, or of expressions. */
  isOpen: boolean;
  /** Values that it reads by their names, for inputs and elsewhere; undefined where it may read any. */
  reads?: string[];
}

/**
 * How a unit's template, a `terragrunt.hcl` that reads `values`, gives inputs to its module.
 *
 * @throws hcl-syntax
 * @public
 */
export async function readTemplateInputs(
  template: string,
): Promise<TemplateInputs> {
  const file = await parseHcl(template);
  const { attributes, blocks } = file.body;
  const hasIncludes = blocks.some(({ type }) => type === 'include');
  const inputs = attributes.find(({ name }) => name === 'inputs')?.value;
  const isObject = inputs === undefined || inputs.kind === 'object';
  const isValues = inputs !== undefined && isAllValues(inputs);
  const entries = inputs?.kind === 'object' ? inputs.entries : [];
  const isComputed = entries.some(({ name }) => name === undefined);
  const reads = readsOf(file, { without: isValues ? inputs : undefined });
  return {
    inputs: entries.flatMap(({ name, value }) =>
      name === undefined ? [] : [{ name, ...given(value) }],
    ),
    isValues,
    isOpen: hasIncludes || isComputed || !(isObject || isValues),
    ...(reads && { reads }),
  };
}

function isAllValues(expression: HclExpression): boolean {
  return (
    expression.kind === 'reference' && expression.path.join('.') === 'values'
  );
}

function given(expression: HclExpression): Omit<TemplateInput, 'name'> {
  const literal = readLiteral(expression);
  if (literal.isLiteral) return { literal: literal.value };
  const value = valueOf(expression);
  if (value !== undefined) return { value };
  if (expression.kind !== 'call' || expression.name !== 'try') return {};
  const [first, fallback, ...more] = expression.arguments;
  const tried = first && valueOf(first);
  if (tried === undefined || !fallback || more.length > 0) return {};
  const otherwise = readLiteral(fallback);
  return otherwise.isLiteral ? { value: tried, literal: otherwise.value } : {};
}

function valueOf(expression: HclExpression): string | undefined {
  if (expression.kind !== 'reference') return undefined;
  const [root, name, ...more] = expression.path;
  return root === 'values' && more.length === 0 ? name : undefined;
}

/** Comments are no tokens, so what they say about values is not taken for a use. */
function readsOf(
  { text, tokens }: HclFile,
  options: { without?: HclExpression },
): string[] | undefined {
  const { start = 0, end = 0 } = options.without?.range ?? {};
  const code = tokens
    .filter(([from]) => from < start || from >= end)
    .map(([from, to]) => text.slice(from, to))
    .join(' ');
  const names = new Set<string>();
  for (const [, name] of code.matchAll(
    /(?<![\w.-])values\b(?:\s*\.\s*([A-Za-z_][\w-]*))?/g,
  )) {
    if (name === undefined) return undefined;
    names.add(name);
  }
  return [...names];
}
