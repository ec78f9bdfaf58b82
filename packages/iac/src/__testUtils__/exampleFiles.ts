// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { HclBody, HclExpression, HclRange } from '../hcl/types';

const EXAMPLES = path.join(__dirname, '../../../../examples');

/** Every HCL file of the example repositories. */
export function examples(): { name: string; text: string }[] {
  return readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(hcl|tf)$/.test(name))
    .sort()
    .map(name => ({
      name,
      text: readFileSync(path.join(EXAMPLES, name), 'utf8'),
    }));
}

/** What holds keys: the file, its blocks and objects. */
export function holdersOf(body: HclBody, at: string[] = []): string[][] {
  const counts = new Map<string, number>();
  const objects = body.attributes.flatMap(({ name, value }) =>
    inValue(value, [...at, name]),
  );
  const blocks = body.blocks.flatMap(({ type, labels, body: inner }) => {
    const path_ = [...at, type, ...labels];
    const same = body.blocks.filter(
      block =>
        [block.type, ...block.labels].join() === [type, ...labels].join(),
    ).length;
    const index = counts.get(path_.join()) ?? 0;
    counts.set(path_.join(), index + 1);
    return holdersOf(inner, same > 1 ? [...path_, String(index)] : path_);
  });
  return [at, ...objects, ...blocks];
}

function inValue(value: HclExpression, at: string[]): string[][] {
  if (value.kind !== 'object') return [];
  if (value.entries.some(({ name }) => name === undefined)) return [];
  return [
    at,
    ...value.entries.flatMap(({ name, value: inner }) =>
      inValue(inner, [...at, name!]),
    ),
  ];
}

/** Every value that can be set, by its path. */
export function valuesOf(body: HclBody): { at: string[]; range: HclRange }[] {
  const found: { at: string[]; range: HclRange }[] = [];
  const visit = (value: HclExpression, at: string[]) => {
    found.push({ at, range: value.range });
    if (value.kind !== 'object') return;
    if (value.entries.some(({ name }) => name === undefined)) return;
    for (const { name, value: inner } of value.entries) {
      visit(inner, [...at, name!]);
    }
  };
  const visitBody = ({ attributes, blocks }: HclBody, at: string[]) => {
    for (const { name, value } of attributes) visit(value, [...at, name]);
    for (const { type, labels, body: inner } of blocks) {
      const isAlone =
        blocks.filter(
          block =>
            [block.type, ...block.labels].join() === [type, ...labels].join(),
        ).length === 1;
      if (isAlone) visitBody(inner, [...at, type, ...labels]);
    }
  };
  visitBody(body, []);
  return found;
}
