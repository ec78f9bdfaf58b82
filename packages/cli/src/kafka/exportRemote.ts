// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { writeFile } from 'node:fs/promises';
import { isError } from '@backstage/errors';
import { cliError } from '../errors';
import { EXIT } from '../exit';
import { inPortalsWords } from '../requests/portal';
import { type KafkaPortalOptions, kafkaOf } from './portal';

/** Options of `kafka export`, as commander hands them over. */
export interface ExportOptions extends KafkaPortalOptions {
  environment: string;
  instance?: string;
  out?: string;
}

/** Writes what is desired as a file that `kafka apply` reads. */
export async function exportRemote(options: ExportOptions): Promise<number> {
  const { environment, instance, out } = options;
  const { kafka, call } = kafkaOf(options);
  const yaml = await inPortalsWords(
    { ...options, plugin: 'kafka-self-serve' },
    () => kafka.exportFile({ environment, instance }, call),
  );
  if (out === undefined) {
    process.stdout.write(yaml);
    return EXIT.ok;
  }
  try {
    await writeFile(out, yaml);
  } catch (error) {
    const reason = isError(error) && error.code ? String(error.code) : 'error';
    throw cliError('cli-file-unwritable', { path: out, reason });
  }
  return EXIT.ok;
}
