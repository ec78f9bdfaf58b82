// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { shown } from '@fairway/errors';
import { readLiteral } from '../hcl/literal';
import { HclAttribute, HclBlock, HclExpression, HclRange } from '../hcl/types';
import { UnitFinding, UnitFindingCode } from './facts';
import { isRelativePath, resolveInRepository } from './paths';
import { whyNotPlain } from './whyNotPlain';

/** Checks of single parts of a unit; each notes what it finds. */
export class UnitChecks {
  readonly findings: UnitFinding[] = [];
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  plainBody(block: HclBlock, allowed: Set<string>) {
    this.onlyOnce(block.body.attributes);
    for (const nested of block.body.blocks) {
      this.refuseBlock(nested, `the block "${block.type}"`);
    }
    for (const attribute of block.body.attributes) {
      if (!allowed.has(attribute.name)) {
        this.refuseAttribute(attribute, `the block "${block.type}"`);
      }
    }
  }

  text({ name, value }: HclAttribute): string | undefined {
    if (value.kind === 'literal' && typeof value.value === 'string') {
      return value.value;
    }
    if (readLiteral(value).isLiteral) {
      this.find(
        'wrong-type',
        value.range,
        `The attribute "${name}" is not text. Write it in quotes`,
      );
    } else {
      this.refuseExpression(value);
    }
    return undefined;
  }

  boolean({ name, value }: HclAttribute) {
    if (value.kind === 'literal' && typeof value.value === 'boolean') return;
    if (readLiteral(value).isLiteral) {
      this.find(
        'wrong-type',
        value.range,
        `The attribute "${name}" is neither true nor false`,
      );
    } else {
      this.refuseExpression(value);
    }
  }

  literal(value: HclExpression) {
    const literal = readLiteral(value);
    if (!literal.isLiteral) this.refuseExpression(literal.expression);
  }

  path(path: string, range: HclRange): string | undefined {
    if (/^([/\\~]|[A-Za-z]:)|:\/\//.test(path)) {
      this.find(
        'path-absolute',
        range,
        `The path "${shown(
          path,
        )}" is absolute. Write it relative to the unit's folder`,
      );
      return undefined;
    }
    if (!isRelativePath(path)) {
      this.find(
        'path-form',
        range,
        `The path "${shown(
          path,
        )}" is not plain. Use letters, digits, / . _ - only`,
      );
      return undefined;
    }
    const resolved = resolveInRepository(this.#folder, path);
    if (resolved === undefined) {
      this.find(
        'path-outside-repository',
        range,
        `The path "${shown(path)}" leaves the repository, seen from "${
          this.#folder
        }". Stay inside`,
      );
    }
    return resolved;
  }

  labels(block: HclBlock, least: number, most: number) {
    const { length } = block.labels;
    const plain = block.labels.every(label =>
      /^[A-Za-z_][A-Za-z0-9_-]*$/.test(label),
    );
    if (length < least || length > most || !plain) {
      this.find(
        'label',
        block.range,
        `The block "${block.type}" has the labels "${shown(
          block.labels.join(' '),
        )}". It takes ${most === 0 ? 'none' : 'one plain name'}`,
      );
    }
  }

  onlyOnce(named: { name: string; range: HclRange }[]) {
    const seen = new Set<string>();
    for (const { name, range } of named) {
      if (seen.has(name)) {
        this.find(
          'duplicate',
          range,
          `"${shown(name)}" is there twice. Keep one`,
        );
      }
      seen.add(name);
    }
  }

  refuseBlock({ type, range }: HclBlock, where: string) {
    this.find(
      'block-not-allowed',
      range,
      `The block "${type}" is not allowed in ${where}. Keep to include, terraform, dependency, locals and inputs`,
    );
  }

  refuseAttribute({ name, range, value }: HclAttribute, where: string) {
    this.find(
      'attribute-not-allowed',
      range,
      `The attribute "${name}" is not allowed in ${where}. Remove it`,
    );
    if (!readLiteral(value).isLiteral) this.refuseExpression(value);
  }

  refuseExpression(expression: HclExpression) {
    for (const { code, range, message } of whyNotPlain(expression)) {
      this.find(code, range, message);
    }
  }

  find(code: UnitFindingCode, range: HclRange | undefined, message: string) {
    const { line, column } = range ?? { line: 1, column: 1 };
    this.findings.push({ code, line, column, message });
  }
}
