// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestEvent, RequestFilters } from '@fairway/requests-common';
import type { StoredRequest } from '../store/types';
import { clean } from './json';
import { shownOutputs } from './outputs';
import type { Planner } from './Planner';
import type { RequestParts } from './parts';
import type { Reading } from './Reading';
import type { Caller } from './types';

const PAGE = 100;

/** One line an event, with what the request was about, so that a sheet can filter it. */
const COLUMNS = [
  'number',
  'id',
  'kind',
  'operation',
  'title',
  'environment',
  'owner',
  'requester',
  'resources',
  'decision',
  'execution',
  'planDigest',
  'sequence',
  'event',
  'actor',
  'at',
  'data',
  'prevHash',
  'hash',
] as const;

/** The history of every request that somebody may see, the oldest first. */
export class Exporting {
  readonly #parts: RequestParts;
  readonly #planner: Planner;
  readonly #reading: Reading;

  constructor(parts: RequestParts, planner: Planner, reading: Reading) {
    this.#parts = parts;
    this.#planner = planner;
    this.#reading = reading;
  }

  /** `ndjson`: one request a line, with its events; `csv`: a header, and one event a line. */
  async *export(
    input: RequestFilters & { format: 'ndjson' | 'csv' },
    caller: Caller,
  ): AsyncIterable<string> {
    const { format, ...filters } = input;
    const { store } = this.#parts;
    const viewer = await this.#reading.viewer(caller);
    if (format === 'csv') yield csvLine([...COLUMNS]);

    let cursor: string | undefined;
    do {
      const page = await this.#reading.page(
        { ...filters, cursor, limit: PAGE, order: 'oldest' },
        viewer,
      );
      for (const { id } of page.items) {
        const request = await store.get(id);
        if (!request) continue;
        const events = await store.events(id);
        yield format === 'csv'
          ? events.map(event => csvEvent(request, event)).join('')
          : await this.#record(request, events);
      }
      cursor = page.nextCursor;
    } while (cursor);
  }

  async #record(
    request: StoredRequest,
    events: RequestEvent[],
  ): Promise<string> {
    const { idempotencyKey, idempotencyDigest, deciderRefs, ...kept } = request;
    const record = clean({
      ...kept,
      payload: this.#planner.shown(request.kind, request.payload),
      outputs: shownOutputs(request.outputs),
      decisions: await this.#parts.store.decisions(request.id),
      events,
    });
    return `${JSON.stringify(record)}\n`;
  }
}

function csvEvent(request: StoredRequest, event: RequestEvent): string {
  return csvLine([
    request.number,
    request.id,
    request.kind,
    request.operation,
    request.title,
    request.environmentRef,
    request.ownerRef,
    request.requesterRef,
    request.resourceRefs.join(' '),
    request.decision,
    request.execution,
    request.planDigest,
    event.sequence,
    event.type,
    event.actorRef,
    event.at,
    JSON.stringify(event.data),
    event.prevHash,
    event.hash,
  ]);
}

/** RFC 4180; what a spreadsheet would take for a formula is made text. */
function csvLine(values: (string | number | undefined)[]): string {
  const cells = values.map(value => {
    const text = String(value ?? '');
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${cells.join(',')}\r\n`;
}
