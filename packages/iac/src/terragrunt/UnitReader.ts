// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isIacError } from '../errors';
import { HclAttribute, HclBlock, HclBody } from '../hcl/types';
import { parseModuleSource } from '../modules/source';
import { UnitFacts, UnitInclude } from './facts';
import { includedFile } from './includePath';
import { InputReader } from './InputReader';
import { UnitChecks } from './UnitChecks';

type Rules = Record<string, 'path' | 'text' | 'boolean' | 'literal'>;

/** What an attribute of a dependency or include may hold. */
const DEPENDENCY: Rules = {
  config_path: 'path',
  enabled: 'boolean',
  skip_outputs: 'boolean',
  mock_outputs: 'literal',
  mock_outputs_allowed_terraform_commands: 'literal',
  mock_outputs_merge_strategy_with_state: 'text',
  mock_outputs_merge_with_state: 'boolean',
};
const INCLUDE: Rules = {
  path: 'path',
  expose: 'boolean',
  merge_strategy: 'text',
};

const DEFAULT_MERGE = 'shallow';

/** Walks over a unit and notes facts, and what is outside of the closed list. */
export class UnitReader {
  readonly #checks: UnitChecks;
  readonly #facts: UnitFacts;

  static read(body: HclBody, options: { folder: string }): UnitFacts {
    const reader = new UnitReader(new UnitChecks(options.folder));
    reader.#unit(body);
    return reader.#facts;
  }

  private constructor(checks: UnitChecks) {
    this.#checks = checks;
    this.#facts = {
      includes: [],
      dependencies: [],
      inputKeys: [],
      inputs: {},
      references: [],
      findings: checks.findings,
    };
  }

  #unit(body: HclBody) {
    this.#checks.onlyOnce(
      body.attributes.map(({ name, range }) => ({ name, range })),
    );
    this.#checks.onlyOnce(
      body.blocks.map(({ type, labels, range }) => ({
        name: [type, ...labels].join(' '),
        range,
      })),
    );
    for (const attribute of body.attributes) {
      if (attribute.name === 'inputs') this.#inputs(attribute, body);
      else this.#checks.refuseAttribute(attribute, 'a unit');
    }
    for (const block of body.blocks) this.#block(block);
    if (!body.blocks.some(block => block.type === 'terraform')) {
      this.#checks.find(
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
        return this.#checks.refuseBlock(block, 'a unit');
    }
  }

  #terraform(block: HclBlock) {
    this.#checks.labels(block, 0, 0);
    this.#checks.plainBody(block, new Set(['source']));
    const attribute = block.body.attributes.find(
      ({ name }) => name === 'source',
    );
    if (!attribute) {
      this.#checks.find(
        'source-missing',
        block.range,
        'The terraform block has no source. Add source = "git::https://…//modules/name?ref=v1.0.0"',
      );
      return;
    }
    const source = this.#checks.text(attribute);
    if (source === undefined) return;
    this.#facts.source = source;
    try {
      const { repository, path, ref } = parseModuleSource(source);
      Object.assign(this.#facts, { repository, modulePath: path, ref });
    } catch (error) {
      if (!isIacError(error)) throw error;
      this.#checks.find('source-form', attribute.value.range, error.message);
    }
  }

  #include(block: HclBlock) {
    this.#checks.labels(block, 0, 1);
    this.#checks.plainBody(block, new Set(Object.keys(INCLUDE)));
    const path = this.#attributes(block, INCLUDE, 'path');
    if (!path) return;
    const found = includedFile(path.value);
    if (!found) {
      this.#checks.refuseExpression(path.value);
      return;
    }
    const name = block.labels[0] === undefined ? {} : { name: block.labels[0] };
    if (found.by !== 'path') {
      this.#facts.includes.push({ ...name, ...found });
      return;
    }
    const resolved = this.#checks.path(found.path, path.value.range);
    const include: UnitInclude = { ...name, by: 'path' };
    this.#facts.includes.push(
      resolved === undefined ? include : { ...include, path: resolved },
    );
  }

  #dependency(block: HclBlock) {
    this.#checks.labels(block, 1, 1);
    this.#checks.plainBody(block, new Set(Object.keys(DEPENDENCY)));
    const attribute = this.#attributes(block, DEPENDENCY, 'config_path');
    const configPath = attribute && this.#checks.text(attribute);
    if (configPath === undefined) return;
    const path = this.#checks.path(configPath, attribute!.value.range);
    this.#facts.dependencies.push({
      name: block.labels[0] ?? '',
      configPath,
      ...(path === undefined ? {} : { path }),
    });
  }

  #locals(block: HclBlock) {
    this.#checks.labels(block, 0, 0);
    this.#checks.onlyOnce(block.body.attributes);
    for (const nested of block.body.blocks)
      this.#checks.refuseBlock(nested, 'locals');
    for (const { value } of block.body.attributes) this.#checks.literal(value);
  }

  #inputs({ value }: HclAttribute, { blocks }: HclBody) {
    if (value.kind !== 'object') {
      if (value.kind === 'literal' || value.kind === 'list') {
        this.#checks.find(
          'wrong-type',
          value.range,
          'The inputs are not an object. Write inputs = { name = value }',
        );
      } else {
        this.#checks.refuseExpression(value);
      }
      return;
    }
    const reader = new InputReader((code, range, message) =>
      this.#checks.find(code, range, message),
    );
    const { keys, values, references } = reader.read(value);
    Object.assign(this.#facts, { inputKeys: keys, inputs: values, references });
    const declared = new Set(
      blocks.flatMap(({ type, labels }) =>
        type === 'dependency' ? labels : [],
      ),
    );
    for (const { path, dependency } of references) {
      if (!declared.has(dependency)) {
        this.#checks.find(
          'expression',
          value.range,
          `"${path}" reads the dependency "${dependency}", which the unit does not declare. Add dependency "${dependency}" { config_path = "…" }`,
        );
      }
    }
  }

  /** Another strategy would lay the unit's own values below or over what the included file says of all units. */
  #mergeStrategy({ value }: HclAttribute) {
    if (value.kind === 'literal' && value.value !== DEFAULT_MERGE) {
      this.#checks.find(
        'attribute-not-allowed',
        value.range,
        `The merge_strategy is not "${DEFAULT_MERGE}". Remove it`,
      );
    }
  }

  /** Checks every attribute but the path, which it hands back. */
  #attributes(
    block: HclBlock,
    rules: Rules,
    required: string,
  ): HclAttribute | undefined {
    for (const attribute of block.body.attributes) {
      const rule = rules[attribute.name];
      if (rule === 'text') this.#checks.text(attribute);
      if (attribute.name === 'merge_strategy') this.#mergeStrategy(attribute);
      if (rule === 'literal') this.#checks.literal(attribute.value);
      if (rule === 'boolean') this.#checks.boolean(attribute);
    }
    const path = block.body.attributes.find(({ name }) => name === required);
    if (!path) {
      this.#checks.find(
        'attribute-missing',
        block.range,
        `The block "${block.type}" has no ${required}. Add it`,
      );
    }
    return path;
  }
}
