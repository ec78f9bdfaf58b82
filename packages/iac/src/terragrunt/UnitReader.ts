// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isIacError, shown } from '../errors';
import { readLiteral } from '../hcl/literal';
import {
  HclAttribute,
  HclBlock,
  HclBody,
  HclExpression,
  HclRange,
} from '../hcl/types';
import { parseModuleSource } from '../modules/source';
import { UnitFacts, UnitFindingCode, UnitInclude } from './facts';
import { InputReader } from './InputReader';
import { includedFile } from './includePath';
import { isRelativePath, resolveInRepository } from './paths';
import { whyNotPlain } from './whyNotPlain';

/** What an attribute of a dependency or include may hold. */
const DEPENDENCY: Record<string, 'path' | 'text' | 'boolean' | 'literal'> = {
  config_path: 'path',
  enabled: 'boolean',
  skip_outputs: 'boolean',
  mock_outputs: 'literal',
  mock_outputs_allowed_terraform_commands: 'literal',
  mock_outputs_merge_strategy_with_state: 'text',
  mock_outputs_merge_with_state: 'boolean',
};
const INCLUDE: Record<string, 'path' | 'text' | 'boolean' | 'literal'> = {
  path: 'path',
  expose: 'boolean',
  merge_strategy: 'text',
};

