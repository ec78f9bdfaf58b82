// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Command, Option } from 'commander';
import { exportRequests } from './exportRequests';
import { verifyRequests } from './verifyRequests';

/** `fairway requests …` */
export function addRequestsCommands(
  program: Command,
  setExitCode: (code: number) => void,
): void {
  const requests = program
    .command('requests')
    .description('The history of requests: verify it, export it');

  portal(requests.command('verify'))
    .description(
      'Verify the chains of events, of the portal or of an export; ends with 1 where one is broken',
    )
    .option('--file <path>', 'an NDJSON export, verified on this machine')
    .option('--json', 'the report as JSON')
    .action(async options => setExitCode(await verifyRequests(options)));

  portal(requests.command('export'))
    .description('Export requests with their events, the oldest first')
    .addOption(
      new Option('--format <format>', 'one request a line, or one event a line')
        .choices(['ndjson', 'csv'])
        .default('ndjson'),
    )
    .option('--out <path>', 'a file; stdout if left out')
    .option('--since <time>', 'made at or after, ISO 8601')
    .option('--until <time>', 'made before, ISO 8601')
    .option('--kind <kinds...>', 'of these kinds')
    .option('--environment <names...>', 'for these environments')
    .action(async options => setExitCode(await exportRequests(options)));
}

function portal(command: Command): Command {
  return command
    .addOption(
      new Option('--url <address>', "the backend's address").env('FAIRWAY_URL'),
    )
    .addOption(
      new Option('--token <token>', 'token of a person').env('FAIRWAY_TOKEN'),
    )
    .addOption(
      new Option('--plugin <id>', 'whose requests').default('self-service'),
    );
}
