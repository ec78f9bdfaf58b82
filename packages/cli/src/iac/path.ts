// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HclEdit } from '@fairway/iac';
import { cliError } from '../errors';

/** What JSON can say. */
export type JsonValue = Exclude<HclEdit['value'], undefined>;

const PLAIN = /^[^.[\]"=\s]+/;
const BRACKET = /^\[("(?:[^"\\]|\\.)*"|\d+)\]/;

/** A path from the start of a text, and what follows it. */
function takePath(text: string): { path: string[]; rest: string } {
  const invalid = (problem: string) =>
    cliError('cli-path-invalid', { value: text, problem });
  const path: string[] = [];
  let rest = text;
  for (;;) {
    const bracket = BRACKET.exec(rest);
    if (bracket) {
      path.push(nameIn(bracket[1], invalid));
      rest = rest.slice(bracket[0].length);
    } else {
      const plain = PLAIN.exec(rest);
      if (!plain) {
        throw invalid(rest ? `a name is missing before "${rest}"` : 'it ends');
      }
      path.push(plain[0]);
      rest = rest.slice(plain[0].length);
    }
    if (rest.startsWith('.')) rest = rest.slice(1);
    else if (!rest.startsWith('[')) return { path, rest };
  }
}

function nameIn(text: string, invalid: (problem: string) => Error): string {
  try {
    return String(JSON.parse(text));
  } catch {
    throw invalid(`${text} is no name in quotes`);
  }
}

/**
 * `inputs.tags.owner`, `containers.0.image`, `labels["app.kubernetes.io/name"]`.
 *
 * @throws InputError `cli-path-invalid`
 */
export function parsePath(text: string): string[] {
  const { path, rest } = takePath(text);
  if (rest) {
    throw cliError('cli-path-invalid', {
      value: text,
      problem: `"${rest}" is left over`,
    });
  }
  return path;
}

/** A value for a place. */
export interface Assignment {
  path: string[];
  value: JsonValue;
}

/**
 * `PATH=VALUE`, where VALUE is JSON, or a bare word that is text. A number that JSON would write otherwise is refused:
 * whether `1.10` is a version or a number only the person knows.
 *
 * @throws InputError `cli-assignment-invalid`, `cli-path-invalid`, `cli-value-ambiguous`
 */
export function parseAssignment(text: string): Assignment {
  if (!text.includes('=')) {
    throw cliError('cli-assignment-invalid', { value: text });
  }
  const { path, rest } = takePath(text);
  if (!rest.startsWith('=')) {
    throw cliError('cli-assignment-invalid', { value: text });
  }
  return { path, value: parseValue(rest.slice(1)) };
}

function parseValue(text: string): JsonValue {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    // What begins like JSON was meant as JSON; as text it would be written by mistake.
    if (/^\s*[[{"]/.test(text)) {
      throw cliError('cli-value-ambiguous', {
        value: text,
        problem: 'begins like JSON and is none',
      });
    }
    return text;
  }
  if (typeof value === 'number' && String(value) !== text.trim()) {
    throw cliError('cli-value-ambiguous', {
      value: text,
      problem: `could be text, or the number ${value}`,
    });
  }
  return value;
}

/** As people write it. */
export function shownPath(path: readonly string[]): string {
  return path
    .map((name, index) => {
      if (/[.[\]"=\s]/.test(name)) return `[${JSON.stringify(name)}]`;
      return index === 0 ? name : `.${name}`;
    })
    .join('');
}
