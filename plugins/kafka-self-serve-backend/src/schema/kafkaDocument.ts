// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  KAFKA_REQUEST_SCHEMAS,
  KAFKA_SELF_SERVE_PLUGIN_ID,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { openApiDocument } from '@fairway/requests-node';
import { OPERATIONS } from './operations';

/** What `GET /openapi.json` answers. */
export function kafkaDocument() {
  return openApiDocument({
    pluginId: KAFKA_SELF_SERVE_PLUGIN_ID,
    description:
      'Kafka environments, applications, topics, groups, schemas, access, and the requests that change them.',
    operations: OPERATIONS,
    payloads: KAFKA_REQUEST_SCHEMAS,
  });
}
