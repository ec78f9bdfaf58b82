// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { isError } from '@backstage/errors';
import {
  type ChainReport,
  type RequestEvent,
  verifyChain,
} from '@fairway/requests-common';
import { cliError } from '../errors';
import { EXIT } from '../exit';
import { inPortalsWords, type PortalOptions, requestsOf } from './portal';

/** Options of `requests verify`, as commander hands them over. */
export interface VerifyOptions extends PortalOptions {
  /** An export, verified here and not by the portal. */
  file?: string;
  json?: boolean;
}

/** Verifies the chains of events: all of the portal's, or those of an export that somebody kept. */
export async function verifyRequests(options: VerifyOptions): Promise<number> {
  const report = options.file
    ? await verifyFile(options.file)
    : await inPortalsWords(options, async () => {
        const { client, call } = requestsOf(options);
        return client.verify(call);
      });
  process.stdout.write(
    options.json ? `${JSON.stringify(report)}\n` : wordsOf(report),
  );
  return report.ok ? EXIT.ok : EXIT.refused;
}

async function verifyFile(path: string): Promise<ChainReport> {
  const report: ChainReport = { ok: true, requests: 0, events: 0 };
  const lines = createInterface({
    input: createReadStream(path, 'utf8'),
    crlfDelay: Infinity,
  });
  try {
    let line = 0;
    for await (const text of lines) {
      line += 1;
      if (text.trim() === '') continue;
      const { number, events } = recordOf(text, { path, line });
      report.requests += 1;
      report.events += events.length;
      const broken = verifyChain(events);
      if (broken)
        return { ...report, ok: false, broken: { ...broken, number } };
    }
    return report;
  } catch (error) {
    if (!isError(error) || typeof error.code !== 'string') throw error;
    if (error.code.startsWith('cli-')) throw error;
    throw cliError('cli-file-unreadable', { path, reason: error.message });
  }
}

function recordOf(
  text: string,
  place: { path: string; line: number },
): { number: number; events: RequestEvent[] } {
  try {
    const { number, events } = JSON.parse(text);
    if (typeof number === 'number' && Array.isArray(events)) {
      return { number, events };
    }
  } catch {
    // said below
  }
  throw cliError('cli-export-invalid', place);
}

function wordsOf({ ok, requests, events, broken }: ChainReport): string {
  if (ok)
    return `${requests} requests with ${events} events: every chain holds\n`;
  const { number, requestId, sequence, problem } = broken!;
  return `Broken at event ${sequence} of request ${number} (${requestId}): ${problem}\n`;
}
