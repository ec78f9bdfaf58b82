// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Command, InvalidArgumentError, Option } from 'commander';
import { type EditOptions, setValues, unsetValues } from './editFile';
import { getValue, type GetOptions } from './getValue';
import { printSchema } from './printSchema';
import { planUpgrade, type UpgradePlanOptions } from './upgradePlan';
import { validateFiles, type ValidateOptions } from './validateFiles';

const FILE = 'HCL (.hcl, .tf, .tfvars) or YAML; - is stdin';
const MODULE =
  'folder of a module, or git::https://host/acme/modules.git//modules/db?ref=v1.0.0';

/** `fairway iac …` */
export function addIacCommands(
  program: Command,
  setExitCode: (code: number) => void,
): void {
  const iac = program
    .command('iac')
    .description('Infrastructure as code: read, edit and check files');

  iac
    .command('schema')
    .description('Say what a Terraform module takes')
    .argument('<module>', MODULE)
    .option('--json', 'JSON Schema, ui schema, outputs and warnings')
    .action(async (module: string, options: { json?: boolean }) =>
      setExitCode(await printSchema(module, options)),
    );

  file(iac.command('get'))
    .description('Print a value: text as it is, everything else as JSON')
    .argument('<path>', 'for example inputs.storage_gb')
    .option('--expression', 'HCL: what is written there, evaluated or not')
    .option('--json', 'text as JSON too')
    .action(async (path: string, at: string, options: GetOptions) =>
      setExitCode(await getValue(path, at, options)),
    );

  file(iac.command('set'))
    .description(
      'Set values; every other byte stays, and the result goes to stdout',
    )
    .argument(
      '<path=value...>',
      'a value is JSON, or a bare word that is text; nothing in it is ever run',
    )
    .option('--write', 'write the file in place, and print nothing')
    .option('--json', 'whether it changed, and the text')
    .action(async (path: string, values: string[], options: EditOptions) =>
      setExitCode(await setValues(path, values, options)),
    );

  file(iac.command('unset'))
    .description('Take values or blocks away; every other byte stays')
    .argument('<path...>', 'for example inputs.parameters.max_connections')
    .option('--write', 'write the file in place, and print nothing')
    .option('--json', 'whether it changed, and the text')
    .action(async (path: string, places: string[], options: EditOptions) =>
      setExitCode(await unsetValues(path, places, options)),
    );

  iac
    .command('validate')
    .description('Check files without running them; ends with 1 on errors')
    .argument('<paths...>', 'files and folders')
    .option('--catalog <file>', 'iac-catalog.yaml: versions of units too')
    .option('--modules <source>', 'git::https://host/acme/modules.git')
    .option('--strict', 'end with 1 on warnings too')
    .option('--json', 'the findings as JSON')
    .action(async (paths: string[], options: ValidateOptions) =>
      setExitCode(await validateFiles(paths, options)),
    );

  iac
    .command('upgrade-plan')
    .description(
      'Say what a version of a module asks for that another did not; ends with 1 where something has to be answered',
    )
    .argument('<from>', MODULE)
    .argument('<to>', MODULE)
    .option('--unit <file>', 'terragrunt.hcl that is upgraded')
    .option('--json', 'the plan as JSON')
    .action(async (from: string, to: string, options: UpgradePlanOptions) =>
      setExitCode(await planUpgrade(from, to, options)),
    );
}

function file(command: Command): Command {
  return command
    .argument('<file>', FILE)
    .addOption(
      new Option('--format <format>', 'where the name does not say it').choices(
        ['hcl', 'yaml'],
      ),
    )
    .option('--document <index>', 'of a YAML file with several, from 0', index);
}

function index(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a number from 0.');
}
