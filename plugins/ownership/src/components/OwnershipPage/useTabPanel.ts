// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { RefObject, useEffect } from 'react';

/**
 * The tabs of the framework's header say that they control a panel, and nobody
 * draws one: makes the element the panel of the tab that is selected.
 */
export function useTabPanel(panel: RefObject<HTMLElement>): void {
  useEffect(() => {
    const tab = document.querySelector(
      '[role="tab"][aria-selected="true"][aria-controls]',
    );
    const id = tab?.getAttribute('aria-controls');
    if (!tab || !id || !panel.current) return;
    panel.current.id = id;
    panel.current.setAttribute('role', 'tabpanel');
    panel.current.setAttribute('aria-labelledby', tab.id);
  });
}
