// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { quietResizeNotice } from './quietResizeNotice';

test('the notice about sizes does not reach whoever shows errors; every other error does', () => {
  const shown: string[] = [];
  window.addEventListener('error', ({ message }) => shown.push(message));
  quietResizeNotice(window);
  for (const message of [
    'ResizeObserver loop completed with undelivered notifications.',
    'ResizeObserver loop limit exceeded',
    'ResizeObserver is not defined',
  ]) {
    window.dispatchEvent(new ErrorEvent('error', { message }));
  }
  expect(shown).toEqual(['ResizeObserver is not defined']);
});
