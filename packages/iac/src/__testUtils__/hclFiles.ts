// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';

/** A generated file, and where in it lies what. */
export interface GeneratedHcl {
  text: string;
  /** Values, by their path. */
  values: { at: string[]; start: number; end: number }[];
  /** What holds keys: the file, blocks, objects. */
  holders: string[][];
}

interface Piece {
  kind: number;
  scalar: string;
  comment: string;
  below: readonly Piece[];
}

const piece = fc.letrec<{ piece: Piece }>(tie => ({
  piece: fc.record({
    kind: fc.nat({ max: 9 }),
    scalar: fc.constantFrom(
      ...['1', '-1.5', 'true', 'null', '"x"', '"${a.b}#{"', '"}"', '"é😀"'],
      ...[
        '[1, "a"]',
        '{ x1 = 1, "x 2" = [2] }',
        '{}',
        '[]',
        'f("(")',
        'a ? b : c',
      ],
    ),
    comment: fc.constantFrom('', '', ' # x = 1', ' // }', ' /* { */'),
    below: fc.oneof(
      { maxDepth: 3, depthSize: 'small', depthIdentifier: 'hcl' },
      fc.constant([]),
      fc.array(tie('piece'), { maxLength: 4, depthIdentifier: 'hcl' }),
    ),
  }),
})).piece;

class Printer {
  text = '';
  readonly values: GeneratedHcl['values'] = [];
  readonly holders: string[][] = [[]];
  #names = 0;
  readonly #eol: string;

  constructor(eol: string) {
    this.#eol = eol;
  }

  print(pieces: readonly Piece[], at: string[], where: 'body' | 'object') {
    const pad = '  '.repeat(this.#depth);
    for (const { kind, scalar, comment, below } of pieces) {
      const name = `k${'x'.repeat(this.#names % 4)}${this.#names++}`;
      const path = [...at, name];
      if (kind < 4) {
        this.text += `${pad}${name} = `;
        this.#value(path, scalar);
        this.text += `${comment}${this.#eol}`;
      } else if (kind < 6) {
        this.text += `${pad}${name} = `;
        const start = this.text.length;
        this.text += `{${comment}${this.#eol}`;
        this.#inside(below, path, 'object');
        this.text += `${pad}}`;
        this.values.push({ at: path, start, end: this.text.length });
        this.text += this.#eol;
      } else if (kind === 6) {
        this.text += `${pad}# ${name} = {${this.#eol}`;
      } else if (kind === 7) {
        this.text += this.#eol;
      } else if (kind === 8) {
        this.text += `${pad}${name} = `;
        this.#value(path, `<<-E${this.#eol}${pad} } = 1${this.#eol}${pad} E`);
        this.text += this.#eol;
      } else if (where === 'body') {
        this.text += `${pad}${name} "l}" {${this.#eol}`;
        this.#inside(below, [...path, 'l}'], 'body');
        this.text += `${pad}}${this.#eol}`;
      }
    }
  }

  #depth = 0;

  #inside(pieces: readonly Piece[], at: string[], where: 'body' | 'object') {
    this.#depth += 1;
    this.holders.push(at);
    this.print(pieces, at, where);
    this.#depth -= 1;
  }

  #value(at: string[], text: string) {
    const start = this.text.length;
    this.text += text;
    this.values.push({ at, start, end: this.text.length });
  }
}

/** Files with comments, heredocs, blank lines, blocks and objects in each other, of either line end. */
export function hclFile(
  eols: readonly string[] = ['\n', '\r\n'],
): fc.Arbitrary<GeneratedHcl> {
  return fc
    .tuple(
      fc.array(piece, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...eols),
      fc.boolean(),
    )
    .map(([pieces, eol, isCut]) => {
      const printer = new Printer(eol);
      printer.print(pieces, [], 'body');
      const text =
        isCut && !/(\s| E)$/.test(printer.text.slice(0, -eol.length))
          ? printer.text.slice(0, -eol.length)
          : printer.text;
      return { text, values: printer.values, holders: printer.holders };
    });
}
