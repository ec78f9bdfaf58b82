// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { exportCodeowners } from '@fairway/backstage-plugin-ownership-node';
import { cliError } from '../errors';
import { EXIT } from '../exit';
import { readInput, usePolicy } from './input';
import { refusing } from './question';

interface Unit {
  folder: string;
  service: string;
  stores?: string[];
}

/** Options of `ownership export-codeowners`, as commander hands them over. */
export interface ExportOptions {
  repo: string;
  unit: Unit[];
  protected: string[];
  protectedOwner: string[];
  check?: string;
  json?: boolean;
}

/** Prints a CODEOWNERS file, or says whether one is current. */
export async function printCodeowners(
  path: string,
  options: ExportOptions,
): Promise<number> {
  const policy = await usePolicy(path);
  const { repo, unit: units, check } = options;
  const text = refusing(() =>
    exportCodeowners(policy, {
      repo,
      units,
      ...(options.protected.length && { protectedGlobs: options.protected }),
      ...(options.protectedOwner.length && {
        protectedOwners: options.protectedOwner,
      }),
    }),
  );
  const current =
    check === undefined ? true : (await readInput(check)).text === text;
  if (options.json) {
    const report = { repo, revision: policy.revision, current, text };
    process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  } else if (check === undefined) {
    process.stdout.write(text);
  } else {
    process.stdout.write(
      current
        ? `${check} is what ${path} says\n`
        : `${check} is not what ${path} says: write the output of this command without --check to it\n`,
    );
  }
  return current ? EXIT.ok : EXIT.refused;
}

/** `folder=service+store`, repeated. */
export function collectUnits(value: string, earlier: Unit[] = []): Unit[] {
  const [folder, names = ''] = value.split(/=(.*)/s);
  const [service, ...stores] = names.split('+');
  if (!folder || !service) {
    throw cliError('cli-unit-invalid', { value });
  }
  return [...earlier, { folder, service, ...(stores.length && { stores }) }];
}
