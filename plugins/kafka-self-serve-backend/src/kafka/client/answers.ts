// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type KafkaSelfServeErrorCode } from '../../errors';

/** Kafka's error codes (`org.apache.kafka.common.protocol.Errors`) that say something of their own. */
export const CODES = {
  NONE: 0,
  UNKNOWN_TOPIC_OR_PARTITION: 3,
  NOT_LEADER_OR_FOLLOWER: 6,
  REQUEST_TIMED_OUT: 7,
  COORDINATOR_LOAD_IN_PROGRESS: 14,
  COORDINATOR_NOT_AVAILABLE: 15,
  NOT_COORDINATOR: 16,
  UNKNOWN_MEMBER_ID: 25,
  NOT_CONTROLLER: 41,
  GROUP_ID_NOT_FOUND: 69,
  RESOURCE_NOT_FOUND: 91,
} as const;

/** Another broker, or the same one a moment later, can answer. */
const TRY_AGAIN: ReadonlySet<number> = new Set([
  5, // LEADER_NOT_AVAILABLE
  CODES.NOT_LEADER_OR_FOLLOWER,
  8, // BROKER_NOT_AVAILABLE
  9, // REPLICA_NOT_AVAILABLE
  13, // NETWORK_EXCEPTION
  CODES.COORDINATOR_LOAD_IN_PROGRESS,
  CODES.COORDINATOR_NOT_AVAILABLE,
  CODES.NOT_COORDINATOR,
  CODES.NOT_CONTROLLER,
  74, // FENCED_LEADER_EPOCH
  75, // UNKNOWN_LEADER_EPOCH
  78, // OFFSET_NOT_AVAILABLE
  88, // UNSTABLE_OFFSET_COMMIT
]);

export const canTryAgain = (code: number) => TRY_AGAIN.has(code);

const MEANINGS: Record<number, KafkaSelfServeErrorCode> = {
  [CODES.UNKNOWN_TOPIC_OR_PARTITION]: 'kafka-topic-not-found',
  100: 'kafka-topic-not-found', // UNKNOWN_TOPIC_ID
  103: 'kafka-topic-not-found', // INCONSISTENT_TOPIC_ID
  [CODES.REQUEST_TIMED_OUT]: 'kafka-answer-lost',
  17: 'kafka-topic-name-invalid', // INVALID_TOPIC_EXCEPTION
  29: 'kafka-not-authorized', // TOPIC_AUTHORIZATION_FAILED
  30: 'kafka-not-authorized', // GROUP_AUTHORIZATION_FAILED
  31: 'kafka-not-authorized', // CLUSTER_AUTHORIZATION_FAILED
  53: 'kafka-not-authorized', // TRANSACTIONAL_ID_AUTHORIZATION_FAILED
  65: 'kafka-not-authorized', // DELEGATION_TOKEN_AUTHORIZATION_FAILED
  33: 'kafka-authentication-failed', // UNSUPPORTED_SASL_MECHANISM
  58: 'kafka-authentication-failed', // SASL_AUTHENTICATION_FAILED
  35: 'kafka-unsupported', // UNSUPPORTED_VERSION
  36: 'kafka-topic-exists', // TOPIC_ALREADY_EXISTS
  37: 'kafka-partitions-invalid', // INVALID_PARTITIONS
  39: 'kafka-partitions-invalid', // INVALID_REPLICA_ASSIGNMENT
  38: 'kafka-replication-invalid', // INVALID_REPLICATION_FACTOR
  40: 'kafka-config-invalid', // INVALID_CONFIG
  44: 'kafka-policy-violated', // POLICY_VIOLATION
  54: 'kafka-acls-disabled', // SECURITY_DISABLED
  60: 'kafka-busy', // REASSIGNMENT_IN_PROGRESS
  [CODES.UNKNOWN_MEMBER_ID]: 'kafka-group-not-empty', // a commit from outside, and there are members
  22: 'kafka-group-not-empty', // ILLEGAL_GENERATION: the same
  27: 'kafka-group-not-empty', // REBALANCE_IN_PROGRESS
  68: 'kafka-group-not-empty', // NON_EMPTY_GROUP
  113: 'kafka-group-not-empty', // STALE_MEMBER_EPOCH
  24: 'kafka-group-not-found', // INVALID_GROUP_ID
  [CODES.GROUP_ID_NOT_FOUND]: 'kafka-group-not-found',
  73: 'kafka-topic-deletion-disabled', // TOPIC_DELETION_DISABLED
  89: 'kafka-throttled', // THROTTLING_QUOTA_EXCEEDED
  [CODES.RESOURCE_NOT_FOUND]: 'kafka-user-not-found',
  93: 'kafka-user-invalid', // UNACCEPTABLE_CREDENTIAL
  92: 'kafka-user-invalid', // DUPLICATE_RESOURCE
};

/** What an error code of a broker means in words of the catalogue. */
export function meaningOf(code: number): KafkaSelfServeErrorCode {
  if (canTryAgain(code)) return 'kafka-not-ready';
  return MEANINGS[code] ?? 'kafka-refused';
}
