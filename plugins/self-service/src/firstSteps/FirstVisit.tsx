// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useEffect } from 'react';
import { firstStepsMemory } from './memory';

/** At the root of the app: what is ordered from the first visit on counts, on whichever page that begins. */
export const FirstVisit = () => {
  useEffect(() => {
    firstStepsMemory.read();
  }, []);
  return null;
};
