// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type TemporaryAccess,
  useLoad,
  useRequestSources,
} from '@fairway/requests-react';
import { useCallback } from 'react';

/** Temporary access of all installed plugins, the next to end first; of one that does not answer its error. */
export function useTemporaryAccess() {
  const sources = useRequestSources();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const asked = sources.filter(({ temporaryAccess }) => temporaryAccess);
      const answers = await Promise.allSettled(
        asked.map(source => source.temporaryAccess!({ signal })),
      );
      const access: TemporaryAccess[] = [];
      const failed: { title: string; error: Error }[] = [];
      answers.forEach((answer, index) => {
        const { id, title } = asked[index];
        if (answer.status === 'rejected') {
          failed.push({ title, error: answer.reason });
          return;
        }
        access.push(
          ...answer.value.map(each => ({ ...each, id: `${id} ${each.id}` })),
        );
      });
      access.sort((a, b) => Date.parse(a.expiresAt) - Date.parse(b.expiresAt));
      return { access, failed };
    },
    [sources],
  );
  return useLoad(load);
}
