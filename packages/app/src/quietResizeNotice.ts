// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

const NOTICE = /^ResizeObserver loop /;

/**
 * Keeps the browser's notice that a size is observed again in the next frame from covering the page in development,
 * where every error event is shown as an uncaught one. Nothing is lost by it: the Resize Observer specification has
 * the browser deliver the rest in the next frame. A popover that opens while its content still loads causes it.
 */
export function quietResizeNotice(target: Window) {
  target.addEventListener(
    'error',
    event => {
      if (NOTICE.test(event.message)) event.stopImmediatePropagation();
    },
    // Before the listener of the development server, which is there first.
    { capture: true },
  );
}
