// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Command, Option } from 'commander';
import { applyRemote } from './applyRemote';
import { exportRemote } from './exportRemote';
import { planFiles, validateFiles } from './planFiles';
import { diffRemote, planRemote } from './planRemote';

const DESIRED =
  'YAML or JSON with topics, acls and subjects; a section that is left out is not touched; - is stdin';

/** `fairway kafka …` */
export function addKafkaCommands(
  program: Command,
  setExitCode: (code: number) => void,
): void {
  const kafka = program
    .command('kafka')
    .description('Topics and schemas as files: check, plan and apply them');

  kafka
    .command('validate')
    .description('Check files by themselves; ends with 1 where one is refused')
    .argument('<files...>', DESIRED)
    .option('--json', 'the problems as JSON')
    .action(async (files, options) =>
      setExitCode(await validateFiles(files, options)),
    );

  place(kafka.command('plan'))
    .description(
      'What has to be done so that what is there becomes what is desired; ends with 1 where that is refused',
    )
    .argument('<desired>', DESIRED)
    .option(
      '--observed <file>',
      'what there is, in the same form: planned without a portal, and what the file does not name goes',
    )
    .option('--json', 'the plan as JSON')
    .action(async (desired, options) =>
      setExitCode(
        options.observed
          ? await planFiles(desired, options)
          : await planRemote(desired, options),
      ),
    );

  place(kafka.command('diff'))
    .description('Like plan; ends with 1 where anything differs')
    .argument('<desired>', DESIRED)
    .option('--json', 'the plan as JSON')
    .action(async (desired, options) =>
      setExitCode(await diffRemote(desired, options)),
    );

  place(kafka.command('apply'))
    .description(
      'Ask for everything that a file wants as one request, and wait until it is applied; ends with 1 where it is refused, rejected or fails',
    )
    .argument('<desired>', DESIRED)
    .option('--reason <text>', 'for whoever decides')
    .option(
      '--key <text>',
      'the same key again is the same request: the id of a pipeline run',
    )
    .option('--no-wait', 'end when the request is submitted')
    .option('--json', 'the request as JSON')
    .action(async (desired, options) =>
      setExitCode(await applyRemote(desired, options)),
    );

  portal(kafka.command('export'))
    .description('Write what is desired as a file that apply reads')
    .requiredOption('--environment <name>', 'the Kafka environment')
    .option('--instance <id>', 'only what it owns')
    .option('--out <path>', 'a file; stdout if left out')
    .action(async options => setExitCode(await exportRemote(options)));
}

function place(command: Command): Command {
  return portal(command)
    .option('--environment <name>', 'the Kafka environment')
    .option(
      '--instance <id>',
      'the application instance that owns the resources: payments@prod',
    );
}

function portal(command: Command): Command {
  return command
    .addOption(
      new Option('--url <address>', "the backend's address").env('FAIRWAY_URL'),
    )
    .addOption(
      new Option('--token <token>', 'token of a person').env('FAIRWAY_TOKEN'),
    );
}
