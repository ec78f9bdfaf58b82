// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { HclBody, HclExpression } from '../hcl/types';
import { ConditionReader } from './ConditionReader';
import { readConstant } from './constant';
import { convert } from './convert';
import { readType } from './typeConstraint';
import {
  ModuleOutput,
  ModuleValidation,
  ModuleVariable,
  ModuleWarning,
  TypeConstraint,
} from './types';

interface Attribute {
  value: HclExpression;
  /** The file that the value's range is of. */
  text: string;
}

/** A `variable` or `output` block, overrides merged. */
export interface Declaration {
  name: string;
  path: string;
  line: number;
  attributes: Map<string, Attribute>;
  validations: { body: HclBody; text: string }[];
}

export function readOutput(declaration: Declaration): ModuleOutput {
  const { name, path, line } = declaration;
  return {
    name,
    ...textOf(declaration, 'description'),
    isSensitive: constantOf(declaration, 'sensitive') === true,
    path,
    line,
  };
}

export function readVariable(
  declaration: Declaration,
  warnings: ModuleWarning[],
): ModuleVariable {
  const { name, path, line, attributes } = declaration;
  const warn = (problem: string) =>
    warnings.push({
      message: `In the input "${name}", ${problem}`,
      path,
      line,
    });

  const written = attributes.get('type');
  const { type, problems }: { type: TypeConstraint; problems: string[] } =
    written
      ? readType(written.value, written.text)
      : { type: { kind: 'any' }, problems: [] };
  problems.forEach(warn);

  const hasDefault = attributes.has('default');
  const given = constantOf(declaration, 'default');
  if (hasDefault && given === undefined) {
    warn('the default is not plainly a value, and is not shown');
  }
  return {
    name,
    type,
    typeText: written ? sliceOf(written).replace(/\s+/g, ' ') : 'any',
    isRequired: !hasDefault,
    ...(given === undefined ? {} : { default: convert(given, type) }),
    ...textOf(declaration, 'description'),
    isSensitive: constantOf(declaration, 'sensitive') === true,
    isEphemeral: constantOf(declaration, 'ephemeral') === true,
    isNullable: constantOf(declaration, 'nullable') !== false,
    validations: declaration.validations.flatMap(validation =>
      validationOf(validation, name, type),
    ),
    path,
    line,
  };
}

function validationOf(
  { body, text }: Declaration['validations'][number],
  variable: string,
  type: TypeConstraint,
): ModuleValidation[] {
  const find = (name: string) =>
    body.attributes.find(attribute => attribute.name === name)?.value;
  const condition = find('condition');
  if (!condition) return [];
  const message = find('error_message');
  const words = message && readConstant(message, text);
  return [
    {
      condition: sliceOf({ value: condition, text }),
      ...(typeof words === 'string' ? { message: words } : {}),
      ...ConditionReader.read({ condition, text, variable, type }),
    },
  ];
}

function textOf(declaration: Declaration, name: 'description') {
  const value = constantOf(declaration, name);
  return typeof value === 'string' ? { [name]: value.trim() } : {};
}

function constantOf({ attributes }: Declaration, name: string) {
  const attribute = attributes.get(name);
  return attribute && readConstant(attribute.value, attribute.text);
}

function sliceOf({ value: { range }, text }: Attribute): string {
  return text.slice(range.start, range.end);
}
