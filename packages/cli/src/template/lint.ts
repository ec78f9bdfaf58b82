// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { EXIT } from '../exit';
import { lintTemplates } from './lintTemplates';

/** Options of `fairway template lint`. */
export interface LintOptions {
  json?: boolean;
}

/** Prints what is wrong with the templates of a folder; answers the exit code. */
export async function lint(
  folder: string,
  { json }: LintOptions,
): Promise<number> {
  const linted = await lintTemplates(folder);
  const bad = linted.filter(({ problems }) => problems.length > 0);
  if (json) {
    process.stdout.write(`${JSON.stringify(linted, undefined, 2)}\n`);
  } else {
    for (const { name, problems } of bad) {
      process.stdout.write(`${name}\n`);
      for (const problem of problems) process.stdout.write(`  ${problem}\n`);
    }
    const actions = linted.filter(({ isAction }) => isAction).length;
    process.stdout.write(
      `${linted.length} templates, ${actions} of them self-service actions, ${bad.length} with problems\n`,
    );
  }
  return bad.length > 0 ? EXIT.refused : EXIT.ok;
}
