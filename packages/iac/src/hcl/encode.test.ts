// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { asJson, hostileValue } from '../__testUtils__/hostile';
import {
  describeWithTerraform,
  formatDiff,
  TERRAFORM,
  terraform,
} from '../__testUtils__/terraform';
import { encodeHclValue } from './encode';

describe('encodeHclValue', () => {
  it.each<[JsonValue, string]>([
    ['plain', '"plain"'],
    ['${upper("x")}', '"$${upper(\\"x\\")}"'],
    ['%{ if true }', '"%%{ if true }"'],
    ['$${x}', '"\\u0024$${x}"'],
    ['100% of $5', '"100% of $5"'],
    ['a\nb\r\tc\\', '"a\\nb\\r\\tc\\\\"'],
    ['\u0001\u007f\u2028\u202e', '"\\u0001\\u007f\\u2028\\u202e"'],
    ['😀 é e\u0301 👩‍👧', '"😀 é e\u0301 👩‍👧"'],
    [0.1, '0.1'],
    [-0, '0'],
    [2 ** 63, '9223372036854775808'],
    [1e21, '1.0e+21'],
    [1.5e-7, '1.5e-7'],
    [true, 'true'],
    [null, 'null'],
    [[], '[]'],
    [{}, '{}'],
  ])('writes %j as %s', (value, text) => {
    expect(encodeHclValue(value)).toBe(text);
  });

  it('lays collections out as terraform fmt does', () => {
    const value = {
      name: 'x',
      instance_count: 2,
      tags: { owner: 'me', 'cost-center': '1' },
      zones: ['a', ['b']],
      for: false,
    };
    expect(encodeHclValue(value)).toBe(`{
  name           = "x"
  instance_count = 2
  tags = {
    owner         = "me"
    "cost-center" = "1"
  }
  zones = [
    "a",
    [
      "b",
    ],
  ]
  "for" = false
}`);
  });

  it.each<[string, unknown, string, string]>([
    ['value-unsupported', Number.NaN, 'inputs.tags.owner', 'number NaN'],
    ['value-unsupported', Infinity, 'inputs.tags.owner', 'number Infinity'],
    ['value-unsupported', 'a\0b', 'inputs.tags.owner', 'NUL'],
    ['value-unsupported', 'a\ud800b', 'inputs.tags.owner', 'surrogate'],
    ['value-unsupported', undefined, 'inputs.tags.owner', 'undefined'],
    ['value-unsupported', new Date(), 'inputs.tags.owner', 'plain object'],
    ['value-unsupported', 10n, 'inputs.tags.owner', 'bigint'],
    ['value-unsupported', [1, () => 1], 'inputs.tags.owner[1]', 'function'],
    ['value-unsupported', { 'a b': NaN }, 'inputs.tags.owner["a b"]', 'NaN'],
    ['value-unsupported', { é: 1, 'e\u0301': 2 }, 'inputs.tags.owner', 'twice'],
    ['value-too-long', 'x'.repeat(10_000), 'inputs.tags.owner', '8192 bytes'],
    ['value-too-long', '😀'.repeat(2049), 'inputs.tags.owner', '8196 bytes'],
    ['value-too-many', Array(6_000).fill(1), 'inputs.tags.owner', '5000'],
  ])('refuses with %s and the path: %p', (code, owner, path, words) => {
    const encode = () =>
      encodeHclValue({ tags: { owner } } as JsonValue, { path: 'inputs' });
    expect(encode).toThrow(
      expect.objectContaining({
        code,
        name: 'InputError',
        message: expect.stringContaining(path),
      }),
    );
    expect(encode).toThrow(words);
  });

  it('takes a string of exactly the limit', () => {
    expect(encodeHclValue('x'.repeat(8192))).toHaveLength(8194);
  });

  it('refuses what is nested too deeply, also when it contains itself', () => {
    const endless: JsonValue[] = [];
    endless.push(endless);
    expect(() => encodeHclValue(endless)).toThrow(
      expect.objectContaining({ code: 'value-too-deep' }),
    );
  });

  describeWithTerraform(TERRAFORM, () => {
    it('evaluates back to the same value in terraform', () => {
      const values = fc.sample(hostileValue, 3_000);
      const file = `locals {\n  values = ${encodeHclValue(values, {
        indent: 1,
        limits: { values: 1_000_000 },
      })}\n}\n`;
      // Base64, since the console prints text with escapes of its own.
      const { stdout, stderr } = terraform({
        files: { 'main.tf': file },
        args: ['console'],
        input: 'base64encode(jsonencode(local.values))\n',
      });
      expect(stderr).toBe('');
      const json = Buffer.from(stdout.trim().slice(1, -1), 'base64').toString();
      const evaluated: JsonValue[] = JSON.parse(json);
      expect(evaluated).toHaveLength(3_000);
      values.forEach((value, index) => {
        // Terraform holds all text in NFC.
        expect(evaluated[index]).toEqual(inNfc(asJson(value)));
      });
      expect(formatDiff({ 'main.tf': file })).toBe('');
    });
  });
});

function inNfc(value: JsonValue): JsonValue {
  return JSON.parse(JSON.stringify(value).normalize('NFC'));
}
