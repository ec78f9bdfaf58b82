// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ServiceParts } from './DefaultRequestService';

/** Whether it was open and is cancelled now. @see RequestOperations */
export async function withdraw(
  { transitions, ending }: ServiceParts,
  id: string,
  options: { actorRef: string; message: string },
): Promise<boolean> {
  const { actorRef, message } = options;
  let withdrawn = false;
  await transitions.named('cancel', id, {
    decide: async loaded => {
      const { decision } = loaded.request;
      withdrawn = decision === 'pending' || decision === 'changes-requested';
      if (!withdrawn) return undefined;
      return ending.closing(loaded, {
        by: { type: 'cancel' },
        event: 'cancelled',
        actorRef,
        detail: message,
      });
    },
  });
  return withdrawn;
}
