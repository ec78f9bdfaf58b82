// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { iacError } from '../errors';
import { OpenHcl } from '../hcl/OpenHcl';
import { HclBody, HclExpression, HclRange } from '../hcl/types';
import { Container, Span, Target } from './types';

class Locator {
  readonly #file: OpenHcl;
  readonly #at: readonly string[];

  constructor(file: OpenHcl, at: readonly string[]) {
    this.#file = file;
    this.#at = at;
  }

  target(): Target {
    const { body, text } = this.#file;
    return this.#inBody(
      {
        ...{ kind: 'file', body, open: 0, close: text.length },
        get members() {
          return all(body);
        },
      },
      body,
      0,
    );
  }

  #inBody(container: Container, body: HclBody, step: number): Target {
    this.#refuseDuplicates(
      body.attributes.map(({ name, range }) => ({ name, range })),
    );
    const rest = this.#at.slice(step);
    const attribute = body.attributes.find(({ name }) => name === rest[0]);
    if (attribute) {
      const { value, range } = attribute;
      const member = { start: range.start, end: value.range.end };
      return this.#inValue({ value, member, container }, step + 1);
    }
    const fitting = body.blocks.filter(
      ({ type, labels }) =>
        type === rest[0] &&
        labels.every((label, index) => label === rest[index + 1]),
    );
    const most = Math.max(...fitting.map(({ labels }) => labels.length));
    let blocks = fitting.filter(({ labels }) => labels.length === most);
    if (blocks.length === 0) return { kind: 'missing', container, rest };

    let next = step + 1 + most;
    if (blocks.length > 1) {
      const index = indexOf(this.#at[next]);
      if (index === undefined) {
        throw iacError(
          'hcl-path-ambiguous',
          {
            at: this.#shown(next),
            count: blocks.length,
            example: [...this.#at.slice(0, next), '0'].join('.'),
          },
          place(blocks[1].range),
        );
      }
      blocks = blocks.slice(index, index + 1);
      if (blocks.length === 0) {
        return { kind: 'missing', container, rest: this.#at.slice(next) };
      }
      next += 1;
    }
    const [block] = blocks;
    if (next === this.#at.length) return { kind: 'block', block, container };
    const inner: Container = {
      kind: 'block',
      body: block.body,
      open: this.#file.openOf(block),
      close: block.range.end - 1,
      get members() {
        return all(block.body);
      },
    };
    return this.#inBody(inner, block.body, next);
  }

  #inValue(
    found: { value: HclExpression; member: Span; container: Container },
    step: number,
  ): Target {
    if (step === this.#at.length) return { kind: 'value', ...found };
    const { value, ...holder } = found;
    const rest = this.#at.slice(step);
    const { start, end } = value.range;
    const edges = { open: start + 1, close: end - 1 };
    if (value.kind === 'list') {
      const index = indexOf(rest[0]);
      const members = value.items.map(({ range }) => range);
      const container: Container = {
        kind: 'list',
        expression: value,
        members,
        ...edges,
      };
      const item = index === undefined ? undefined : value.items[index];
      return item
        ? this.#inValue(
            { value: item, member: item.range, container },
            step + 1,
          )
        : { kind: 'missing', container, rest, holder };
    }
    if (value.kind !== 'object') {
      throw iacError(
        'hcl-path-through-expression',
        { at: this.#shown(step), what: whatStands(value), step: rest[0] },
        place(value.range),
      );
    }
    const container: Container = {
      kind: 'object',
      expression: value,
      members: value.entries.map(({ range }) => range),
      ...edges,
    };
    const entry = this.#entry(value, rest[0], step);
    return entry
      ? this.#inValue(
          { value: entry.value, member: entry.range, container },
          step + 1,
        )
      : { kind: 'missing', container, rest, holder };
  }

  #entry(
    object: HclExpression & { kind: 'object' },
    name: string,
    step: number,
  ) {
    for (const { name: key, range } of object.entries) {
      if (key === undefined) {
        throw iacError(
          'hcl-key-not-literal',
          { at: this.#shown(step) },
          place(range),
        );
      }
    }
    this.#refuseDuplicates(
      object.entries.map(({ name: key = '', range }) => ({ name: key, range })),
    );
    return object.entries.find(
      entry => entry.name?.normalize('NFC') === name.normalize('NFC'),
    );
  }

  #refuseDuplicates(named: { name: string; range: HclRange }[]) {
    const seen = new Set<string>();
    for (const { name, range } of named) {
      const key = name.normalize('NFC');
      if (seen.has(key)) {
        throw iacError(
          'hcl-duplicate-key',
          { name, line: range.line },
          place(range),
        );
      }
      seen.add(key);
    }
  }

  #shown(steps: number): string {
    return this.#at.slice(0, steps).join('.');
  }
}

/** Follows a path from the top of a file as far as it exists. Everything on the way must be plain. */
export function locate(file: OpenHcl, at: readonly string[]): Target {
  return new Locator(file, at).target();
}

function all(body: HclBody): Span[] {
  return [
    ...body.attributes.map(({ range, value }) => ({
      start: range.start,
      end: value.range.end,
    })),
    ...body.blocks.map(({ range }) => range),
  ].sort((a, b) => a.start - b.start);
}

function indexOf(step: string | undefined): number | undefined {
  return step !== undefined && /^(0|[1-9]\d{0,5})$/.test(step)
    ? Number(step)
    : undefined;
}

function place({ line, column }: HclRange) {
  return { line, column };
}

function whatStands(value: HclExpression): string {
  switch (value.kind) {
    case 'literal':
      return 'a plain value';
    case 'call':
      return `a call of ${value.name}`;
    case 'reference':
      return `the reference ${value.path.join('.')}`;
    case 'template':
      return value.heredoc ? 'a heredoc' : 'a template';
    case 'other':
      return value.what;
    default:
      return `a ${value.kind}`;
  }
}
