// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Evaluator } from '../evaluate/Evaluator';
import { folderOf, fromRoot, Repository } from '../evaluate/Repository';
import { ParsedFile, Scope } from '../evaluate/types';
import { HclBlock, HclExpression } from '../hcl/types';
import { generatedFolder, templateOf } from '../terragrunt/stacks';
import { Dependent, Dependents } from './types';

/** Collects what depends on one folder. */
export class DependencyReader {
  readonly dependents: Dependent[] = [];
  readonly unresolved: Dependents['unresolved'] = [];
  readonly #repository: Repository;
  readonly #target: string;
  readonly #evaluator: Evaluator;

  constructor(repository: Repository, target: string) {
    this.#repository = repository;
    this.#target = target;
    this.#evaluator = new Evaluator(repository);
  }

  /** A unit's own file, and the files that it includes. */
  unit(unitFile: ParsedFile) {
    this.#unit({
      file: unitFile,
      unitFile,
      unitFolder: folderOf(unitFile.path),
    });
  }

  stack(file: ParsedFile) {
    const folder = folderOf(file.path);
    const scope: Scope = { file, unitFile: file, unitFolder: folder };
    for (const block of file.hcl.body.blocks) {
      if (block.type !== 'unit') continue;
      this.#stackUnit(block, scope);
    }
  }

  #stackUnit(block: HclBlock, scope: Scope) {
    const find = (name: string) =>
      block.body.attributes.find(attribute => attribute.name === name)?.value;
    const unit = generatedFolder(block, scope, this.#evaluator);
    if (unit === undefined || unit === this.#target) return;
    const found = {
      unit,
      name: block.labels[0],
      path: scope.file.path,
      line: block.range.line,
    };
    const template = templateOf(block, scope, this.#evaluator);
    if (template === this.#target) {
      this.#add({ ...found, by: 'stack-source' });
    }
    const values = find('values');
    if (values && this.#namesTarget(values, { ...scope, unitFolder: unit })) {
      this.#add({ ...found, by: 'stack-values' });
    }
    const unitFile = this.#repository.file(`${template}/terragrunt.hcl`);
    if (template === undefined || !unitFile) return;
    this.#unit({
      file: unitFile,
      unitFile,
      unitFolder: unit,
      ...(values ? { values: { expression: values, scope } } : {}),
    });
  }

  #unit(scope: Scope) {
    this.#dependencies(scope, [scope.unitFolder]);
    for (const file of this.#evaluator.includes(scope).values()) {
      // Seen from the unit, and from the file itself: whichever is there counts.
      this.#dependencies({ ...scope, file }, [
        scope.unitFolder,
        folderOf(file.path),
      ]);
    }
  }

  #dependencies(scope: Scope, folders: string[]) {
    const found = { unit: scope.unitFolder, path: scope.file.path };
    for (const block of scope.file.hcl.body.blocks) {
      const find = (name: string) =>
        block.body.attributes.find(attribute => attribute.name === name)?.value;
      const { line } = block.range;
      if (block.type === 'dependency') {
        const path = find('config_path');
        if (path && this.#isTarget(path, scope, folders)) {
          const [name] = block.labels;
          this.#add({ ...found, by: 'dependency', name, line });
        }
      }
      if (block.type === 'dependencies') {
        const paths = find('paths');
        const items = paths?.kind === 'list' ? paths.items : [];
        if (paths && paths.kind !== 'list') this.#unknown(paths, scope);
        for (const item of items) {
          if (this.#isTarget(item, scope, folders)) {
            this.#add({ ...found, by: 'dependencies', line: item.range.line });
          }
        }
      }
    }
  }

  #isTarget(path: HclExpression, scope: Scope, folders: string[]): boolean {
    const text = this.#evaluator.string(path, scope);
    if (text === undefined) {
      // In a template of a unit it is resolved for each stack that gives values.
      const { start, end } = path.range;
      const isTemplate = /\bvalues\./.test(
        scope.file.hcl.text.slice(start, end),
      );
      if (!isTemplate || scope.values) this.#unknown(path, scope);
      return false;
    }
    const folder = text.replace(/\/?terragrunt\.hcl$/, '');
    return folders.some(from => fromRoot(from, folder) === this.#target);
  }

  #namesTarget(value: HclExpression, scope: Scope): boolean {
    switch (value.kind) {
      case 'object':
        return value.entries.some(entry =>
          this.#namesTarget(entry.value, scope),
        );
      case 'list':
        return value.items.some(item => this.#namesTarget(item, scope));
      case 'literal':
      case 'template':
      case 'reference': {
        const text = this.#evaluator.string(value, scope);
        return (
          text !== undefined &&
          /^(\.{1,2}\/|\0)/.test(text) &&
          fromRoot(scope.unitFolder, text) === this.#target
        );
      }
      default:
        return false;
    }
  }

  #unknown({ range }: HclExpression, { file }: Scope) {
    const text = file.hcl.text.slice(range.start, range.end);
    this.unresolved.push({
      path: file.path,
      line: range.line,
      message: `The path ${text} is computed, and cannot be followed without running it`,
    });
  }

  #add(dependent: Dependent) {
    const isKnown = this.dependents.some(
      ({ unit, by, name, path }) =>
        unit === dependent.unit &&
        by === dependent.by &&
        name === dependent.name &&
        path === dependent.path,
    );
    if (!isKnown) this.dependents.push(dependent);
  }
}
