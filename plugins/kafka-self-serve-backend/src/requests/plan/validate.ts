// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The cluster has the last word: it is asked before anybody decides, and again by every step.
import {
  type Problem,
  problem,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { isError } from '@backstage/errors';
import type { RequestCheck } from '@fairway/requests-common';
import { isKafkaError } from '../../errors';
import { failuresOf, type Outcomes } from '../../kafka/outcomes';
import { incompatibilityOf, registryOf } from '../execute/subjectWorks';
import { isOutage } from '../execute/outage';
import type { RequestCluster, Work, WorkOf } from '../execute/types';

const VALIDATE = { validateOnly: true };

/** What the brokers and the registry say to works, without anything being done. */
export async function validate(
  cluster: RequestCluster,
  works: readonly Work[],
): Promise<{ problems: Problem[]; checks: RequestCheck[] }> {
  const { admin } = cluster;
  const of = <A extends Work['action']>(action: A) =>
    works.filter((work): work is WorkOf<A> => work.action === action);
  const created = of('topic.create').map(({ after }) => after);
  const widened = of('topic.partitions');
  const tuned = of('topic.configs');
  const quotas = of('quota.set').map(({ after }) => after);
  const asked: (() => Promise<Outcomes<unknown>>)[] = [
    ...(created.length > 0
      ? [() => admin.createTopics(created, VALIDATE)]
      : []),
    ...(widened.length > 0
      ? [
          () =>
            admin.createPartitions(
              widened.map(({ topic, after: { partitions } }) => ({
                topic,
                partitions,
              })),
              VALIDATE,
            ),
        ]
      : []),
    ...(tuned.length > 0
      ? [
          () =>
            admin.alterTopicConfigs(
              tuned.map(({ topic, before, after }) => ({
                topic,
                set: after,
                remove: Object.keys(before).filter(
                  key => !Object.hasOwn(after, key),
                ),
              })),
              VALIDATE,
            ),
        ]
      : []),
    ...(quotas.length > 0 ? [() => admin.alterQuotas(quotas, VALIDATE)] : []),
  ];
  const problems: Problem[] = [];
  for (const ask of asked) problems.push(...refusals(await ask()));
  const brokers: RequestCheck[] =
    asked.length > 0
      ? [
          {
            name: 'Checked by the brokers',
            state: 'passed',
            summary: 'They would take every change.',
          },
        ]
      : [];
  const schemas = of('subject.register');
  for (const { after } of schemas) {
    problems.push(...(await schemaProblems(cluster, after)));
  }
  const compatible: RequestCheck[] = schemas.map(({ after }) => ({
    name: `Compatibility of ${after.name}`,
    state: 'passed',
    summary: 'The registry takes the schema as it is asked for.',
  }));
  return { problems, checks: [...brokers, ...compatible] };
}

function refusals(outcomes: Outcomes<unknown>): Problem[] {
  return [...failuresOf(outcomes)].map(([name, error]) => {
    // Away is not refused.
    if (isOutage(error)) throw error;
    return problem('broker-refused', { name, reason: error.message });
  });
}

async function schemaProblems(
  cluster: RequestCluster,
  after: WorkOf<'subject.register'>['after'],
): Promise<Problem[]> {
  const where = { path: ['schema'] };
  try {
    const refused = await incompatibilityOf(registryOf(cluster), after);
    return refused ? [problem('subject-incompatible', refused, where)] : [];
  } catch (error) {
    if (!isKafkaError(error, 'registry-schema-invalid') || !isError(error)) {
      throw error;
    }
    const { name, format = 'AVRO' } = after;
    const values = { name, format, reason: error.message };
    return [problem('subject-schema-invalid', values, where)];
  }
}
