// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The units of the example repository and generated ones of growing size, with the texts in them that can be changed.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type HclBody,
  type HclExpression,
  parseHcl,
} from '../../packages/iac/src';

export interface BenchFile {
  name: string;
  text: string;
  isGenerated: boolean;
  /** Plain texts, by their path: blocks with labels, attributes, keys of objects. */
  values: { at: string[]; start: number; end: number }[];
}

const LIVE = join(__dirname, '../../examples/infrastructure-live');
const SIZES = [10, 50, 200];
/** So many of a file are changed. */
const MOST_VALUES = 12;

/** A unit as they grow: comments, nested objects, and one key in many places. */
function generated(count: number): string {
  const inputs = Array.from({ length: count }, (_, index) =>
    [
      `  # Was name = "old-${index}" before.`,
      `  group_${index} = {`,
      `    name  = "group-${index}" # name = "x"`,
      `    zones = ["a", "b"]`,
      `    tags  = { name = "tag-${index}", cost = "\${local.cost}" }`,
      '  }',
    ].join('\n'),
  );
  return `terraform {
  source = "git::https://git.example.com/acme/modules.git//modules/x?ref=v1.0.0"
}

inputs = {
  name = "unit"

${inputs.join('\n')}
}
`;
}

let count = 0;

/** The text with a comment behind it that makes it new: nobody can have kept what was made of it. */
export function unread(text: string): { whole: string; ending: string } {
  const ending = `# ${count++}\n`;
  return { whole: `${text}${ending}`, ending };
}

export async function readFiles(): Promise<BenchFile[]> {
  const names = await readdir(LIVE, { recursive: true });
  const sources = [
    ...(await Promise.all(
      names
        .filter(name => name.endsWith('.hcl'))
        .sort()
        .map(async name => ({
          name,
          isGenerated: false,
          text: await readFile(join(LIVE, name), 'utf8'),
        })),
    )),
    ...SIZES.map(size => ({
      name: `generated-${size}.hcl`,
      isGenerated: true,
      text: generated(size),
    })),
  ];
  return Promise.all(
    sources.map(async ({ name, text, isGenerated }) => {
      const { body } = await parseHcl(text);
      const all = textsOf(body, []);
      const step = Math.max(1, Math.floor(all.length / MOST_VALUES));
      const values = all.filter((_, index) => index % step === 0);
      return { name, text, isGenerated, values: values.slice(0, MOST_VALUES) };
    }),
  );
}

function textsOf(body: HclBody, at: string[]): BenchFile['values'] {
  return [
    ...body.attributes.flatMap(({ name, value }) =>
      textsIn(value, [...at, name]),
    ),
    ...body.blocks.flatMap(({ type, labels, body: inner }) =>
      textsOf(inner, [...at, type, ...labels]),
    ),
  ];
}

function textsIn(value: HclExpression, at: string[]): BenchFile['values'] {
  if (value.kind === 'literal' && typeof value.value === 'string') {
    return [{ at, start: value.range.start, end: value.range.end }];
  }
  return value.kind === 'object'
    ? value.entries.flatMap(({ name, value: inner }) =>
        name === undefined ? [] : textsIn(inner, [...at, name]),
      )
    : [];
}
