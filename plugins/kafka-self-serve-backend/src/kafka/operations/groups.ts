// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { GroupState } from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  decodeConsumerProtocolAssignment,
  decodeConsumerProtocolSubscription,
} from '@platformatic/kafka';
import { kafkaError } from '../../errors';
import { canTryAgain, CODES } from '../client/answers';
import type { CallResponse } from '../client/calls';
import type { ClusterClient } from '../client/ClusterClient';
import type { Outcome, Outcomes } from '../outcomes';
import type {
  GroupDescription,
  GroupMember,
  GroupReference,
  GroupType,
  ListedGroup,
} from '../types';
import { byText } from './chunks';

type Classic = CallResponse<'DescribeGroups'>['groups'][number];
type Consumer = CallResponse<'ConsumerGroupDescribe'>['groups'][number];
type Described = { errorCode: number; errorMessage?: string | null } & {
  value?: GroupDescription;
};

const TYPES: readonly GroupType[] = ['classic', 'consumer', 'share', 'streams'];
/** What a coordinator says of a classic group that it has never heard of. */
const UNHEARD = 'Dead';

const STATES: Record<string, GroupState> = {
  empty: 'EMPTY',
  stable: 'STABLE',
  preparingrebalance: 'PREPARING_REBALANCE',
  completingrebalance: 'COMPLETING_REBALANCE',
  assigning: 'ASSIGNING',
  reconciling: 'RECONCILING',
  dead: 'DEAD',
};

/** Brokers write `PreparingRebalance`, older clients `PREPARING_REBALANCE`. */
const stateOf = (text: string): GroupState =>
  STATES[text.replace(/_/g, '').toLowerCase()] ?? 'UNKNOWN';

const typeOf = (text: string): GroupType =>
  TYPES.find(type => type === text.toLowerCase()) ?? 'classic';

export async function listGroups(
  client: ClusterClient,
): Promise<ListedGroup[]> {
  const answers = await client.persist(
    () => client.everyBroker('ListGroups', [], []),
    all => all.some(({ errorCode }) => canTryAgain(errorCode)),
  );
  const groups = new Map<string, ListedGroup>();
  for (const answer of answers) {
    if (answer.errorCode !== CODES.NONE)
      throw client.error('ListGroups', 'consumer groups', answer);
    for (const { groupId, groupState, groupType } of answer.groups)
      groups.set(groupId, {
        groupId,
        type: typeOf(groupType ?? ''),
        state: stateOf(groupState ?? ''),
      });
  }
  return [...groups.values()].sort(byText(({ groupId }) => groupId));
}

export async function describeGroups(
  client: ClusterClient,
  groups: readonly GroupReference[],
): Promise<Outcomes<GroupDescription>> {
  const outcomes = new Map<string, Outcome<GroupDescription>>();
  const add = (
    answers: Map<string, Described>,
    name: 'DescribeGroups' | 'ConsumerGroupDescribe',
  ) => {
    for (const [id, answer] of answers)
      outcomes.set(
        id,
        client.outcome(name, id, answer, () => answer.value!),
      );
  };
  const ofType = (...types: (GroupType | undefined)[]) =>
    groups
      .filter(({ type }) => types.includes(type))
      .map(({ groupId }) => groupId);

  // Each kind of request knows only its own kind of group, and calls the others dead or missing.
  const asked = ofType('consumer', undefined);
  const modern = await client.offers('ConsumerGroupDescribe');
  const consumers = modern
    ? await describeConsumer(client, asked)
    : new Map<string, Described>();
  add(consumers, 'ConsumerGroupDescribe');
  const others = asked.filter(
    id =>
      (consumers.get(id)?.errorCode ?? CODES.GROUP_ID_NOT_FOUND) ===
      CODES.GROUP_ID_NOT_FOUND,
  );
  add(
    await describeClassic(client, [...ofType('classic'), ...others]),
    'DescribeGroups',
  );
  for (const id of ofType('share', 'streams')) {
    const error = kafkaError('kafka-unsupported', {
      cluster: client.cluster,
      request: 'describing share and streams groups through the portal',
      reason: `"${id}" is one`,
    });
    outcomes.set(id, { succeeded: false, error });
  }
  return outcomes;
}

