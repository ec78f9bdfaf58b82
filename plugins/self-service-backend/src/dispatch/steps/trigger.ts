// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { DispatchParts, DispatchStep } from '../types';
import { ensureDispatched } from './ensureDispatched';

export const TRIGGER = 'trigger';

/** Tells the receiver. */
export function trigger(parts: DispatchParts): DispatchStep {
  return {
    id: TRIGGER,
    title: 'Tell the receiver',
    irreversible: true,
    async run(context) {
      const result = await ensureDispatched(context, parts);
      return result.status === 'taken'
        ? { status: 'done', statusLabel: 'the receiver has it' }
        : result;
    },
  };
}
