// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestLogLine, RequestsApi } from '@fairway/requests-common';
import { useCallback, useRef, useState } from 'react';
import { useLoad, usePolling } from '../../hooks';

const EVERY_MS = 3_000;

/** The lines of a request's log so far; goes on where it stopped, by sequence. */
export function useRequestLog(options: {
  api: RequestsApi;
  requestId: string;
  /** Whether lines may still be added. */
  isLive: boolean;
  /** Changes when there may be news. */
  version: object;
}) {
  const { api, requestId, isLive, version } = options;
  const [lines, setLines] = useState<RequestLogLine[]>([]);
  const known = useRef<{ id: string; lines: RequestLogLine[] }>({
    id: requestId,
    lines: [],
  });

  const load = useCallback(
    async (signal: AbortSignal) => {
      if (known.current.id !== requestId) {
        known.current = { id: requestId, lines: [] };
        setLines([]);
      }
      let more = true;
      while (more) {
        const after = known.current.lines.at(-1)?.sequence ?? 0;
        const page = await api.logs(requestId, { after }, { signal });
        if (signal.aborted) return {};
        more = page.more && page.items.length > 0;
        if (page.items.length > 0) {
          known.current.lines = [...known.current.lines, ...page.items];
          setLines(known.current.lines);
        }
      }
      return {};
    },
    // With each version the rest is asked for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, requestId, version],
  );
  const { value, error, isLoading, reload } = useLoad(load);
  usePolling({
    poll: reload,
    isActive: isLive && !isLoading,
    everyMs: EVERY_MS,
    tick: error ?? value,
  });
  return { lines, error, isLoading, reload };
}
