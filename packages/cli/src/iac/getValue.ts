// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type HclBlock,
  type HclBody,
  type HclExpression,
  type HclRange,
  parseHcl,
  readLiteral,
} from '@fairway/iac';
import { LineCounter, parseAllDocuments } from 'yaml';
import { cliError } from '../errors';
import { EXIT } from '../exit';
import { exactJson, inexactNumber } from './exactJson';
import { inFile, readTextFile, type Format, type TextFile } from './file';
import { type JsonValue, parsePath, shownPath } from './path';
import { repeatedNames } from './repeatedNames';

/** Options of `iac get`, as commander hands them over. */
export interface GetOptions {
  format?: Format;
  document?: number;
  expression?: boolean;
  json?: boolean;
}

/** Prints what stands at a path: text as it is, everything else as JSON. */
export async function getValue(
  file: string,
  path: string,
  options: GetOptions,
): Promise<number> {
  const steps = parsePath(path);
  const read = await readTextFile(file, options);
  const found =
    read.format === 'hcl'
      ? await inHcl(read, steps, options)
      : await inYaml(read, steps, options);
  process.stdout.write(
    typeof found === 'string' && !options.json
      ? `${found}\n`
      : `${JSON.stringify(found, undefined, 2)}\n`,
  );
  return EXIT.ok;
}

/** What a path leads to in HCL. */
type Found =
  | { kind: 'block'; block: HclBlock }
  | { kind: 'value'; value: HclExpression };

/** Follows a path; undefined where nothing is. Blocks of one name are told apart by an index, as in `fairway iac set`. */
export function locateInHcl(
  body: HclBody,
  [name, ...rest]: readonly string[],
): Found | undefined {
  const attribute = body.attributes.find(each => each.name === name);
  if (attribute) return inValue(attribute.value, rest);
  const blocks = body.blocks.filter(
    ({ type, labels }) =>
      type === name && labels.every((label, index) => label === rest[index]),
  );
  if (blocks.length === 0) return undefined;
  const most = Math.max(...blocks.map(({ labels }) => labels.length));
  const same = blocks.filter(({ labels }) => labels.length === most);
  let after = rest.slice(most);
  let [block] = same;
  if (same.length > 1) {
    block = same[Number(after[0])];
    after = after.slice(1);
  }
  if (!block) return undefined;
  return after.length === 0
    ? { kind: 'block', block }
    : locateInHcl(block.body, after);
}

function inValue(
  value: HclExpression,
  [name, ...rest]: readonly string[],
): Found | undefined {
  if (name === undefined) return { kind: 'value', value };
  const next = memberOf(value, name);
  return next && inValue(next, rest);
}

function memberOf(
  value: HclExpression,
  name: string,
): HclExpression | undefined {
  if (value.kind === 'object') {
    return value.entries.find(entry => entry.name === name)?.value;
  }
  const isIndex = value.kind === 'list' && /^\d+$/.test(name);
  return isIndex ? value.items[Number(name)] : undefined;
}

async function inHcl(
  { path, text }: TextFile,
  steps: string[],
  { expression }: GetOptions,
): Promise<JsonValue> {
  const { body } = await inFile(path, () => parseHcl(text));
  const [repeated] = repeatedNames(body);
  if (repeated) {
    throw cliError('cli-file-invalid', {
      path,
      place: `${repeated.range.line}:${repeated.range.column}:`,
      reason: `"${repeated.name}" is there twice. Keep one`,
    });
  }
  const found = locateInHcl(body, steps);
  if (!found) {
    const { attributes, blocks } = body;
    throw missing(path, steps, [
      ...attributes.map(({ name }) => name),
      ...blocks.map(({ type, labels }) => [type, ...labels].join('.')),
    ]);
  }
  const range = found.kind === 'block' ? found.block.range : found.value.range;
  if (expression) return text.slice(range.start, range.end);
  const literal =
    found.kind === 'block'
      ? blockValue(found.block)
      : valueOrRange(found.value);
  if ('value' in literal) {
    const values =
      found.kind === 'block'
        ? found.block.body.attributes.map(({ value }) => value)
        : [found.value];
    for (const value of values) {
      const number = inexactNumber(text, value);
      if (number) throw notJson(path, steps, `the number ${number}`);
    }
    return literal.value;
  }
  throw cliError('cli-value-not-literal', {
    path: shownPath(steps),
    file: path,
    line: literal.range.line,
    text: text.slice(literal.range.start, literal.range.end),
  });
}

type ValueOrRange = { value: JsonValue } | { range: HclRange };

function valueOrRange(expression: HclExpression): ValueOrRange {
  const literal = readLiteral(expression);
  return literal.isLiteral
    ? { value: literal.value }
    : { range: literal.expression.range };
}

/** The attributes of a block; blocks inside of it have paths of their own. */
function blockValue({ body }: HclBlock): ValueOrRange {
  const entries: [string, JsonValue][] = [];
  for (const { name, value } of body.attributes) {
    const read = valueOrRange(value);
    if ('range' in read) return read;
    entries.push([name, read.value]);
  }
  return { value: Object.fromEntries(entries) };
}

async function inYaml(
  { path, text }: TextFile,
  steps: string[],
  { document = 0 }: GetOptions,
): Promise<JsonValue> {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
    intAsBigInt: true,
  });
  const all = Array.isArray(documents) ? documents : [];
  const problem = all.flatMap(({ errors }) => errors)[0];
  if (problem) {
    const { line, col } = lines.linePos(problem.pos[0]);
    throw cliError('cli-file-invalid', {
      path,
      place: `${line}:${col}:`,
      reason: problem.message,
    });
  }
  const at = all[document];
  // Without the limit on aliases of the library this would be a way to fill the memory.
  const whole: unknown = at?.toJS({ maxAliasCount: 100 });
  let value = whole;
  for (const step of steps) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string, unknown>)[step]
        : undefined;
  }
  if (value === undefined) {
    const isNamed = typeof whole === 'object' && whole !== null;
    throw missing(path, steps, isNamed ? Object.keys(whole) : []);
  }
  return exactJson(value, what => notJson(path, steps, what));
}

function missing(file: string, steps: string[], top: string[]): Error {
  return cliError('cli-value-missing', {
    path: shownPath(steps),
    file,
    names: top.length > 0 ? top.join(', ') : 'nothing',
  });
}

function notJson(file: string, steps: string[], what: string): Error {
  return cliError('cli-value-not-json', { path: shownPath(steps), file, what });
}
