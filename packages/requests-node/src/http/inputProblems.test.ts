// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { inputIssues, inputProblems } from './inputProblems';

const schema = z.strictObject({
  kind: z.string(),
  limit: z.coerce.number().max(100).optional(),
  submit: z.enum(['now', 'review']),
  files: z.array(
    z.union([
      z.strictObject({ path: z.string(), content: z.string() }),
      z.strictObject({ path: z.string(), delete: z.literal(true) }),
    ]),
  ),
});

function problems(input: unknown): string {
  const { error } = schema.safeParse(input);
  return inputProblems(error!, input, { name: 'body' });
}

describe('problems of an input', () => {
  it('name what is missing as missing', () => {
    expect(problems({})).toBe(
      '"kind" is missing; "submit" is missing; "files" is missing',
    );
    expect(problems(undefined)).toBe('"body" is missing');
  });

  it('name the field that is missing inside of one of several forms', () => {
    const base = { kind: 'change', submit: 'now' };
    expect(problems({ ...base, files: [{ path: 'a' }] })).toBe(
      '"files.0.content" is missing',
    );
    expect(
      problems({
        ...base,
        files: [
          { path: 'a', content: 'x' },
          { path: 1, delete: true },
        ],
      }),
    ).toBe('"files.1.path": Invalid input: expected string, received number');
  });

  it('say what the schema says about what is there', () => {
    expect(
      problems({ kind: 'change', submit: 'later', files: [], limit: 500 }),
    ).toBe(
      '"limit": Too big: expected number to be <=100; "submit": Invalid option: expected one of "now"|"review"',
    );
    expect(problems({ kind: 'change', submit: 'now', files: [], x: 1 })).toBe(
      '"body": Unrecognized key: "x"',
    );
  });

  it('give every issue to programs, and five to people', () => {
    const wide = z.object(
      Object.fromEntries([...'abcdefg'].map(key => [key, z.string()])),
    );
    const { error } = wide.safeParse({});
    expect(inputIssues(error!, {})).toHaveLength(7);
    expect(
      inputProblems(error!, {}, { name: 'body' }).split('; '),
    ).toHaveLength(5);
  });
});
