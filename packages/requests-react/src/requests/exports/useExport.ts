// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestFilters, RequestsApi } from '@fairway/requests-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { openTarget } from './saveFile';

/** What is asked for. */
export type ExportFormat = 'ndjson' | 'csv';

const TYPES = { ndjson: 'application/x-ndjson', csv: 'text/csv' };

interface ExportState {
  /** While it runs. */
  format?: ExportFormat;
  /** Of the last one, when it is saved. */
  savedBytes?: number;
  error?: Error;
}

/** Saves an export to a file as it comes, with the person's own token, which a plain link would not have. */
export function useExport(api: RequestsApi): ExportState & {
  run(format: ExportFormat, filters: RequestFilters): Promise<void>;
  cancel(): void;
} {
  const [state, setState] = useState<ExportState>({});
  const running = useRef<AbortController>();

  useEffect(() => () => running.current?.abort(), []);
  const cancel = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setState({});
  }, []);

  const run = useCallback(
    async (format: ExportFormat, filters: RequestFilters) => {
      if (running.current) return;
      const controller = new AbortController();
      const { signal } = controller;
      running.current = controller;
      setState({ format });
      const name = `requests-${new Date()
        .toISOString()
        .slice(0, 10)}.${format}`;
      let end: ExportState;
      try {
        const save = await openTarget({ name, type: TYPES[format] });
        const stream =
          save && (await api.export({ ...filters, format }, { signal }));
        end = stream ? { savedBytes: await save(stream, signal) } : {};
      } catch (cause) {
        end = {
          error: cause instanceof Error ? cause : new Error(String(cause)),
        };
      }
      if (running.current !== controller) return;
      running.current = undefined;
      setState(end);
    },
    [api],
  );
  return { ...state, run, cancel };
}