function describeConsumer(client: ClusterClient, groupIds: string[]) {
  return client.coordinators<Described>(groupIds, async (target, ids) => {
    const answer = await client.broker.ask(
      target,
      'ConsumerGroupDescribe',
      ids,
      false,
    );
    const names = await namesById(client, answer.groups);
    return new Map(
      answer.groups.map(group => [
        group.groupId,
        {
          errorCode: group.errorCode,
          errorMessage: group.errorMessage,
          value: consumerGroup(group, target.id, names),
        },
      ]),
    );
  });
}

/** Names of topics that a broker tells by their ids alone. */
async function namesById(
  client: ClusterClient,
  groups: Consumer[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(
    groups.flatMap(({ members }) =>
      members.flatMap(({ assignment }) =>
        assignment.topicPartitions
          .filter(({ topicName }) => !topicName)
          .map(({ topicId }) => topicId),
      ),
    ),
  );
  if (ids.size === 0) return new Map();
  const { topics } = await client.any(
    'Metadata',
    [...ids].map(topicId => ({ topicId })),
    false,
    false,
  );
  return new Map(
    topics.flatMap(({ topicId, name }) => (name ? [[topicId, name]] : [])),
  );
}

function describeClassic(client: ClusterClient, groupIds: string[]) {
  return client.coordinators<Described>(groupIds, async (target, ids) => {
    const answer = await client.broker.ask(
      target,
      'DescribeGroups',
      ids,
      false,
    );
    return new Map(
      answer.groups.map(group => {
        const missing =
          group.errorCode === CODES.NONE && group.groupState === UNHEARD;
        return [
          group.groupId,
          {
            errorCode: missing ? CODES.GROUP_ID_NOT_FOUND : group.errorCode,
            value: classicGroup(group, target.id),
          },
        ];
      }),
    );
  });
}

function consumerGroup(
  group: Consumer,
  coordinator: number,
  names: ReadonlyMap<string, string>,
): GroupDescription {
  const memberList = group.members.map(member => ({
    memberId: member.memberId,
    clientId: member.clientId,
    host: member.clientHost,
    assigned: member.assignment.topicPartitions.map(
      ({ topicName, topicId, partitions }) => ({
        // A topic that is gone has no name any more.
        topic: topicName || names.get(topicId) || topicId,
        partitions,
      }),
    ),
  }));
  const subscribed = group.members.flatMap(
    ({ subscribedTopicNames }) => subscribedTopicNames,
  );
  return described({
    group,
    type: 'consumer',
    coordinator,
    memberList,
    subscribed,
  });
}

function classicGroup(group: Classic, coordinator: number): GroupDescription {
  // Others keep something of their own in the members, Kafka Connect for one.
  const consumers = group.protocolType === 'consumer';
  const subscribed = group.members.flatMap(({ memberMetadata }) =>
    consumers && memberMetadata.length > 0
      ? decodeConsumerProtocolSubscription(memberMetadata).topics ?? []
      : [],
  );
  const memberList = group.members.map(
    ({ memberId, clientId, clientHost, memberAssignment }) => ({
      memberId,
      clientId,
      host: clientHost,
      assigned:
        consumers && memberAssignment.length > 0
          ? decodeConsumerProtocolAssignment(
              memberAssignment,
            ).assignedPartitions.map(({ topic, partitions }) => ({
              topic,
              partitions: [...partitions],
            }))
          : [],
    }),
  );
  return described({
    group,
    type: 'classic',
    coordinator,
    memberList,
    subscribed,
  });
}

function described(options: {
  group: { groupId: string; groupState: string };
  type: GroupType;
  coordinator: number;
  memberList: GroupMember[];
  subscribed: string[];
}): GroupDescription {
  const { group, type, coordinator, memberList, subscribed } = options;
  const assigned = memberList.flatMap(member =>
    member.assigned.map(({ topic }) => topic),
  );
  return {
    groupId: group.groupId,
    type,
    state: stateOf(group.groupState),
    coordinator,
    members: memberList.length,
    memberList: memberList.sort(byText(({ memberId }) => memberId)),
    topics: [...new Set([...subscribed, ...assigned])].sort(),
  };
}

export async function deleteGroups(
  client: ClusterClient,
  groupIds: readonly string[],
): Promise<Outcomes> {
  const answers = await client.coordinators(groupIds, async (target, ids) => {
    const answer = await client.broker.ask(target, 'DeleteGroups', ids);
    return new Map(answer.results.map(result => [result.groupId, result]));
  });
  return new Map(
    [...answers].map(([id, answer]) => [
      id,
      client.outcome('DeleteGroups', id, answer, () => undefined),
    ]),
  );
}
