// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { askMessages } from './pages/ask/messages';
import { environmentMessages } from './pages/environments/messages';
import { requestMessages } from './pages/requests/messages';
import { topicMessages } from './pages/topics/messages';

/** The words of this plugin. @public */
export const kafkaSelfServeTranslationRef = createTranslationRef({
  id: 'plugin.kafka-self-serve',
  messages: {
    nav: {
      label: 'Kafka',
      environments: 'Environments',
      topics: 'Topics',
      'my-requests': 'My requests',
      'to-decide': 'To decide',
      'to-decide-count': 'To decide ({{number}})',
      requests: 'Requests',
    },
    source: { title: 'Kafka' },
    snapshot: {
      asOf: 'As of',
      never: '{{environment}} has not been read yet.',
      old: '{{environment}} does not answer; what you see is from',
      unreadable: '{{environment}} does not answer: {{message}}',
    },
    phase: {
      pending: 'Pending',
      ready: 'Ready',
      drifted: 'Drifted',
      missing: 'Missing',
      deleting: 'Being deleted',
      failed: 'Failed',
    },
    orphan: 'Nobody',
    environments: environmentMessages,
    ask: askMessages,
    topics: topicMessages,
    requests: requestMessages,
  },
});
