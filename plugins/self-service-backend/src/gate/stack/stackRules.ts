// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What a stack may hold: units with values, each with a path of its own that never changes, and locals that are values.
import {
  type HclBlock,
  type HclBody,
  type HclObjectEntry,
  readLiteral,
} from '@fairway/iac';
import { selfServiceError } from '../../errors';
import { type CodeFile, notPlain, refuseCode, textOf } from '../codeRules';
import { literalOf } from './blocks';

const ATTRIBUTES = ['source', 'path', 'values', 'no_dot_terragrunt_stack'];
const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const PATH = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/;

/** Looks at everything but units. @returns whether locals are others, which any unit may read */
export function checkRest(
  is: CodeFile,
  after: HclBody,
  was?: CodeFile,
  before?: HclBody,
): boolean {
  for (const { name, range } of after.attributes) {
    throw refuseCode(is, range, `"${name}" stands in no block; remove it`);
  }
  const textsOf = (type: string, file?: CodeFile, body?: HclBody) =>
    (body?.blocks ?? [])
      .filter(block => block.type === type)
      .map(block => textOf(file!, block));
  for (const block of after.blocks) {
    if (block.type === 'unit') continue;
    if (textsOf(block.type, was, before).includes(textOf(is, block))) continue;
    if (block.type !== 'locals') {
      throw refuseCode(
        is,
        block.range,
        `the block "${block.type}" of a stack is not written here; use units, and locals that are values`,
      );
    }
    const [nested] = block.body.blocks;
    const computed = block.body.attributes
      .map(({ value }) => readLiteral(value))
      .find(literal => !literal.isLiteral);
    if (nested || (computed && !computed.isLiteral)) {
      throw refuseCode(
        is,
        nested?.range ??
          (computed && !computed.isLiteral
            ? computed.expression.range
            : block.range),
        'a local is more than a value; write the value itself',
      );
    }
  }
  return (
    textsOf('locals', is, after).join('\n') !==
    textsOf('locals', was, before).join('\n')
  );
}

export function unitsOf(file: CodeFile, body: HclBody): Map<string, HclBlock> {
  const units = new Map<string, HclBlock>();
  for (const block of body.blocks.filter(({ type }) => type === 'unit')) {
    const [name = ''] = block.labels;
    if (block.labels.length !== 1 || !NAME.test(name) || units.has(name)) {
      throw refuseCode(
        file,
        block.range,
        'a unit has one name of letters, digits, _ and -, which no other unit has',
      );
    }
    units.set(name, block);
  }
  return units;
}

/** The path is the key of the state: it never changes, and no two units share one. */
export function checkPaths(
  units: Map<string, HclBlock>,
  options: { path: string; known: Map<string, HclBlock> },
): void {
  const { path, known } = options;
  const taken = new Map<string, string>();
  for (const [unit, block] of units) {
    const at = literalOf(block, 'path');
    const refuse = (problem: string) =>
      selfServiceError('stack-unit-refused', { unit, path, problem });
    if (at === undefined || !PATH.test(at)) {
      throw refuse(
        `its path "${
          at ?? 'an expression'
        }" is no plain folder below the stack; write one such as "orders-db"`,
      );
    }
    const other = taken.get(at);
    if (other !== undefined) {
      throw refuse(
        `"${other}" has the path "${at}" already; give each its own`,
      );
    }
    taken.set(at, unit);
    const held = known.get(unit);
    const before = held && literalOf(held, 'path');
    if (held && before !== at) {
      throw refuse(
        `its path was "${before}" and is the key of its state; keep it, or remove the unit and add another`,
      );
    }
  }
}

/** @returns its values, which the template makes inputs of */
export function checkUnit(file: CodeFile, block: HclBlock): HclObjectEntry[] {
  const { attributes, blocks } = block.body;
  const [nested] = blocks;
  if (nested) {
    throw refuseCode(
      file,
      nested.range,
      `the block "${nested.type}" is not allowed in a unit of a stack; remove it`,
    );
  }
  const seen = new Set<string>();
  for (const { name, value, range } of attributes) {
    if (!ATTRIBUTES.includes(name) || seen.has(name)) {
      throw refuseCode(
        file,
        range,
        `"${name}" is not allowed here, or twice; a unit of a stack has ${ATTRIBUTES.join(
          ', ',
        )}`,
      );
    }
    seen.add(name);
    // The source is followed to its text, by whoever reads it.
    const found =
      name === 'source' ? undefined : notPlain(value, new Set(['local']));
    const isBoolean =
      value.kind === 'literal' && typeof value.value === 'boolean';
    if (found || (name === 'no_dot_terragrunt_stack' && !isBoolean)) {
      throw refuseCode(
        file,
        (found ?? value).range,
        `"${name}" is more than values; write the value itself`,
      );
    }
  }
  const values = attributes.find(({ name }) => name === 'values')?.value;
  if (values && values.kind !== 'object') {
    throw refuseCode(
      file,
      values.range,
      'the values are not a map; write { name = value }',
    );
  }
  return values?.kind === 'object' ? values.entries : [];
}
