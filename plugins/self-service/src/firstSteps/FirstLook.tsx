// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestDetail } from '@fairway/requests-common';
import { useEffect } from 'react';
import { firstStepsMemory } from './memory';

/** Beside a request on the screen: remembers that its plan was there to be read. */
export const FirstLook = (props: { request: RequestDetail }) => {
  const { id, view } = props.request;
  const hasPlan = !!view.diff || !!view.fields?.length;
  useEffect(() => {
    if (hasPlan) firstStepsMemory.see(id);
  }, [hasPlan, id]);
  return null;
};
