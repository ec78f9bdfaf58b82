// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import type {
  MatrixPage,
  MatrixQuery,
} from '@fairway/backstage-plugin-ownership-common';
import { useLoad } from '@fairway/requests-react';
import { useCallback, useState } from 'react';
import { ownershipApiRef } from '../../api';

/** Rows that are read at once; more make the page slow. */
const PAGE_SIZE = 500;

/** The matrix under some filters, and more of it when told. */
export function useMatrix(
  query: Pick<MatrixQuery, 'action' | 'environment' | 'service' | 'team'>,
) {
  const ownership = useApi(ownershipApiRef);
  const [pages, setPages] = useState(1);
  // The query is a new object with every rendering.
  const key = JSON.stringify(query);
  const load = useCallback(
    async (signal: AbortSignal): Promise<MatrixPage> => {
      const ask = (offset: number) =>
        ownership.matrix(
          { ...JSON.parse(key), offset, limit: PAGE_SIZE },
          { signal },
        );
      let matrix = await ask(0);
      for (let page = 1; page < pages; page++) {
        const { rows } = await ask(page * PAGE_SIZE);
        matrix = { ...matrix, rows: [...matrix.rows, ...rows] };
      }
      return matrix;
    },
    [ownership, key, pages],
  );
  return { ...useLoad(load), loadMore: () => setPages(pages + 1) };
}
