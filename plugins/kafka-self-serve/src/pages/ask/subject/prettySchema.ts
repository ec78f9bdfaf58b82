// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { SchemaFormat } from '@fairway/backstage-plugin-kafka-self-serve-common';

/** A schema as people read it; the registry keeps JSON in one line. */
export function prettySchema(schema: string, format: SchemaFormat): string {
  if (format === 'PROTOBUF') return schema;
  try {
    return JSON.stringify(JSON.parse(schema), undefined, 2);
  } catch {
    return schema;
  }
}
