// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { KafkaRequestKind } from '@fairway/backstage-plugin-kafka-self-serve-common';

/** What a kind is called in lists. */
export const KIND_WORDS: Record<KafkaRequestKind, string> = {
  'kafka.application': 'Application',
  'kafka.application-instance': 'Application in an environment',
  'kafka.topic': 'Topic',
  'kafka.grant': 'Access',
  'kafka.revoke': 'End of access',
  'kafka.subject': 'Schema',
  'kafka.offset-reset': 'Offset reset',
  'kafka.limits': 'Limits',
  'kafka.client-quota': 'Client quota',
  'kafka.credential': 'Credential',
  'kafka.ownership-claim': 'Claim',
  'kafka.ownership-transfer': 'Transfer',
  'kafka.promote': 'Promotion',
  'kafka.bundle': 'Bundle',
};
