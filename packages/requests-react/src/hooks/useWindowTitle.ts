// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';

/**
 * Titles the window while a page is shown, the closest first and the app last:
 * "#12 Create database | Requests | Self-service | Fairway". The framework sets
 * none on pages with its own header.
 *
 * @param parts - those that are left out or empty are passed over
 */
export function useWindowTitle(parts: readonly (string | undefined)[]): void {
  const app = useApi(configApiRef).getOptionalString('app.title');
  const title = [...parts, app].filter(Boolean).join(' | ');
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(
    () => () => {
      document.title = app ?? '';
    },
    [app],
  );
}
