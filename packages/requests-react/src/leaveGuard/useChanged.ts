// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react';

/**
 * Whether what a form holds is something else than at first.
 *
 * @param value - as JSON
 * @public
 */
export function useChanged(value: unknown): boolean {
  const key = JSON.stringify(value);
  const [first] = useState(key);
  return key !== first;
}
