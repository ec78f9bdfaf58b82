// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import type { RequestEvent } from '../types';
import {
  canonicalJson,
  digestOf,
  eventHash,
  FIRST_PREV_HASH,
  planDigestOf,
  verifyChain,
} from '.';

// RFC 8785 sorts by UTF-16 code units and leaves well-formed text as it is; fast-check's own JSON may hold half characters.
const text = fc.string({ unit: 'grapheme' });
const json = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  ),
})).value;

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

describe('canonicalJson', () => {
  it('writes the examples of RFC 8785 as the RFC does', () => {
    expect(
      canonicalJson({
        numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27],
        string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"\u002f',
        literals: [null, true, false],
      }),
    ).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    expect(
      canonicalJson({
        '\u20ac': 'Euro Sign',
        '\r': 'Carriage Return',
        '\ufb33': 'Hebrew Letter Dalet With Dagesh',
        '1': 'One',
        '\ud83d\ude00': 'Emoji: Grinning Face',
        '\u0080': 'Control',
        '\u00f6': 'Latin Small Letter O With Diaeresis',
      }),
    ).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
    expect(canonicalJson([-0, 0])).toBe('[0,0]');
  });

  it('is the same value again, and the same text for every order of properties', () => {
    fc.assert(
      fc.property(json, value => {
        const written = canonicalJson(value);
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(written);
        expect(canonicalJson(JSON.parse(written))).toBe(written);
      }),
    );
  });

  it('takes a property without a value for none', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  it.each<[unknown, string, string]>([
    [undefined, '$', 'is of the type undefined'],
    [{ a: [1, undefined] }, '$.a[1]', 'is of the type undefined'],
    // eslint-disable-next-line no-sparse-arrays
    [[, 1], '$[0]', 'is of the type undefined'],
    [{ a: Number.NaN }, '$.a', 'is no finite number'],
    [[-Infinity], '$[0]', 'is no finite number'],
    [{ a: { b: 1n } }, '$.a.b', 'is of the type bigint'],
    [{ a: () => 1 }, '$.a', 'is of the type function'],
    [{ a: Symbol('x') }, '$.a', 'is of the type symbol'],
    [{ at: new Date(0) }, '$.at', 'is no plain object'],
    [{ map: new Map() }, '$.map', 'is no plain object'],
    [{ a: '\ud800' }, '$.a', 'has half a character (a lone surrogate)'],
    [{ '\udc00': 1 }, '$.\\u{dc00}', 'has half a character in its name'],
    [{ toJSON: () => 'something else' }, '$.toJSON', 'is of the type function'],
  ])('refuses %p', (value, path, reason) => {
    expect(() => digestOf(value)).toThrow(
      expect.objectContaining({
        code: 'value-not-json',
        message: `The value at "${path}" cannot be written as JSON: it ${reason}. Leave it out or write it as text.`,
      }),
    );
  });

  it('refuses what never ends or is nested beyond reason', () => {
    const nested = (levels: number) =>
      JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);
    for (const value of [cycle, nested(101), nested(100_000)]) {
      expect(() => digestOf(value)).toThrow('more than 100 levels deep');
    }
    expect(digestOf(nested(100))).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('digestOf', () => {
  it('is SHA-256 of the canonical JSON in UTF-8', () => {
    // printf '{"a":"\303\244","b":1}' | sha256sum
    expect(digestOf({ b: 1, a: 'ä' })).toBe(
      '507aab815f2bdfce1c740c0b1ae7b1c874f56b9aa5b9ab109a07b57365148233',
    );
  });
});

describe('planDigestOf', () => {
  const planned = {
    kind: 'change',
    plan: { files: ['a'] },
    view: { diff: '+a', fields: [{ path: 'a', after: '1' }] },
  };

  it('differs with kind, plan and what was seen, and with nothing else', () => {
    const digests = [
      planned,
      { ...planned, kind: 'other' },
      { ...planned, plan: { files: ['b'] } },
      { ...planned, view: { ...planned.view, diff: '+b' } },
    ].map(planDigestOf);
    expect(new Set(digests).size).toBe(4);
    const more = { ...planned, risks: [], view: { ...planned.view } };
    expect(planDigestOf(more)).toBe(digests[0]);
  });
});

describe('verifyChain', () => {
  const chainOf = (data: unknown[], requestId = 'one') => {
    const events: RequestEvent[] = [];
    for (const [index, value] of data.entries()) {
      const event = {
        requestId,
        sequence: index + 1,
        type: index === 0 ? 'created' : 'step-done',
        actorRef: 'user:default/pia',
        at: `2026-11-22T10:00:0${index % 10}.000Z`,
        data: { value } as RequestEvent['data'],
      };
      const prevHash = events.at(-1)?.hash ?? FIRST_PREV_HASH;
      const hash = eventHash({ prevHash, event });
      events.push({ ...event, prevHash, hash });
    }
    return events;
  };
  const chain = chainOf(['a', 'b', 'c', 'd']);
  const changed = (index: number, change: Partial<RequestEvent>) =>
    chain.with(index, { ...chain[index], ...change });
  const rehashed = (index: number, change: Partial<RequestEvent>) => {
    const event = { ...chain[index], ...change };
    return chain.with(index, {
      ...event,
      hash: eventHash({ prevHash: event.prevHash, event }),
    });
  };

  it('finds nothing in a chain as it was written, whole or in parts', () => {
    expect(verifyChain(chain)).toBeUndefined();
    expect(verifyChain([])).toBeUndefined();
    expect(verifyChain(chain.slice(2), { after: chain[1] })).toBeUndefined();
    expect(
      verifyChain(chain.map(event => ({ id: 7, ...event }))),
    ).toBeUndefined();
  });

  it.each<[string, RequestEvent[], number, string]>([
    [
      'changed content',
      changed(1, { data: { value: 'x' } }),
      2,
      'Its content is not what its hash was made of.',
    ],
    [
      'content with a new hash',
      rehashed(1, { data: { value: 'x' } }),
      3,
      'It does not follow the event before: that one was changed, or another one was there.',
    ],
    [
      'an event that was taken out',
      chain.toSpliced(1, 1),
      3,
      'Its sequence is 3, and 2 has to come here.',
    ],
    [
      'a beginning that was cut off',
      chain.slice(1),
      2,
      'Its sequence is 2, and 1 has to come here.',
    ],
    [
      'a beginning with something before it',
      rehashed(0, { prevHash: 'f'.repeat(64) }),
      1,
      'It is the first, and names an event before it.',
    ],
    [
      'an event of another request',
      chain.with(1, chainOf(['a', 'b'], 'other')[1]),
      2,
      'It is of another request than the event before, "one".',
    ],
    [
      'content that is no JSON',
      changed(1, { data: { value: Number.NaN } }),
      2,
      'Its content is no JSON.',
    ],
  ])('finds %s', (_, events, sequence, problem) => {
    expect(verifyChain(events)).toMatchObject({ sequence, problem });
  });

  it('finds every change of every event, at that event', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.constantFrom('requestId', 'type', 'actorRef', 'at', 'hash' as const),
        (data, where, field) => {
          const events = chainOf(data);
          const index = where % events.length;
          events[index] = {
            ...events[index],
            [field]: `${events[index][field]}x`,
          };
          expect(verifyChain(events)).toMatchObject({ sequence: index + 1 });
        },
      ),
    );
  });
});
