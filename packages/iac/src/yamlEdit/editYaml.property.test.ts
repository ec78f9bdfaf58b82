// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonValue } from '@backstage/types';
import fc from 'fast-check';
import {
  Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  Node,
  parse,
  parseDocument,
  Scalar,
} from 'yaml';
import { asJson, hostileObject, hostileValue } from '../__testUtils__/hostile';
import { editYaml } from './editYaml';

interface Generated {
  text: string;
  data: JsonValue;
  comments: { text: string; path: string[] }[];
}

/** Documents in every style that the library writes, with comments. */
const yamlText: fc.Arbitrary<Generated> = fc
  .tuple(
    hostileObject(
      fc.jsonValue({
        maxDepth: 3,
        noUnicodeString: false,
      } as never) as fc.Arbitrary<JsonValue>,
    ),
    fc.array(fc.nat({ max: 9 }), { minLength: 20, maxLength: 20 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([raw, picks, indentSeq, isCrlf]) => {
    const data = asJson(raw);
    const document = new Document(data, { aliasDuplicateObjects: false });
    const comments: Generated['comments'] = [];
    let step = 0;
    const decorate = (node: unknown, path: string[]) => {
      const pick = picks[step++ % picks.length];
      if (isCollection(node) && pick === 0 && path.length > 0) node.flow = true;
      if (isMap(node)) {
        for (const { key, value } of node.items) {
          const inner = [...path, String((key as Scalar).value)];
          if (picks[step++ % picks.length] < 5) {
            const text = ` c${comments.length}.`;
            (key as Scalar).commentBefore = text;
            comments.push({ text: `#${text}`, path: inner });
          }
          decorate(value, inner);
        }
      } else if (isSeq(node)) {
        node.items.forEach((item, index) =>
          decorate(item, [...path, String(index)]),
        );
      } else if (isScalar(node)) {
        if (pick === 1) node.type = Scalar.QUOTE_SINGLE;
        if (pick === 2) node.type = Scalar.QUOTE_DOUBLE;
      }
    };
    decorate(document.contents, []);
    const text = document.toString({ indentSeq, lineWidth: 0 });
    return {
      text: isCrlf ? text.replace(/\n/g, '\r\n') : text,
      data,
      comments,
    };
  })
  // The library does not write every one of them so that it reads it back.
  .filter(({ text, data }) => {
    // A byte order mark begins another document for some readers.
    if (text.includes('\ufeff')) return false;
    try {
      return JSON.stringify(parse(text)) === JSON.stringify(data);
    } catch {
      return false;
    }
  });

function pathsOf(value: JsonValue, at: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [at];
  return [
    at,
    ...Object.entries(value).flatMap(([name, item]) =>
      pathsOf(item as JsonValue, [...at, name]),
    ),
  ];
}

/** How many lines the value of a path has. */
function linesOf(text: string, path: string[]): number {
  const node = parseDocument(text).getIn(path, true) as Node;
  return text.slice(node.range![0], node.range![1]).split('\n').length;
}

describe('editYaml, for any document', () => {
  it('replaces a scalar by its bytes alone', () => {
    fc.assert(
      fc.property(yamlText, hostileValue, fc.nat(), (file, value, pick) => {
        const document = new Document(file.data);
        const scalars = pathsOf(file.data).filter(
          path => path.length > 0 && isScalar(document.getIn(path, true)),
        );
        fc.pre(scalars.length > 0);
        const path = scalars[pick % scalars.length];
        const { text } = editYaml(file.text, {
          edits: [{ op: 'replace', path, value }],
        });
        const lines = file.text.split('\n');
        const same = text.split('\n').filter(line => lines.includes(line));
        expect(same.length).toBeGreaterThanOrEqual(
          lines.length - linesOf(file.text, path),
        );
        for (const comment of file.comments) {
          expect(text).toContain(comment.text);
        }
        const again = editYaml(text, {
          edits: [{ op: 'replace', path, value: asJson(value) }],
        });
        expect(again.changed).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('adds a key by putting in text, and takes it away again', () => {
    fc.assert(
      fc.property(yamlText, hostileValue, fc.nat(), (file, value, pick) => {
        const document = new Document(file.data);
        const maps = pathsOf(file.data).filter(path => {
          const node =
            path.length === 0 ? document.contents : document.getIn(path, true);
          return isMap(node) && node.items.length > 0;
        });
        fc.pre(maps.length > 0);
        const path = [...maps[pick % maps.length], 'a new key'];
        const { text } = editYaml(file.text, {
          edits: [{ op: 'add', path, value }],
        });
        const head = commonStart(file.text, text);
        const tail = commonEnd(file.text, text, head);
        expect(head + tail).toBe(file.text.length);
        const back = editYaml(text, { edits: [{ op: 'remove', path }] });
        expect(back.text).toBe(file.text);
      }),
      { numRuns: 300 },
    );
  });

  it('removes a member, and no comment of another', () => {
    fc.assert(
      fc.property(yamlText, fc.nat(), (file, pick) => {
        const paths = pathsOf(file.data).filter(({ length }) => length > 0);
        fc.pre(paths.length > 0);
        const path = paths[pick % paths.length];
        const { text } = editYaml(file.text, {
          edits: [{ op: 'remove', path }],
        });
        for (const comment of file.comments) {
          const isInside =
            comment.path.length > path.length &&
            path.every((step, index) => step === comment.path[index]);
          expect(text.includes(comment.text)).toBe(!isInside);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function commonStart(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  return at;
}

function commonEnd(left: string, right: string, head: number): number {
  const most = Math.min(left.length, right.length) - head;
  let at = 0;
  while (at < most && left.at(-1 - at) === right.at(-1 - at)) at += 1;
  return at;
}
