// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';

/** Ids that the engine answers by itself, so no rule may carry them. */
const RESERVED_ID =
  /^(default|break-glass|guard|unknown-[a-z]+|missing-[a-z]+|not-in-environment)$/;

const describe = (input: unknown) => {
  if (input === undefined) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a mapping';
  return `${typeof input} "${String(input)}"`;
};

/** A mapping with exactly these keys; an unknown key is named together with the ones to write. */
export function strict<T extends z.core.$ZodLooseShape>(shape: T) {
  const keys = Object.keys(shape)
    .filter(key => !key.startsWith('$'))
    .join(', ');
  return z.strictObject(shape, {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? `Unknown key "${issue.keys[0]}": write one of ${keys}`
        : `Got ${describe(issue.input)}: write a mapping of ${keys}`,
  });
}

/** A string; `example` is what the message tells people to write. */
export function text(example: string) {
  return z
    .string({
      error: issue =>
        typeof issue.input === 'number'
          ? `Got the number ${issue.input}: write it in quotes, '${issue.input}'`
          : `Got ${describe(issue.input)}: write a string such as ${example}`,
    })
    .min(1, `Empty: write a string such as ${example}`)
    .max(1_000, 'Longer than 1000 characters: write something shorter');
}

/** A name of a team, environment, service, store or role. */
export const name = (example: string) =>
  text(example).regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
    'Not a name: write letters, digits, ".", "_" and "-", starting with a letter or digit',
  );

/** A list of at least one item. */
export function list<T extends z.ZodType>(item: T, example: string) {
  return z
    .array(item, {
      error: issue =>
        `Got ${describe(issue.input)}: write a list such as ${example}`,
    })
    .min(1, `Empty list: write at least one entry, such as ${example}`);
}

/** A list that may be empty. */
export function anyList<T extends z.ZodType>(item: T, example: string) {
  return z.array(item, {
    error: issue =>
      `Got ${describe(issue.input)}: write a list such as ${example}`,
  });
}

/** A mapping from names to entries. */
export function named<T extends z.ZodType>(entry: T, example: string) {
  return z.record(name(example), entry, {
    error: issue =>
      issue.code === 'invalid_key'
        ? 'Not a name: write letters, digits, ".", "_" and "-", starting with a letter or digit'
        : `Got ${describe(issue.input)}: write a mapping such as ${example}`,
  });
}

/** One of a closed list of words. */
export function oneOf<const T extends string>(words: readonly T[]) {
  return z.enum(words, {
    error: issue => `Got ${describe(issue.input)}: write ${words.join(' or ')}`,
  });
}

export const flag = () =>
  z.boolean({
    error: issue => `Got ${describe(issue.input)}: write true or false`,
  });

export const count = (min: number, max: number) =>
  z
    .number({
      error: issue =>
        `Got ${describe(
          issue.input,
        )}: write a whole number from ${min} to ${max}`,
    })
    .int(`Not a whole number: write one from ${min} to ${max}`)
    .min(min, `Too small: write a whole number from ${min} to ${max}`)
    .max(max, `Too large: write a whole number from ${min} to ${max}`);

/** An id of a rule, approval or limit: decisions are answered with it. */
export const identifier = () =>
  text('owners-prod')
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
      'Not an id: write letters, digits, ".", "_" and "-", such as owners-prod',
    )
    .refine(value => !RESERVED_ID.test(value), {
      error: issue =>
        `The id "${issue.input}" is one of the engine's own answers: write another one`,
    });

/** An ISO 8601 duration in days, hours and minutes. */
export const duration = () =>
  text('P3D').regex(
    /^P(?=\d|T\d)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?$/,
    'Not a duration: write ISO 8601, such as P3D or PT12H',
  );
