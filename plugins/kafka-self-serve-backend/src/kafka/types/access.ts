// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AclBinding,
  ScramUser,
} from '@fairway/backstage-plugin-kafka-self-serve-common';

/** Fields that are left out match everything; a name matches exactly. @public */
export type AclQuery = Partial<AclBinding>;

/** @public */
export interface ScramCredential extends ScramUser {
  password: string;
  /** 4096 to 16384; 4096 unless given, as Kafka's own tools do. */
  iterations?: number;
}
