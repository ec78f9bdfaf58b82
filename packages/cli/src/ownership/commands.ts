// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Command } from 'commander';
import { type ExplainOptions, explainDecision } from './explain';
import { collect, collectPairs } from './input';
import { testPolicy } from './test';

/** Adds `fairway ownership …`; every command reports its exit code. */
export function addOwnershipCommands(
  program: Command,
  finish: (exitCode: number) => void,
) {
  const ownership = program
    .command('ownership')
    .description('Who may change what: test and explain a policy file');

  ownership
    .command('test')
    .description('Run the test cases of a policy')
    .argument('<policy>', 'policy file, YAML')
    .argument('<tests>', 'file of test cases, YAML')
    .option('--json', 'write the report as JSON')
    .action(async (policy: string, tests: string, options) => {
      finish(await testPolicy({ policy, tests, json: Boolean(options.json) }));
    });

  ownership
    .command('explain')
    .description('Decide one question and say why')
    .argument('<policy>', 'policy file, YAML')
    .requiredOption('--as <user>', 'who asks, for example user:default/pia')
    .option('--groups <refs>', 'groups of the user, all of them', collect, [])
    .requiredOption('--do <action>', 'for example service.deploy')
    .option('--service <name>', 'the service that is changed')
    .option('--in <environment>', 'name or alias of an environment')
    .option('--account <id>', 'the account that is touched')
    .option('--network <id>', 'the network that is touched')
    .option('--cluster <id>', 'the cluster that is touched')
    .option('--store <names>', 'data stores that are touched', collect, [])
    .option('--with <name=value>', 'attribute of the request', collectPairs, {})
    .option('--at <time>', 'when, ISO 8601 with a zone (default: now)')
    .option('--json', 'write the decision as JSON')
    .action(async (policy: string, options: ExplainOptions) => {
      finish(await explainDecision(policy, options));
    });
}
