// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export * from './access';
export * from './applications';
export * from './environments';
export {
  type BundleItem,
  type BundlePayload,
  bundleItemSchema,
  bundlePayloadSchema,
  KAFKA_REQUEST_KINDS,
  KAFKA_REQUEST_SCHEMAS,
  type KafkaRequestKind,
  type KafkaRequestPayload,
  type Parsed,
  parsePayload,
} from './requests';
export * from './topics';
