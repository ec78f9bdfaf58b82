// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Command } from 'commander';
import { diffFiles, type DiffOptions } from './diff';
import { type ExplainOptions, explainDecision } from './explain';
import {
  collectUnits,
  type ExportOptions,
  printCodeowners,
} from './exportCodeowners';
import { collect } from './input';
import { lintFile, type LintOptions } from './lint';
import { addTargetOptions, type TargetOptions } from './question';
import { testPolicy } from './test';
import { listWhoCan } from './whoCan';

const POLICY = 'policy file, YAML, or a folder of them';

/** Adds `fairway ownership …`; every command reports its exit code. */
export function addOwnershipCommands(
  program: Command,
  finish: (exitCode: number) => void,
) {
  const ownership = program
    .command('ownership')
    .description('Who may change what: check, test and explain a policy');

  ownership
    .command('lint')
    .description('Find errors, and what never counts or nobody tests')
    .argument('<policy>', POLICY)
    .option(
      '--tests <files>',
      'test cases, for rules that none covers',
      collect,
      [],
    )
    .option(
      '--catalog <files>',
      'catalog files, for groups that are missing',
      collect,
      [],
    )
    .option('--allow-warnings', 'end with 0 if there are warnings only')
    .option('--json', 'write the problems as JSON')
    .action(async (policy: string, options: LintOptions) => {
      finish(await lintFile(policy, options));
    });

  ownership
    .command('test')
    .description('Run the test cases of a policy')
    .argument('<policy>', POLICY)
    .argument(
      '[tests]',
      'file of test cases, YAML; those of the folder if left out',
    )
    .option('--json', 'write the report as JSON')
    .action(async (policy: string, tests: string | undefined, options) => {
      finish(await testPolicy({ policy, tests, json: Boolean(options.json) }));
    });

  addTargetOptions(
    ownership
      .command('explain')
      .description('Decide one question and say why')
      .argument('<policy>', POLICY)
      .requiredOption(
        '--as <user>',
        'who asks: user:default/pia or client:release-bot',
      )
      .option(
        '--groups <refs>',
        'groups of the user, all of them',
        collect,
        [],
      ),
  )
    .option('--json', 'write the decision as JSON')
    .action(async (policy: string, options: ExplainOptions) => {
      finish(await explainDecision(policy, options));
    });

  addTargetOptions(
    ownership
      .command('who-can')
      .description(
        'List everybody who may do something, and through which rule',
      )
      .argument('<policy>', POLICY),
  )
    .option('--json', 'write the answer as JSON')
    .action(
      async (policy: string, options: TargetOptions & { json?: boolean }) => {
        finish(await listWhoCan(policy, options));
      },
    );

  ownership
    .command('diff')
    .description('Say who gains and who loses from one policy to another')
    .argument('<before>', POLICY)
    .argument('<after>', POLICY)
    .option('--do <actions>', 'only these actions', collect, [])
    .option('--service <names>', 'only these services', collect, [])
    .option('--in <environments>', 'only these environments', collect, [])
    .option('--at <time>', 'when, ISO 8601 with a zone (default: now)')
    .option('--json', 'write the difference as JSON')
    .action(async (before: string, after: string, options: DiffOptions) => {
      finish(await diffFiles({ before, after }, options));
    });

  ownership
    .command('export-codeowners')
    .description("Write the ownership of a repository's paths as CODEOWNERS")
    .argument('<policy>', POLICY)
    .requiredOption('--repo <name>', 'repository, as the layout names it')
    .option(
      '--unit <folder=service>',
      'service of a unit, +store for each store',
      collectUnits,
      [],
    )
    .option(
      '--protected <globs>',
      'protected globs instead of the usual ones',
      collect,
      [],
    )
    .option(
      '--protected-owner <teams>',
      'teams that own protected paths',
      collect,
      [],
    )
    .option('--check <file>', 'end with 1 if this file is not current')
    .option('--json', 'write the text as JSON')
    .action(async (policy: string, options: ExportOptions) => {
      finish(await printCodeowners(policy, options));
    });
}
