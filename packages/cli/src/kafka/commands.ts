// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Command } from 'commander';
import { planFiles, validateFiles } from './planFiles';

/** `fairway kafka …` */
export function addKafkaCommands(
  program: Command,
  setExitCode: (code: number) => void,
): void {
  const kafka = program
    .command('kafka')
    .description('Topics, access and schemas as files: check and plan them');

  kafka
    .command('validate')
    .description(
      'Check files of topics, acls and subjects by themselves; ends with 1 where one is refused',
    )
    .argument('<files...>', 'YAML or JSON; - is stdin')
    .option('--json', 'the problems as JSON')
    .action(async (files, options) =>
      setExitCode(await validateFiles(files, options)),
    );

  kafka
    .command('plan')
    .description(
      'What has to be done, in order, so that what is observed becomes what is desired; ends with 1 where that is refused',
    )
    .argument(
      '<desired>',
      'YAML or JSON with topics, acls and subjects; a section that is left out is not touched',
    )
    .requiredOption(
      '--observed <file>',
      'what there is, in the same form; planned without a cluster',
    )
    .option('--json', 'the steps as JSON')
    .action(async (desired, options) =>
      setExitCode(await planFiles(desired, options)),
    );
}
