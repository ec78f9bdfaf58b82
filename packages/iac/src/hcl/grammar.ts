// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readFile } from 'node:fs/promises';
import { Language, Parser } from 'web-tree-sitter';

let loading: Promise<Parser> | undefined;

/** The parser with the HCL grammar, loaded once, when it is first needed. */
export function hclParser(): Promise<Parser> {
  loading ??= load().catch(error => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Parser> {
  await Parser.init();
  const file = require.resolve(
    '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm',
  );
  // Bytes, as loading by path needs a dynamic import, which a CommonJS test runner has not.
  const grammar = await Language.load(new Uint8Array(await readFile(file)));
  const parser = new Parser();
  parser.setLanguage(grammar);
  return parser;
}
