// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HclBody, HclExpression, HclRange } from '@fairway/iac';

interface Named {
  name: string;
  range: HclRange;
}

/** What is named a second time in one place: Terraform refuses it, or takes one of the two without a word. */
export function repeatedNames({ attributes, blocks }: HclBody): Named[] {
  return [
    ...repeatedOf(attributes),
    ...attributes.flatMap(({ value }) => repeatedIn(value)),
    ...blocks.flatMap(({ body }) => repeatedNames(body)),
  ].sort((one, other) => one.range.start - other.range.start);
}

function repeatedIn(value: HclExpression): Named[] {
  if (value.kind === 'list') return value.items.flatMap(repeatedIn);
  if (value.kind !== 'object') return [];
  return [
    ...repeatedOf(value.entries),
    ...value.entries.flatMap(entry => repeatedIn(entry.value)),
  ];
}

function repeatedOf(all: { name?: string; range: HclRange }[]): Named[] {
  const seen = new Set<string>();
  return all.flatMap(({ name, range }) => {
    if (name === undefined) return [];
    if (seen.has(name)) return [{ name, range }];
    seen.add(name);
    return [];
  });
}
