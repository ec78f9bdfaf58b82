// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Kafka self-serve: the model, the payload of every request, all rules as pure
 * functions, and the planner. Runs in the browser and on the server alike.
 *
 * @packageDocumentation
 */

export * from './acls';
export * from './api';
export * from './configs';
export {
  isKafkaProblemError,
  KAFKA_PROBLEMS,
  type KafkaProblemCode,
  type KafkaProblemError,
  kafkaProblemError,
} from './errors';
export * from './files';
export * from './model';
export * from './offsets';
export * from './planner';
export {
  assertAcceptable,
  below,
  isAcceptable,
  type Problem,
  problem,
  type ProblemPath,
} from './problems';
export * from './policies';
export * from './rules';
export * from './schemas';