/** Walks over a unit and notes facts, and what is outside of the closed list. */
export class UnitReader {
  readonly #folder: string;
  readonly #facts: UnitFacts = {
    includes: [],
    dependencies: [],
    inputKeys: [],
    inputs: {},
    references: [],
    findings: [],
  };

  static read(body: HclBody, options: { folder: string }): UnitFacts {
    const reader = new UnitReader(options.folder);
    reader.#unit(body);
    return reader.#facts;
  }

  private constructor(folder: string) {
    this.#folder = folder;
  }

  #unit(body: HclBody) {
    this.#onlyOnce(body.attributes.map(({ name, range }) => ({ name, range })));
    this.#onlyOnce(
      body.blocks.map(({ type, labels, range }) => ({
        name: [type, ...labels].join(' '),
        range,
      })),
    );
    for (const attribute of body.attributes) {
      if (attribute.name === 'inputs') this.#inputs(attribute);
      else this.#refuseAttribute(attribute, 'a unit');
    }
    for (const block of body.blocks) this.#block(block);
    if (!body.blocks.some(block => block.type === 'terraform')) {
      this.#find(
        'source-missing',
        undefined,
        'The unit names no module. Add terraform { source = "…" }',
      );
    }
  }

  #block(block: HclBlock) {
    switch (block.type) {
      case 'terraform':
        return this.#terraform(block);
      case 'include':
        return this.#include(block);
      case 'dependency':
        return this.#dependency(block);
      case 'locals':
        return this.#locals(block);
      default:
        return this.#refuseBlock(block, 'a unit');
    }
  }

  #terraform(block: HclBlock) {
    this.#labels(block, 0, 0);
    this.#plainBody(block, new Set(['source']));
    const attribute = block.body.attributes.find(
      ({ name }) => name === 'source',
    );
    if (!attribute) {
      this.#find(
        'source-missing',
        block.range,
        'The terraform block has no source. Add source = "git::https://…//modules/name?ref=v1.0.0"',
      );
      return;
    }
    const source = this.#text(attribute);
    if (source === undefined) return;
    this.#facts.source = source;
    try {
      const { repository, path, ref } = parseModuleSource(source);
      Object.assign(this.#facts, { repository, modulePath: path, ref });
    } catch (error) {
      if (!isIacError(error)) throw error;
      this.#find('source-form', attribute.value.range, error.message);
    }
  }

  #include(block: HclBlock) {
    this.#labels(block, 0, 1);
    this.#plainBody(block, new Set(Object.keys(INCLUDE)));
    const path = this.#attributes(block, INCLUDE, 'path');
    if (!path) return;
    const found = includedFile(path.value);
    if (!found) {
      this.#refuseExpression(path.value);
      return;
    }
    const name = block.labels[0] === undefined ? {} : { name: block.labels[0] };
    if (found.by !== 'path') {
      this.#facts.includes.push({ ...name, ...found });
      return;
    }
    const resolved = this.#path(found.path, path.value.range);
    const include: UnitInclude = { ...name, by: 'path' };
    this.#facts.includes.push(
      resolved === undefined ? include : { ...include, path: resolved },
    );
  }

  #dependency(block: HclBlock) {
    this.#labels(block, 1, 1);
    this.#plainBody(block, new Set(Object.keys(DEPENDENCY)));
    const attribute = this.#attributes(block, DEPENDENCY, 'config_path');
    const configPath = attribute && this.#text(attribute);
    if (configPath === undefined) return;
    const path = this.#path(configPath, attribute!.value.range);
    this.#facts.dependencies.push({
      name: block.labels[0] ?? '',
      configPath,
      ...(path === undefined ? {} : { path }),
    });
  }

  #locals(block: HclBlock) {
    this.#labels(block, 0, 0);
    this.#onlyOnce(block.body.attributes);
    for (const nested of block.body.blocks) this.#refuseBlock(nested, 'locals');
    for (const { value } of block.body.attributes) this.#literal(value);
  }

  #inputs({ value }: HclAttribute) {
    if (value.kind !== 'object') {
      if (value.kind === 'literal' || value.kind === 'list') {
        this.#find(
          'wrong-type',
          value.range,
          'The inputs are not an object. Write inputs = { name = value }',
        );
      } else {
        this.#refuseExpression(value);
      }
      return;
    }
    const reader = new InputReader((code, range, message) =>
      this.#find(code, range, message),
    );
    const { keys, values, references } = reader.read(value);
    Object.assign(this.#facts, { inputKeys: keys, inputs: values, references });
  }

  /** Checks every attribute but the path, which it hands back. */
  #attributes(
    block: HclBlock,
    rules: typeof DEPENDENCY,
    required: string,
  ): HclAttribute | undefined {
    for (const attribute of block.body.attributes) {
      const rule = rules[attribute.name];
      if (rule === 'text') this.#text(attribute);
      if (rule === 'literal') this.#literal(attribute.value);
      if (rule === 'boolean') this.#boolean(attribute);
    }
    const path = block.body.attributes.find(({ name }) => name === required);
    if (!path) {
      this.#find(
        'attribute-missing',
        block.range,
        `The block "${block.type}" has no ${required}. Add it`,
      );
    }
    return path;
  }

  #plainBody(block: HclBlock, allowed: Set<string>) {
    this.#onlyOnce(block.body.attributes);
    for (const nested of block.body.blocks) {
      this.#refuseBlock(nested, `the block "${block.type}"`);
    }
    for (const attribute of block.body.attributes) {
      if (!allowed.has(attribute.name)) {
        this.#refuseAttribute(attribute, `the block "${block.type}"`);
      }
    }
  }

  #text({ name, value }: HclAttribute): string | undefined {
    if (value.kind === 'literal' && typeof value.value === 'string') {
      return value.value;
    }
    if (readLiteral(value).isLiteral) {
      this.#find(
        'wrong-type',
        value.range,
        `The attribute "${name}" is not text. Write it in quotes`,
      );
    } else {
      this.#refuseExpression(value);
    }
    return undefined;
  }

  #boolean({ name, value }: HclAttribute) {
    if (value.kind === 'literal' && typeof value.value === 'boolean') return;
    if (readLiteral(value).isLiteral) {
      this.#find(
        'wrong-type',
        value.range,
        `The attribute "${name}" is neither true nor false`,
      );
    } else {
      this.#refuseExpression(value);
    }
  }

  #literal(value: HclExpression) {
    const literal = readLiteral(value);
    if (!literal.isLiteral) this.#refuseExpression(literal.expression);
  }

  #path(path: string, range: HclRange): string | undefined {
    if (/^([/\\~]|[A-Za-z]:)|:\/\//.test(path)) {
      this.#find(
        'path-absolute',
        range,
        `The path ${shown(
          path,
        )} is absolute. Write it relative to the unit's folder`,
      );
      return undefined;
    }
    if (!isRelativePath(path)) {
      this.#find(
        'path-form',
        range,
        `The path ${shown(
          path,
        )} is not plain. Use letters, digits, / . _ - only`,
      );
      return undefined;
    }
    const resolved = resolveInRepository(this.#folder, path);
    if (resolved === undefined) {
      this.#find(
        'path-outside-repository',
        range,
        `The path ${shown(path)} leaves the repository, seen from "${
          this.#folder
        }". Stay inside`,
      );
    }
    return resolved;
  }

  #labels(block: HclBlock, least: number, most: number) {
    const { length } = block.labels;
    const plain = block.labels.every(label =>
      /^[A-Za-z_][A-Za-z0-9_-]*$/.test(label),
    );
    if (length < least || length > most || !plain) {
      this.#find(
        'label',
        block.range,
        `The block "${block.type}" has the labels ${shown(
          block.labels.join(' '),
        )}. It takes ${most === 0 ? 'none' : 'one plain name'}`,
      );
    }
  }

  #onlyOnce(named: { name: string; range: HclRange }[]) {
    const seen = new Set<string>();
    for (const { name, range } of named) {
      if (seen.has(name)) {
        this.#find(
          'duplicate',
          range,
          `${shown(name)} is there twice. Keep one`,
        );
      }
      seen.add(name);
    }
  }

  #refuseBlock({ type, range }: HclBlock, where: string) {
    this.#find(
      'block-not-allowed',
      range,
      `The block "${type}" is not allowed in ${where}. Keep to include, terraform, dependency, locals and inputs`,
    );
  }

  #refuseAttribute({ name, range, value }: HclAttribute, where: string) {
    this.#find(
      'attribute-not-allowed',
      range,
      `The attribute "${name}" is not allowed in ${where}. Remove it`,
    );
    if (!readLiteral(value).isLiteral) this.#refuseExpression(value);
  }

  #refuseExpression(expression: HclExpression) {
    for (const { code, range, message } of whyNotPlain(expression)) {
      this.#find(code, range, message);
    }
  }

  #find(code: UnitFindingCode, range: HclRange | undefined, message: string) {
    const { line, column } = range ?? { line: 1, column: 1 };
    this.#facts.findings.push({ code, line, column, message });
  }
}
