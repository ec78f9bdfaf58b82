// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { editHcl } from '../../packages/iac/src';
import { type BenchFile, unread } from './files';

type Editor = (file: BenchFile, at: string[], value: string) => Promise<string>;

export const EDITORS: Record<string, Editor> = {
  'Fairway: editHcl, of a text that was not read before': async (
    { text },
    at,
    value,
  ) => {
    const { whole, ending } = unread(text);
    const edited = await editHcl(whole, [{ op: 'set', at, value }]);
    return edited.text.slice(0, -ending.length);
  },
  'Fairway: editHcl, of a text that was just read': async (
    { text },
    at,
    value,
  ) => (await editHcl(text, [{ op: 'set', at, value }])).text,
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
