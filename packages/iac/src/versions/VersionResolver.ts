// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Evaluator } from '../evaluate/Evaluator';
import { folderOf, Repository } from '../evaluate/Repository';
import { Scope } from '../evaluate/types';
import { HclBlock, HclExpression } from '../hcl/types';
import { generatedFolder, templateOf } from '../terragrunt/stacks';
import { SourceReader } from './SourceReader';
import { ResolvedSource } from './types';

/** Reads the sources of one file, block by block. */
export class VersionResolver {
  readonly #repository: Repository;
  readonly #evaluator: Evaluator;
  readonly #scope: Scope;
  readonly #reader: SourceReader;
  readonly #templates: ReadonlyMap<string, string>;

  constructor(
    repository: Repository,
    evaluator: Evaluator,
    options: {
      scope: Scope;
      /** Paths of templates that are elsewhere, by the unit. */
      templates: ReadonlyMap<string, string>;
    },
  ) {
    this.#repository = repository;
    this.#evaluator = evaluator;
    this.#scope = options.scope;
    this.#templates = options.templates;
    this.#reader = new SourceReader(repository, evaluator);
  }

  block(block: HclBlock): ResolvedSource[] {
    const [label = ''] = block.labels;
    const isTerraform = this.#scope.file.path.endsWith('.tf');
    switch (block.type) {
      case 'terraform':
        return isTerraform
          ? []
          : this.#source(block, this.#scope, ['terraform', 'source']);
      case 'module':
        return isTerraform ? this.#moduleCall(block, label) : [];
      case 'unit':
        return [
          ...this.#source(
            block,
            this.#scope,
            ['unit', label, 'source'],
            'unit-template',
          ),
          ...this.#throughStack(block, label),
        ];
      case 'stack':
        return this.#source(
          block,
          this.#scope,
          ['stack', label, 'source'],
          'stack-template',
        );
      default:
        return [];
    }
  }

  #source(
    block: HclBlock,
    scope: Scope,
    at: string[],
    of: ResolvedSource['of'] = 'module',
  ): ResolvedSource[] {
    const source = attribute(block, 'source');
    return source ? [{ of, at, ...this.#reader.source(source, scope) }] : [];
  }

  #moduleCall(block: HclBlock, label: string): ResolvedSource[] {
    const at = ['module', label, 'source'];
    const [found] = this.#source(block, this.#scope, at);
    const version = attribute(block, 'version');
    if (!found || !version) return found ? [found] : [];
    return [
      {
        ...found,
        kind: found.kind === 'unknown' ? 'registry' : found.kind,
        at: ['module', label, 'version'],
        ...this.#reader.version(version, this.#scope, 'attribute'),
      },
    ];
  }

  /** The module of a stack's unit. */
  #throughStack(block: HclBlock, label: string): ResolvedSource[] {
    const values = attribute(block, 'values');
    const folder = templateOf(block, this.#scope, this.#evaluator);
    const path =
      folder === undefined
        ? this.#templates.get(label)
        : `${folder}/terragrunt.hcl`;
    const template = path === undefined ? path : this.#repository.file(path);
    const unitFolder = generatedFolder(block, this.#scope, this.#evaluator);
    if (!template) return this.#guessed(values, label);
    const scope: Scope = {
      file: template,
      unitFile: template,
      unitFolder: unitFolder ?? folderOf(template.path),
      ...(values ? { values: { expression: values, scope: this.#scope } } : {}),
    };
    return template.hcl.body.blocks
      .filter(({ type }) => type === 'terraform')
      .flatMap(inner => this.#source(inner, scope, ['unit', label]));
  }

  #guessed(values: HclExpression | undefined, label: string): ResolvedSource[] {
    const version =
      values?.kind === 'object'
        ? values.entries.find(({ name }) => name === 'version')?.value
        : undefined;
    if (!version) return [];
    const read = this.#reader.version(version, this.#scope, 'values');
    const at = ['unit', label, 'values', 'version'];
    const reason = 'the template of the unit is not among the files';
    return read.version === undefined
      ? []
      : [{ of: 'module', at, kind: 'unknown', reason, ...read }];
  }
}

function attribute(block: HclBlock, name: string): HclExpression | undefined {
  return block.body.attributes.find(one => one.name === name)?.value;
}
