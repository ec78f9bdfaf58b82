// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  configApiRef,
  useApi,
  useBreadcrumbEntries,
} from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';

/**
 * The title of the window, of the way to what is shown: "#12 Create database | Requests | Self-service | Fairway". The
 * framework sets none on pages with its own header.
 */
export const WindowTitle = () => {
  const { items } = useBreadcrumbEntries();
  const app = useApi(configApiRef).getOptionalString('app.title');
  const title = [...items.map(({ label }) => label).reverse(), app]
    .filter(Boolean)
    .join(' | ');
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(
    () => () => {
      document.title = app ?? '';
    },
    [app],
  );
  return null;
};
