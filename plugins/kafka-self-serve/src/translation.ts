// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { askMessages } from './pages/ask/messages';
import { applicationMessages } from './pages/applications/messages';
import { driftMessages } from './pages/drift/messages';
import { entityMessages } from './entity/messages';
import { environmentMessages } from './pages/environments/messages';
import { fieldMessages } from './fields/messages';
import { groupMessages } from './pages/groups/messages';
import { policyMessages } from './pages/policies/messages';
import { subjectMessages } from './pages/subjects/messages';
import { partMessages } from './parts/messages';
import { requestMessages } from './pages/requests/messages';
import { reviseMessages } from './pages/revise/messages';
import { topicMessages } from './pages/topics/messages';

/** The words of this plugin. @public */
export const kafkaSelfServeTranslationRef = createTranslationRef({
  id: 'plugin.kafka-self-serve',
  messages: {
    nav: {
      label: 'Kafka',
      environments: 'Environments',
      applications: 'Applications',
      topics: 'Topics',
      groups: 'Consumer groups',
      subjects: 'Subjects',
      drift: 'Drift and orphans',
      policies: 'Policies',
      'my-requests': 'My requests',
      'to-decide': 'To decide',
      'to-decide-count': 'To decide ({{number}})',
      requests: 'Requests',
    },
    source: {
      title: 'Kafka',
      access: 'Access of {{grantee}} to {{topic}}',
    },
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
    search: { facts: 'Kafka topic in {{environment}}, of {{application}}' },
    ...partMessages,
    applications: applicationMessages,
    drift: driftMessages,
    entity: entityMessages,
    environments: environmentMessages,
    fields: fieldMessages,
    groups: groupMessages,
    policies: policyMessages,
    subjects: subjectMessages,
    ask: askMessages,
    topics: topicMessages,
    requests: requestMessages,
    revise: reviseMessages,
  },
});
