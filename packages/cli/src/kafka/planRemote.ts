// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type {
  FilesPlan,
  Problem,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { isError } from '@backstage/errors';
import { cliError } from '../errors';
import { EXIT } from '../exit';
import { inPortalsWords } from '../requests/portal';
import { type KafkaPortalOptions, kafkaOf } from './portal';
import { print, printJson, wordsOfChanges, wordsOfProblems } from './words';

/** Whose resources a file describes, and where. */
export interface PlaceOptions extends KafkaPortalOptions {
  environment?: string;
  instance?: string;
  json?: boolean;
}

/** The text of a file, or of stdin (`-`). */
export async function readText(path: string): Promise<string> {
  if (path === '-') return text(process.stdin);
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = isError(error) && error.code ? String(error.code) : 'error';
    throw cliError('cli-file-unreadable', { path, reason });
  }
}

/** What the portal makes of a file: planned against the cluster as it is now. */
export async function planOf(
  path: string,
  options: PlaceOptions,
): Promise<FilesPlan> {
  const { environment, instance } = options;
  if (!environment || !instance) {
    throw cliError('cli-place-missing', {
      option: environment ? '--instance payments@prod' : '--environment prod',
    });
  }
  const content = await readText(path);
  const { kafka, call } = kafkaOf(options);
  return inPortalsWords({ ...options, plugin: 'kafka-self-serve' }, () =>
    kafka.planFile({ environment, instance, content }, call),
  );
}

/** Prints what would be asked for; a refused plan ends with 1 and its codes. */
export async function planRemote(
  path: string,
  options: PlaceOptions,
): Promise<number> {
  return show(await planOf(path, options), options);
}

/** The same for pipelines that ask whether anything differs: ends with 1 where something does. */
export async function diffRemote(
  path: string,
  options: PlaceOptions,
): Promise<number> {
  const plan = await planOf(path, options);
  const exit = show(plan, options);
  const differs = plan.outcome === 'planned' && plan.request !== undefined;
  return differs ? EXIT.refused : exit;
}

function show(plan: FilesPlan, { json }: PlaceOptions): number {
  if (json) printJson(plan);
  else if (plan.outcome === 'refused') printRefusal(plan.codes, plan.problems);
  else {
    print([
      ...wordsOfProblems(plan.problems),
      ...(plan.request
        ? wordsOfChanges(plan.changes)
        : ['Nothing to do: all is as desired.']),
    ]);
  }
  return plan.outcome === 'refused' ? EXIT.refused : EXIT.ok;
}

/** Problems, and the codes on one line for scripts. */
export function printRefusal(
  codes: readonly string[],
  problems: readonly Problem[],
): void {
  print([...wordsOfProblems(problems), `Refused: ${codes.join(', ')}`]);
}
