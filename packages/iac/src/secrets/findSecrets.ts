// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { secretLiterals } from './secretLiterals';

/** A secret in a file; the secret itself is not told. @public */
export interface FoundSecret {
  /** Who found it: `form`, or a rule of secretlint such as `github`. */
  rule: string;
  /** `an AWS access key`, or the scanner's own words with the secret masked. */
  what: string;
  /** From 1. */
  line: number;
}

const PRESET = '@secretlint/secretlint-rule-preset-recommend';
const RULE_PREFIX = /^@secretlint\/secretlint-rule-/;
/** Whoever writes a secret would also write that it be passed over. */
const DIRECTIVE = /secretlint-/gi;

/**
 * What looks like a secret: by its form, and by the recommended rules of secretlint. Nothing is sent anywhere, and
 * comments in the text switch nothing off. At most one of each line, in the order of the text.
 *
 * @param options - `path` of the file, since some secrets are known by their file's name; `isLooked` says which lines
 * count, from 1
 * @public
 */
export async function findSecrets(
  text: string,
  options: { path: string; isLooked?: (line: number) => boolean },
): Promise<FoundSecret[]> {
  const { path, isLooked = () => true } = options;
  const found = new Map<number, FoundSecret>();
  for (const { what, line } of secretLiterals(text, isLooked)) {
    found.set(line, { rule: 'form', what, line });
  }
  const { messages } = await lintSource({
    source: {
      filePath: path,
      content: text.replace(DIRECTIVE, 'secretlint_'),
      contentType: 'text',
      ext: /\.[^./]+$/.exec(path)?.[0] ?? '',
    },
    options: {
      maskSecrets: true,
      noPhysicFilePath: true,
      config: { rules: [{ id: PRESET, rule: creator }] },
    },
  });
  for (const { message, ruleId, loc } of messages) {
    const { line } = loc.start;
    // A secret of several lines counts where any of them does.
    const lines = Array.from(
      { length: loc.end.line - line + 1 },
      (_, index) => line + index,
    );
    if (found.has(line) || !lines.some(isLooked)) continue;
    const rule = ruleId.replace(RULE_PREFIX, '');
    found.set(line, { rule, what: message.replace(/^found /, ''), line });
  }
  return [...found.values()].sort((one, other) => one.line - other.line);
}
