// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createRequire } from 'node:module';
import { parseHcl } from '../../packages/iac/src';
import { type BenchFile, unread } from './files';

const own = createRequire(require.resolve('../../packages/iac/package.json'));
const hcl2json: typeof import('@cdktf/hcl2json') = own('@cdktf/hcl2json');

type Text = Pick<BenchFile, 'name' | 'text'>;

export const PARSERS: Record<string, (file: Text) => Promise<unknown>> = {
  'Fairway: parseHcl, with the place of everything': ({ text }) =>
    parseHcl(unread(text).whole),
  '@cdktf/hcl2json: parse, to plain JSON': ({ name, text }) =>
    hcl2json.parse(name, unread(text).whole),
};

/** Every value by its path, as the independent reader finds them; lists by what they hold. */
export async function parseValues(file: Text): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  const visit = (value: unknown, at: string[]) => {
    if (Array.isArray(value) && value.length === 1) {
      // A block is a list of one.
      visit(value[0], at);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) {
        visit(item, [...at, name]);
      }
    } else {
      found.set(at.join('.'), value);
    }
  };
  visit(await hcl2json.parse(file.name, file.text), []);
  return found;
}
