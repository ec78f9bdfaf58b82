// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { editHcl } from '../../packages/iac/src';
import type { BenchFile } from './files';

type Editor = (file: BenchFile, at: string[], value: string) => Promise<string>;

export const EDITORS: Record<string, Editor> = {
  'Fairway: editHcl, parsed before and after': async ({ text }, at, value) =>
    (await editHcl(text, [{ op: 'set', at, value }])).text,
  'a regular expression: the first line with that key': async (
    { text },
    at,
    value,
  ) =>
    text.replace(
      new RegExp(`(\\b${at.at(-1)}\\s*=\\s*)"[^"]*"`),
      (_, key) => `${key}${JSON.stringify(value)}`,
    ),
};
