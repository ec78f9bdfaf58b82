// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Deeper than anything that people write; whatever walks a value may do so by recursion. */
const DEEPEST = 100;

/** Where a value is not JSON, and why. */
export interface JsonProblem {
  /** `$.files[0].content` */
  path: string;
  reason: string;
}

/**
 * The first place that JSON cannot hold as it is. A property that is `undefined` counts as left out, as in
 * `JSON.stringify`.
 */
export function jsonProblem(
  value: unknown,
  path = '$',
  depth = 0,
): JsonProblem | undefined {
  switch (typeof value) {
    case 'boolean':
      return undefined;
    case 'number':
      return Number.isFinite(value)
        ? undefined
        : { path, reason: 'is no finite number' };
    case 'string':
      return isWellFormed(value)
        ? undefined
        : { path, reason: 'has half a character (a lone surrogate)' };
    case 'object':
      if (value === null) return undefined;
      return depth < DEEPEST
        ? insideProblem(value, path, depth + 1)
        : { path, reason: `is nested more than ${DEEPEST} levels deep` };
    default:
      return { path, reason: `is of the type ${typeof value}` };
  }
}

function insideProblem(
  value: object,
  path: string,
  depth: number,
): JsonProblem | undefined {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const problem = jsonProblem(value[index], `${path}[${index}]`, depth);
      if (problem) return problem;
    }
    return undefined;
  }
  if (!isPlain(value)) {
    return { path, reason: 'is no plain object' };
  }
  for (const [key, inner] of Object.entries(value)) {
    const at = `${path}.${key}`;
    if (!isWellFormed(key)) {
      return { path: at, reason: 'has half a character in its name' };
    }
    const problem =
      inner === undefined ? undefined : jsonProblem(inner, at, depth);
    if (problem) return problem;
  }
  return undefined;
}

/** Not by identity of the prototype: objects may come from another realm, and tests run in one. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
