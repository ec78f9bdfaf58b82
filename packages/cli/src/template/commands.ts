// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Command, Option } from 'commander';
import { lint, type LintOptions } from './lint';
import { testTemplates, type TestTemplatesOptions } from './testTemplates';

/** `fairway template …` */
export function addTemplateCommands(
  program: Command,
  setExitCode: (code: number) => void,
): void {
  const template = program
    .command('template')
    .description('Templates of the scaffolder: check and test them');
  template
    .command('lint')
    .description(
      'Check spec.selfService: what it is, what it is for, what its form starts with, how long it lives; ends with 1 where something is wrong',
    )
    .argument('[folder]', 'of a template, or of templates', '.')
    .option('--json', 'write the findings as JSON')
    .action(async (folder: string, options: LintOptions) =>
      setExitCode(await lint(folder, options)),
    );
  template
    .command('test')
    .description(
      'Run the cases of templates dry in a portal, and compare what they would change with what is kept; ends with 1 where it is another',
    )
    .argument('[folder]', 'of a template, or of templates', '.')
    .addOption(
      new Option('--url <address>', "the backend's address").env('FAIRWAY_URL'),
    )
    .addOption(
      new Option(
        '--token <token>',
        'token of a person, who may run templates dry',
      ).env('FAIRWAY_TOKEN'),
    )
    .option(
      '--personas',
      'sign in as the person of each case, on a portal in development that has personas',
    )
    .option(
      '--mine',
      'leave the cases of other people than that of the token out',
    )
    .option('--update', 'keep what came, instead of comparing it')
    .option('--json', 'write the results as JSON')
    .action(async (folder: string, options: TestTemplatesOptions) =>
      setExitCode(await testTemplates(folder, options)),
    );
}
