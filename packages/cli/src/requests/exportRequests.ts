// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { isError } from '@backstage/errors';
import { cliError } from '../errors';
import { EXIT } from '../exit';
import { inPortalsWords, type PortalOptions, requestsOf } from './portal';

/** Options of `requests export`, as commander hands them over. */
export interface ExportOptions extends PortalOptions {
  format: 'ndjson' | 'csv';
  out?: string;
  since?: string;
  until?: string;
  kind?: string[];
  environment?: string[];
}

/** Writes the history of requests to a file, or to stdout. A file is there whole or not at all. */
export async function exportRequests(options: ExportOptions): Promise<number> {
  const { format, out, since, until, kind, environment } = options;
  const { client, call } = requestsOf(options);
  const body = await inPortalsWords(options, () =>
    client.export({ format, since, until, kind, environment }, call),
  );
  const source = Readable.fromWeb(body as ReadableStream<Uint8Array>);
  if (!out) {
    await pipeline(source, process.stdout, { end: false });
    return EXIT.ok;
  }
  const partial = `${out}.part`;
  try {
    await pipeline(source, createWriteStream(partial));
    await rename(partial, out);
  } catch (error) {
    await rm(partial, { force: true });
    throw cliError('cli-file-unwritable', {
      path: out,
      reason: isError(error) ? error.message : String(error),
    });
  }
  return EXIT.ok;
}
