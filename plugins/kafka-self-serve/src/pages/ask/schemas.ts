// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Compatibility,
  SchemaFormat,
} from '@fairway/backstage-plugin-kafka-self-serve-common';

export const FORMATS: SchemaFormat[] = ['AVRO', 'JSON', 'PROTOBUF'];

export const COMPATIBILITIES: Compatibility[] = [
  'BACKWARD',
  'BACKWARD_TRANSITIVE',
  'FORWARD',
  'FORWARD_TRANSITIVE',
  'FULL',
  'FULL_TRANSITIVE',
  'NONE',
];
