// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { judgingMessages } from './messages/judging';
import { listMessages } from './messages/list';
import { pageMessages } from './messages/page';
import { progressMessages } from './messages/progress';

/** The words of everything about requests. @public */
export const fairwayRequestsTranslationRef = createTranslationRef({
  id: 'fairway.requests',
  messages: {
    ...listMessages,
    ...pageMessages,
    ...judgingMessages,
    ...progressMessages,
  },
});
