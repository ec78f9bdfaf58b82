// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Command, CommanderError } from 'commander';
import { isCodedError } from '@fairway/errors';
import { CLI_ERRORS } from './errors';
import { EXIT } from './exit';
import { addIacCommands } from './iac/commands';
import { addKafkaCommands } from './kafka/commands';
import { addOwnershipCommands } from './ownership/commands';
import { addRequestsCommands } from './requests/commands';
import { addTemplateCommands } from './template/commands';

/** Runs one command line and resolves to its exit code; writes to stdout and stderr. */
export async function run(argv: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.ok;
  const program = new Command('fairway')
    .description(
      'Infrastructure as code, templates, ownership policies and the history of requests, from the command line',
    )
    .exitOverride()
    .showHelpAfterError('(add --help for how to use it)');
  const setExitCode = (code: number) => {
    exitCode = code;
  };
  addOwnershipCommands(program, setExitCode);
  addRequestsCommands(program, setExitCode);
  addIacCommands(program, setExitCode);
  addTemplateCommands(program, setExitCode);
  addKafkaCommands(program, setExitCode);
  try {
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has written its message; asking for help is no mistake.
      return error.exitCode === 0 ? EXIT.ok : EXIT.badInput;
    }
    if (isCodedError(error, CLI_ERRORS)) {
      process.stderr.write(`${error.message} (${error.code})\n`);
      return EXIT.badInput;
    }
    throw error;
  }
}
