// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { allowedExpression } from './allowedExpression';

describe('allowedExpression', () => {
  it.each([
    ['dependency.network.outputs.id', undefined],
    ['  local.region ', 'local.region'],
    ['var.a-b', undefined],
    ['values.version', undefined],
    [
      '"${ local.base }//x?ref=${values.version}"',
      '"${local.base}//x?ref=${values.version}"',
    ],
    ['find_in_parent_folders("root.hcl")', undefined],
    [
      '"${dirname(find_in_parent_folders("root.hcl"))}/_envcommon/x.hcl"',
      undefined,
    ],
    ['[local.a, "b", 1]', undefined],
    ['{ a : local.b, "c d" = [] }', '{ a = local.b, "c d" = [] }'],
    ['"a$${b}"', undefined],
    ['1.0', '1'],
  ])('takes %s', async (text, expression = text) => {
    expect(await allowedExpression(text)).toEqual({
      isAllowed: true,
      expression,
    });
  });

  it.each([
    ['run_cmd("id")', 'calls "run_cmd"'],
    ['"${run_cmd("id")}"', 'calls "run_cmd"'],
    ['get_env("SECRET")', 'calls "get_env"'],
    ['file("/etc/passwd")', 'calls "file"'],
    ['sops_decrypt_file("x")', 'calls'],
    ['dirname(get_env("X"))', 'calls "get_env"'],
    ['find_in_parent_folders(run_cmd("id"))', 'other than a file name'],
    ['find_in_parent_folders("../x")', 'other than a file name'],
    ['[1, [run_cmd("id")]]', 'calls "run_cmd"'],
    ['{ (run_cmd("id")) = 1 }', 'key'],
    ['local', 'not plain'],
    ['aws_instance.x.id', 'refers to "aws_instance"'],
    ['1 + 1', 'an operation'],
    ['(local.a)', 'parentheses'],
    ['local.a[0]', 'not on the list'],
    ['local.a ? 1 : 2', 'conditional'],
    ['[for x in local.y : x]', 'not on the list'],
    ['"%{ if local.a }x%{ endif }"', 'directive'],
    ['<<E\nx\nE', 'more than one line'],
    ['1 # c\nb = 2', 'more than one line'],
    ['1 }', 'not an expression'],
    ['', 'not an expression'],
    ['"a\u202eb"', 'invisible'],
    ['"$$${local.a}"', 'right before'],
    ['x'.repeat(2_001), 'longer'],
  ])('refuses %s: it %s', async (text, reason) => {
    expect(await allowedExpression(text)).toEqual({
      isAllowed: false,
      reason: expect.stringContaining(reason),
    });
  });
});
