// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { lineDiff, readable } from './lineDiff';

const marks = { same: ' ', added: '+', removed: '-' };
const told = (before: string, after: string) =>
  lineDiff(before, after).map(({ kind, text }) => `${marks[kind]}${text}`);

describe('lineDiff', () => {
  it('keeps what both have, and puts removals before additions', () => {
    expect(told('a\nb\nc', 'a\nx\nc\nd')).toEqual([
      ' a',
      '-b',
      '+x',
      ' c',
      '+d',
    ]);
  });

  it('has only common lines for the same text', () => {
    expect(told('a\nb', 'a\nb')).toEqual([' a', ' b']);
  });

  it('gives both texts back, whatever they are', () => {
    const before = 'one\ntwo\ntwo\nthree';
    const after = 'two\nthree\nthree\none';
    const lines = lineDiff(before, after);
    const without = (kind: string) =>
      lines
        .filter(line => line.kind !== kind)
        .map(({ text }) => text)
        .join('\n');
    expect(without('added')).toBe(before);
    expect(without('removed')).toBe(after);
  });
});

describe('readable', () => {
  it('gives each field of JSON a line', () => {
    expect(readable('{"a":1,"b":[2]}').split('\n')).toHaveLength(6);
  });

  it('leaves what is no JSON', () => {
    expect(readable('syntax = "proto3";')).toBe('syntax = "proto3";');
  });
});
