// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { aCluster, anAcl, aTopicSpec } from '../__testUtils__/examples';
import type { ObservedState } from '../model/observed';
import { canonicalPlan } from './canonicalJson';
import { planView } from './changes';
import { planChanges } from './plan';
import type { DesiredState, KafkaPlan } from './types';

function plan(
  desired: DesiredState,
  observed: Partial<ObservedState> = {},
): KafkaPlan {
  const outcome = planChanges({ desired, observed: aCluster(observed) });
  if (outcome.outcome === 'refused') throw new Error(outcome.codes.join());
  return outcome.plan;
}

const refusal = (
  desired: DesiredState,
  observed: Partial<ObservedState> = {},
) => {
  const outcome = planChanges({ desired, observed: aCluster(observed) });
  return outcome.outcome === 'refused' ? outcome.codes : [];
};

const codesOf = ({ risks }: KafkaPlan) => risks.map(({ code }) => code);

describe('a plan', () => {
  it('says every field before and after, in the order of the work', () => {
    const made = plan(
      {
        topics: [
          aTopicSpec({ partitions: 6, configs: { 'retention.ms': '1000' } }),
          aTopicSpec({ name: 'orders.new' }),
        ],
        subjects: [
          { name: 'a-value', schema: '"int"', compatibility: 'FULL' },
          { name: 'new-value', schema: '"int"', compatibility: 'FULL' },
        ],
        acls: [anAcl({ operation: 'WRITE' })],
        revokedAcls: [anAcl()],
        quotas: [{ user: 'orders', producerByteRate: 1_000 }],
        scramUsers: [{ user: 'orders', mechanism: 'SCRAM-SHA-512' }],
      },
      {
        topics: [aTopicSpec({ configs: { 'segment.ms': '500' } })],
        acls: [anAcl()],
        subjects: [{ name: 'a-value', schema: '"long"', version: 1 }],
      },
    );
    expect(made.steps.map(({ id }) => id)).toEqual([
      'topic.partitions:orders.created',
      'topic.configs:orders.created',
      'topic.create:orders.new',
      'subject.compatibility:a-value',
      'subject.register:a-value',
      'subject.register:new-value',
      'subject.compatibility:new-value',
      'user.create:orders',
      'quota.set:orders',
      'acl.create:ALLOW User:orders from *: WRITE on TOPIC LITERAL orders.created',
      'acl.delete:ALLOW User:orders from *: READ on TOPIC LITERAL orders.created',
    ]);
    expect(made.changes.slice(0, 3)).toEqual([
      { path: 'topic orders.created / partitions', before: '3', after: '6' },
      { path: 'topic orders.created / configs.segment.ms', before: '500' },
      { path: 'topic orders.created / configs.retention.ms', after: '1000' },
    ]);
    expect(made.steps[1]).toMatchObject({
      before: { 'segment.ms': '500' },
      after: { 'retention.ms': '1000' },
    });
    expect(planView(made).effects?.slice(-2)).toEqual([
      'From now on User:orders may WRITE the topic orders.created',
      'No longer: User:orders may READ the topic orders.created',
    ]);
    expect(codesOf(made)).toEqual([
      'remaps-keys',
      'shortens-retention',
      'ends-access',
    ]);
  });

  it('deletes what is named, its access first, and says what is lost', () => {
    const wide = anAcl({ patternType: 'PREFIXED', resourceName: 'orders.' });
    const group = anAcl({ resourceType: 'GROUP' });
    const made = plan(
      { deletedTopics: ['orders.created', 'not.there'] },
      { topics: [aTopicSpec()], acls: [wide, anAcl(), group] },
    );
    expect(made.steps.map(({ action }) => action)).toEqual([
      'acl.delete',
      'topic.delete',
    ]);
    expect(made.steps[1]).toMatchObject({
      irreversible: true,
      before: aTopicSpec(),
    });
    expect(codesOf(made)).toEqual(['destroys-data']);
  });

  it('is empty where only the spelling differs', () => {
    const observed = {
      topics: [aTopicSpec({ configs: { 'cleanup.policy': 'compact,delete' } })],
      subjects: [{ name: 'a', schema: '{"type":"string","name":"x"}' }],
    };
    const made = plan(
      {
        topics: [
          aTopicSpec({ configs: { 'cleanup.policy': 'delete, compact' } }),
        ],
        subjects: [{ name: 'a', schema: '{ "name": "x", "type": "string" }' }],
      },
      observed,
    );
    expect(made).toEqual({ version: 1, steps: [], changes: [], risks: [] });
    expect(canonicalPlan(made)).toBe(
      '{"changes":[],"risks":[],"steps":[],"version":1}',
    );
  });

  it('warns of what is opened, shortened or weakened', () => {
    const risks = (
      before: Record<string, string>,
      after: Record<string, string>,
    ) =>
      codesOf(
        plan(
          { topics: [aTopicSpec({ configs: after })] },
          { topics: [aTopicSpec({ configs: before })] },
        ),
      );
    expect(risks({ 'retention.ms': '-1' }, {})).toEqual(['shortens-retention']);
    expect(risks({}, { 'retention.bytes': '5' })).toEqual([
      'shortens-retention',
    ]);
    expect(risks({}, { 'retention.ms': '-1' })).toEqual([]);
    expect(risks({ 'cleanup.policy': 'compact' }, {})).toEqual([
      'changes-cleanup',
    ]);
    expect(risks({ 'min.insync.replicas': '2' }, {})).toEqual([
      'weakens-durability',
    ]);
    expect(risks({}, { 'unclean.leader.election.enable': 'true' })).toEqual([
      'weakens-durability',
    ]);
    const everybody = anAcl({ principal: 'User:*' });
    expect(codesOf(plan({ acls: [everybody] }))).toEqual([
      'opens-to-everybody',
    ]);
  });

  it('is refused as a whole, for all reasons together', () => {
    expect(
      refusal(
        {
          topics: [
            aTopicSpec({ partitions: 2, replicationFactor: 2 }),
            aTopicSpec({ name: 'orders_created' }),
            aTopicSpec({ name: 'new', replicationFactor: 4 }),
            aTopicSpec({ name: 'new', configs: { nonsense: '1' } }),
          ],
        },
        { topics: [aTopicSpec()], brokers: 3 },
      ),
    ).toEqual([
      'config-unknown',
      'file-duplicate',
      'partitions-decrease',
      'replication-factor-above-brokers',
      'replication-factor-change',
      'topic-name-collides',
    ]);
  });

  it('is refused where it contradicts itself', () => {
    const topics = [aTopicSpec()];
    expect(refusal({ topics, deletedTopics: ['orders.created'] })).toEqual([
      'topic-contradiction',
    ]);
    expect(refusal({ acls: [anAcl()], revokedAcls: [anAcl()] })).toEqual([
      'acl-contradiction',
    ]);
    expect(
      refusal({ acls: [anAcl()], deletedTopics: ['orders.created'] }),
    ).toEqual(['acl-for-deleted-topic']);
    expect(
      refusal({ subjects: [{ name: 'a' }], deletedSubjects: ['a'] }),
    ).toEqual(['subject-contradiction']);
  });

  it('deletes no topic that somebody reads', () => {
    const groups = [
      {
        groupId: 'g',
        state: 'STABLE' as const,
        members: 1,
        topics: ['orders.created'],
      },
    ];
    const desired = { deletedTopics: ['orders.created'] };
    expect(refusal(desired, { topics: [aTopicSpec()], groups })).toEqual([
      'topic-delete-active-group',
    ]);
  });

  it('leaves configs that were refused today alone where they stay', () => {
    const old = aTopicSpec({ configs: { 'min.insync.replicas': '9' } });
    expect(plan({ topics: [old] }, { topics: [old] }).steps).toEqual([]);
  });
});
