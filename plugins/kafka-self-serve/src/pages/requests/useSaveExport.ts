// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestFilters, RequestsApi } from '@fairway/requests-common';
import { useOnce } from '@fairway/requests-react';
import { useState } from 'react';

const TYPES = { ndjson: 'application/x-ndjson', csv: 'text/csv' };

export type ExportFormat = keyof typeof TYPES;

/** Saves requests with their events to a file, with the person's own token, which a plain link would not have. */
export function useSaveExport(api: RequestsApi) {
  const [isSaved, setSaved] = useState(false);
  const { run, isPending, error } = useOnce();
  const save = (format: ExportFormat, filters: RequestFilters) =>
    run(async () => {
      setSaved(false);
      const stream = await api.export({ ...filters, format });
      // All of it first: a part of a history looks like a history.
      const blob = await new Response(stream).blob();
      const url = URL.createObjectURL(
        new Blob([blob], { type: TYPES[format] }),
      );
      const link = document.createElement('a');
      link.href = url;
      link.download = `kafka-requests-${new Date()
        .toISOString()
        .slice(0, 10)}.${format}`;
      link.click();
      URL.revokeObjectURL(url);
      setSaved(true);
    });
  return { save, isPending, error, isSaved };
}
