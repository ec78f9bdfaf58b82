// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ConflictError,
  deserializeError,
  InputError,
  NotFoundError,
  serializeError,
} from '@backstage/errors';
import { defineErrors, type ErrorCatalogue, isCodedError, shown } from '.';

const ERRORS = {
  'path-invalid': {
    type: InputError,
    message:
      'The path "live/{path}" cannot be used: it {reason}. Write { path: live/acme } instead.',
  },
  'policy-refused': { type: ConflictError, message: '{problems}' },
  'nothing-here': { type: NotFoundError, message: 'There is nothing.' },
} as const satisfies ErrorCatalogue;

const anError = defineErrors(ERRORS);
const pathInvalid = (path: string, reason = 'ends nowhere') =>
  anError('path-invalid', { path, reason });

describe('defineErrors', () => {
  it('makes the class, the code and the message of the catalogue', () => {
    const error = pathInvalid('../x');
    expect(error).toBeInstanceOf(InputError);
    expect(error.name).toBe('InputError');
    expect(error.code).toBe('path-invalid');
    expect(error.message).toBe(
      'The path "live/../x" cannot be used: it ends nowhere. Write { path: live/acme } instead.',
    );
  });

  it('asks the compiler for exactly the values of the message', () => {
    anError('nothing-here');
    anError('nothing-here', {}, { line: 1 });
    // @ts-expect-error a value is missing
    anError('path-invalid', { path: 'x' });
    // @ts-expect-error all values are missing
    anError('path-invalid');
    // @ts-expect-error a value too many
    anError('nothing-here', { path: 'x' });
    // @ts-expect-error braces around words are text
    anError('path-invalid', { path: 'x', reason: 'y', ' path: live': 'z' });
    // @ts-expect-error no such code: every code is in the catalogue
    expect(() => anError('path-unknown')).toThrow(TypeError);
  });

  it('puts values in as text, whatever they look like', () => {
    expect(pathInvalid('{reason} $& $1').message).toContain(
      '"live/{reason} $& $1"',
    );
    expect(anError('policy-refused', { problems: 0 }).message).toBe('0');
  });

  it('shortens input in quotes and says how long it was; sentences stay', () => {
    expect(pathInvalid('😀'.repeat(10_000)).message).toContain(
      `"live/${'😀'.repeat(200)}… (10000 characters)" cannot`,
    );
    const sentence = 'is long '.repeat(100);
    expect(pathInvalid('x', sentence).message).toContain(sentence);
    expect(pathInvalid('x', 'x'.repeat(10_000)).message.length).toBeLessThan(
      2200,
    );
  });

  it('stays on one line, with nothing invisible in it', () => {
    const hostile = 'a\nb\r\0\u001b[31m\u202egpj\u200b\u2028\u{e0041}\ud800';
    const expected =
      'a\\u{a}b\\u{d}\\u{0}\\u{1b}[31m\\u{202e}gpj\\u{200b}\\u{2028}\\u{e0041}\\u{d800}';
    const { message } = pathInvalid(hostile, hostile);
    expect(message).toContain(`"live/${expected}"`);
    expect(message).toContain(`it ${expected}.`);
  });

  it("keeps the lines of a message that is another part's own words", () => {
    const problems = `policy.yaml:1:2: ${'no '.repeat(2000)}\nnext\u202e`;
    expect(anError('policy-refused', { problems }).message).toBe(
      problems.replace('\u202e', '\\u{202e}'),
    );
  });

  it('sends code, line, column and details to the caller, and the cause to nobody', () => {
    const cause = new Error('password is hunter2');
    const error = anError(
      'nothing-here',
      {},
      { cause, line: 3, column: 7, details: { rules: ['a'] } },
    );
    expect(error.cause).toBe(cause);
    expect(error.message).toBe('There is nothing.');
    expect(serializeError(error)).toEqual({
      name: 'NotFoundError',
      message: 'There is nothing.',
      code: 'nothing-here',
      line: 3,
      column: 7,
      details: { rules: ['a'] },
    });
  });

  it('has no empty fields', () => {
    const error = anError('nothing-here', {}, { line: undefined });
    expect(Object.keys(error)).not.toContain('line');
    expect(serializeError(error)).not.toHaveProperty('details');
  });
});

describe('isCodedError', () => {
  it('tells codes and catalogues apart', () => {
    const error: unknown = pathInvalid('x');
    expect(isCodedError(error)).toBe(true);
    expect(isCodedError(error, 'path-invalid')).toBe(true);
    expect(isCodedError(error, 'nothing-here')).toBe(false);
    expect(isCodedError(error, ERRORS)).toBe(true);
    expect(isCodedError(error, { 'other-code': {} })).toBe(false);
  });

  it('knows an error that came over HTTP', () => {
    const received = deserializeError(serializeError(pathInvalid('x')));
    expect(isCodedError(received, ERRORS)).toBe(true);
  });

  it.each([
    ['an error of Node.js', Object.assign(new Error(''), { code: 'ENOENT' })],
    ['a number for a code', Object.assign(new Error(''), { code: 7 })],
    ['an error without a code', new Error('path-invalid')],
    [
      'a property of every object',
      Object.assign(new Error(''), { code: 'constructor' }),
    ],
    ['text', 'path-invalid'],
    ['nothing', undefined],
  ])('refuses %s', (_, error) => {
    expect(isCodedError(error, ERRORS)).toBe(false);
  });
});

describe('shown', () => {
  it('is the same when done twice', () => {
    const once = shown('a\n"b"\u202e', 3);
    expect(once).toBe('a\\u{a}"… (6 characters)');
    expect(shown(once)).toBe(once);
  });
});
