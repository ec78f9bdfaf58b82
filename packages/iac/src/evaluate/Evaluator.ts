// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { unquoteText } from '../hcl/quote';
import { HclExpression } from '../hcl/types';
import { folderOf, fromRoot, Repository, ROOT } from './Repository';
import { joined, literal, unknown } from './pieces';
import { ParsedFile, Piece, PieceOrigin, Scope, Value } from './types';

const MAX_STEPS = 50;

/**
 * Follows references, templates and Terragrunt's path functions to text, and keeps where each piece was written.
 * Nothing is run; what needs more than that is undefined.
 */
export class Evaluator {
  readonly #repository: Repository;
  #isReadingIncludes = false;

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** The text of an expression, in pieces; parts of a template that are not known are pieces too. */
  text(expression: HclExpression, scope: Scope): Piece[] | undefined {
    const value = this.#value(expression, scope, 'own', 0);
    return value?.kind === 'text' ? value.pieces : undefined;
  }

  /** The same as one string, known as a whole. */
  string(expression: HclExpression, scope: Scope): string | undefined {
    return joined(this.#value(expression, scope, 'own', 0));
  }

  /** The files that a unit includes, by name; '' for an include without one. */
  includes(scope: Scope): Map<string, ParsedFile> {
    // The path of an include that needs an include leads nowhere.
    if (this.#isReadingIncludes) return new Map();
    this.#isReadingIncludes = true;
    try {
      return this.#readIncludes({ ...scope, file: scope.unitFile });
    } finally {
      this.#isReadingIncludes = false;
    }
  }

  #readIncludes(scope: Scope): Map<string, ParsedFile> {
    const found = new Map<string, ParsedFile>();
    for (const block of scope.unitFile.hcl.body.blocks) {
      if (block.type !== 'include') continue;
      const path = block.body.attributes.find(({ name }) => name === 'path');
      const text = path && this.string(path.value, scope);
      const full = text === undefined ? text : fromRoot(scope.unitFolder, text);
      const file = full === undefined ? full : this.#repository.file(full);
      if (file) found.set(block.labels[0] ?? '', file);
    }
    return found;
  }

  #value(
    expression: HclExpression,
    scope: Scope,
    origin: PieceOrigin,
    steps: number,
  ): Value | undefined {
    if (steps > MAX_STEPS) return undefined;
    switch (expression.kind) {
      case 'literal':
        return literal(expression, scope, origin);
      case 'template':
        return this.#template(expression, scope, origin, steps + 1);
      case 'reference':
        return this.#reference(expression.path, scope, origin, steps + 1);
      case 'call':
        return this.#call(expression, scope, origin, steps + 1);
      case 'other':
        return expression.operation?.operator === '()'
          ? this.#value(
              expression.operation.operands[0],
              scope,
              origin,
              steps + 1,
            )
          : undefined;
      default:
        return { kind: 'expression', expression, scope };
    }
  }

  #template(
    template: HclExpression & { kind: 'template' },
    scope: Scope,
    origin: PieceOrigin,
    steps: number,
  ): Value | undefined {
    if (template.heredoc) return undefined;
    const pieces: Piece[] = [];
    for (const part of template.parts) {
      if (part.kind === 'directive') return undefined;
      if (part.kind === 'text') {
        const text = unquoteText(part.text);
        if (text === undefined) return undefined;
        const place = { path: scope.file.path, start: part.start };
        pieces.push({ text, origin, ...(text === part.text && { place }) });
        continue;
      }
      const inner = this.#value(part.expression, scope, origin, steps);
      if (inner?.kind === 'text') pieces.push(...inner.pieces);
      else pieces.push(unknown(part.expression, scope, origin));
    }
    return { kind: 'text', pieces };
  }

  #reference(
    [root, ...path]: string[],
    scope: Scope,
    origin: PieceOrigin,
    steps: number,
  ): Value | undefined {
    if (root === 'local') {
      const at = origin === 'own' ? 'local' : origin;
      return this.#local(path, scope, at, steps);
    }
    if (root === 'values' && scope.values) {
      const { expression, scope: outer } = scope.values;
      return this.#in({ expression, scope: outer }, path, 'values', steps);
    }
    if (root === 'include') {
      const [name, ...rest] = path;
      const file = this.includes(scope).get(name);
      return file && this.#inFile(file, rest, scope, steps);
    }
    return undefined;
  }

  #local(
    [name, ...path]: string[],
    scope: Scope,
    origin: PieceOrigin,
    steps: number,
  ): Value | undefined {
    const expression = scope.file.hcl.body.blocks
      .filter(({ type }) => type === 'locals')
      .flatMap(({ body }) => body.attributes)
      .find(attribute => attribute.name === name)?.value;
    return expression && this.#in({ expression, scope }, path, origin, steps);
  }

  /** What a path names in a value. */
  #in(
    { expression, scope }: { expression: HclExpression; scope: Scope },
    path: string[],
    origin: PieceOrigin,
    steps: number,
  ): Value | undefined {
    if (steps > MAX_STEPS) return undefined;
    const value = this.#value(expression, scope, origin, steps);
    if (path.length === 0 || value === undefined) return value;
    if (value.kind === 'file') {
      const file = this.#repository.file(value.path);
      return file && this.#inFile(file, path, scope, steps);
    }
    if (value.kind !== 'expression' || value.expression.kind !== 'object') {
      return undefined;
    }
    const entry = value.expression.entries.find(({ name }) => name === path[0]);
    return (
      entry &&
      this.#in(
        { expression: entry.value, scope: value.scope },
        path.slice(1),
        origin,
        steps + 1,
      )
    );
  }

  /** `locals.x` and `inputs.x` of a file that is included or read. */
  #inFile(
    file: ParsedFile,
    [part, ...path]: string[],
    scope: Scope,
    steps: number,
  ): Value | undefined {
    const inner = { ...scope, file };
    if (part === 'locals') return this.#local(path, inner, 'include', steps);
    const expression = file.hcl.body.attributes.find(
      ({ name }) => name === part,
    )?.value;
    return (
      expression &&
      this.#in({ expression, scope: inner }, path, 'include', steps)
    );
  }

  #call(
    { name, arguments: given }: HclExpression & { kind: 'call' },
    scope: Scope,
    origin: PieceOrigin,
    steps: number,
  ): Value | undefined {
    const values = given.map(one => this.#value(one, scope, origin, steps));
    const texts = values.map(joined);
    const made = (text: string | undefined): Value | undefined =>
      text === undefined
        ? undefined
        : { kind: 'text', pieces: [{ text, origin }] };
    switch (name) {
      case 'find_in_parent_folders': {
        const wanted = given.length === 0 ? 'terragrunt.hcl' : texts[0];
        const found =
          wanted === undefined
            ? undefined
            : this.#repository.inParentFolders(scope.unitFolder, wanted);
        return made(found === undefined ? found : `${ROOT}${found}`);
      }
      case 'dirname':
        return made(texts[0]?.replace(/\/?[^/\0]*$/, ''));
      case 'get_terragrunt_dir':
      case 'get_original_terragrunt_dir':
        return made(`${ROOT}${scope.unitFolder}`);
      case 'get_repo_root':
        return made(ROOT);
      case 'get_parent_terragrunt_dir': {
        const [first] = this.includes(scope).entries();
        const file = this.includes(scope).get(texts[0] ?? '') ?? first?.[1];
        return made(file && `${ROOT}${folderOf(file.path)}`);
      }
      case 'read_terragrunt_config': {
        const [text] = texts;
        const path =
          text === undefined ? text : fromRoot(folderOf(scope.file.path), text);
        return path === undefined ? undefined : { kind: 'file', path };
      }
      default:
        return undefined;
    }
  }
}
