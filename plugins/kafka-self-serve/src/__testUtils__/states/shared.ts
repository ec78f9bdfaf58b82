// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { environmentsOf } from '../views';
import type { PageStates } from './types';

/** Of every page that begins with the environments. */
export const ENVIRONMENTS_FIRST: Pick<PageStates, 'reads' | 'empty'> = {
  reads: {
    call: 'GET /environments',
    loading: 'The environments are loading',
    error: 'The environments could not be loaded',
    notAllowed: 'You may not see Kafka environments',
  },
  empty: {
    answers: { 'GET /environments': () => environmentsOf() },
    title: 'No Kafka environment yet',
    next: /^An administrator sets the first one up/,
  },
};
