// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import type { OwnershipTarget } from '@fairway/backstage-plugin-ownership-common';
import {
  checkRequestAttributes,
  type CompiledPolicy,
} from '@fairway/backstage-plugin-ownership-node';
import type { Command } from 'commander';
import { cliError } from '../errors';
import { collect, collectPairs } from './input';

/** Options that name a target, as commander hands them over. */
export interface TargetOptions {
  do: string;
  service?: string;
  in?: string;
  account?: string;
  network?: string;
  cluster?: string;
  store: string[];
  with: Record<string, string>;
  at?: string;
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Adds the options that name a target, attributes and a time. */
export function addTargetOptions(command: Command): Command {
  return command
    .requiredOption('--do <action>', 'for example service.deploy')
    .option('--service <name>', 'the service that is changed')
    .option('--in <environment>', 'name or alias of an environment')
    .option('--account <id>', 'the account that is touched')
    .option('--network <id>', 'the network that is touched')
    .option('--cluster <id>', 'the cluster that is touched')
    .option('--store <names>', 'data stores that are touched', collect, [])
    .option('--with <name=value>', 'attribute of the request', collectPairs, {})
    .option('--at <time>', 'when, ISO 8601 with a zone (default: now)');
}

export function targetOf(options: TargetOptions): OwnershipTarget {
  return {
    action: options.do,
    environment: options.in,
    service: options.service,
    account: options.account,
    network: options.network,
    cluster: options.cluster,
    stores: options.store,
  };
}

export function timeOf(value: string | undefined): Date {
  if (value === undefined) return new Date();
  const at = new Date(value);
  if (!TIME.test(value) || Number.isNaN(at.getTime())) {
    throw cliError('cli-time-invalid', { value });
  }
  return at;
}

export function refuseUndeclared(
  policy: CompiledPolicy,
  request: Record<string, string>,
) {
  refusing(() => checkRequestAttributes(policy, request));
}

/** Runs something whose refusals are about the input. */
export function refusing<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    // Whatever else is thrown is a mistake of ours.
    if (!(error instanceof InputError)) throw error;
    const reason = error.message;
    throw cliError('cli-refused', { reason });
  }
}
