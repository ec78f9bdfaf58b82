// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  alterClientQuotasV1,
  alterUserScramCredentialsV0,
  consumerGroupDescribeV0,
  createAclsV3,
  createPartitionsV3,
  createTopicsV7,
  deleteAclsV3,
  deleteGroupsV2,
  deleteTopicsV6,
  describeAclsV3,
  describeClientQuotasV1,
  describeConfigsV4,
  describeGroupsV5,
  describeLogDirsV4,
  describeUserScramCredentialsV0,
  findCoordinatorV6,
  incrementalAlterConfigsV1,
  listGroupsV5,
  listOffsetsV9,
  metadataV12,
  offsetCommitV9,
  offsetFetchV9,
} from '@platformatic/kafka';

/** The requests of the protocol that the adapter makes. */
interface Calls {
  AlterClientQuotas: typeof alterClientQuotasV1;
  AlterUserScramCredentials: typeof alterUserScramCredentialsV0;
  ConsumerGroupDescribe: typeof consumerGroupDescribeV0;
  CreateAcls: typeof createAclsV3;
  CreatePartitions: typeof createPartitionsV3;
  CreateTopics: typeof createTopicsV7;
  DeleteAcls: typeof deleteAclsV3;
  DeleteGroups: typeof deleteGroupsV2;
  DeleteTopics: typeof deleteTopicsV6;
  DescribeAcls: typeof describeAclsV3;
  DescribeClientQuotas: typeof describeClientQuotasV1;
  DescribeConfigs: typeof describeConfigsV4;
  DescribeGroups: typeof describeGroupsV5;
  DescribeLogDirs: typeof describeLogDirsV4;
  DescribeUserScramCredentials: typeof describeUserScramCredentialsV0;
  FindCoordinator: typeof findCoordinatorV6;
  IncrementalAlterConfigs: typeof incrementalAlterConfigsV1;
  ListGroups: typeof listGroupsV5;
  ListOffsets: typeof listOffsetsV9;
  Metadata: typeof metadataV12;
  OffsetCommit: typeof offsetCommitV9;
  OffsetFetch: typeof offsetFetchV9;
}

export type CallName = keyof Calls;

type Arguments<T> = T extends {
  createRequest: (...args: infer A) => unknown;
}
  ? A
  : never;
type Response<T> = T extends { parseResponse: (...args: never[]) => infer R }
  ? R
  : never;

export type CallArguments<Name extends CallName> = Arguments<Calls[Name]>;
export type CallResponse<Name extends CallName> = Response<Calls[Name]>;

/**
 * Before these versions a request is about one thing, or cannot tell two topics
 * of one name apart. All came with Kafka 3.0 or earlier.
 */
export const LEAST_VERSIONS: Partial<Record<CallName, number>> = {
  DeleteTopics: 6,
  FindCoordinator: 4,
  OffsetFetch: 8,
};

/** What a call is called in messages. */
export const CALLS_IN_WORDS: Record<CallName, string> = {
  AlterClientQuotas: 'changing quotas',
  AlterUserScramCredentials: 'changing SCRAM users',
  ConsumerGroupDescribe: 'describing consumer groups',
  CreateAcls: 'creating ACLs',
  CreatePartitions: 'adding partitions',
  CreateTopics: 'creating topics',
  DeleteAcls: 'deleting ACLs',
  DeleteGroups: 'deleting consumer groups',
  DeleteTopics: 'deleting topics',
  DescribeAcls: 'reading ACLs',
  DescribeClientQuotas: 'reading quotas',
  DescribeConfigs: 'reading configs',
  DescribeGroups: 'describing consumer groups',
  DescribeLogDirs: 'reading disk use',
  DescribeUserScramCredentials: 'reading SCRAM users',
  FindCoordinator: 'finding the coordinator of a consumer group',
  IncrementalAlterConfigs: 'changing configs',
  ListGroups: 'listing consumer groups',
  ListOffsets: 'reading offsets of topics',
  Metadata: 'reading the cluster',
  OffsetCommit: 'moving a consumer group',
  OffsetFetch: 'reading offsets of consumer groups',
};
