// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestDetail } from '@fairway/requests-common';
import { useEffect } from 'react';
import { firstStepsMemory } from './memory';

/** Beside a request on the screen: remembers that its plan was there to be read, and that it was ordered here. */
export const FirstLook = (props: { request: RequestDetail }) => {
  const { id, view, decision, actions } = props.request;
  const hasPlan = !!view.diff || !!view.fields?.length;
  const isOwnDraft = decision === 'draft' && actions.discard.allowed;
  useEffect(() => {
    if (hasPlan) firstStepsMemory.see(id);
    // The clock of the browser may go ahead of the portal's: the draft that one is led to is an order by any clock.
    if (isOwnDraft) firstStepsMemory.followFirst(id);
  }, [hasPlan, isOwnDraft, id]);
  return null;
};
