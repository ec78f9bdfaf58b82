// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useBreadcrumbEntries } from '@backstage/frontend-plugin-api';
import { useWindowTitle } from '../../hooks';

/** Titles the window by the way to what is shown, the closest first. */
export const WindowTitle = () => {
  const { items } = useBreadcrumbEntries();
  useWindowTitle(items.map(({ label }) => label).reverse());
  return null;
};
