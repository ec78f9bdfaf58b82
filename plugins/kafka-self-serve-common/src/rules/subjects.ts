// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ApplicationInstance } from '../model/application';
import type { KafkaEnvironment } from '../model/environment';
import type { ObservedSubject } from '../model/observed';
import type { Compatibility } from '../model/resources';
import { type Problem, problem } from '../problems';
import type { SubjectPayload, SubjectRegisterPayload } from '../schemas/access';
import { owns, patternsInWords } from './patterns';

/** How a serializer makes the subject out of topic and record. @public */
export type NamingStrategy = 'TopicName' | 'RecordName' | 'TopicRecordName';

/**
 * The subject of a topic's records.
 *
 * @public
 */
export function subjectName(
  options:
    | { strategy: 'TopicName'; topic: string; part: 'key' | 'value' }
    | { strategy: 'RecordName'; record: string }
    | { strategy: 'TopicRecordName'; topic: string; record: string },
): string {
  switch (options.strategy) {
    case 'TopicName':
      return `${options.topic}-${options.part}`;
    case 'RecordName':
      return options.record;
    default:
      return `${options.topic}-${options.record}`;
  }
}

/**
 * Topics that a subject can be of: one by the name of the topic, and as many as
 * there are dashes in it by topic and record, since names have dashes too.
 *
 * @public
 */
export function topicsOfSubject(
  name: string,
  strategy: NamingStrategy,
): string[] {
  if (strategy === 'RecordName') return [];
  if (strategy === 'TopicName') {
    const match = name.match(/^(.+)-(?:key|value)$/s);
    return match ? [match[1]] : [];
  }
  const dashes = [...name.matchAll(/-/g)].map(({ index }) => index);
  return dashes
    .filter(index => index > 0 && index < name.length - 1)
    .map(index => name.slice(0, index));
}

/** Whether a subject is the instance's: through its topic, or through a pattern of subjects. @public */
export function ownsSubject(
  instance: Pick<ApplicationInstance, 'patterns'>,
  name: string,
  strategy: NamingStrategy,
): boolean {
  return (
    owns(instance, 'SUBJECT', name) ||
    topicsOfSubject(name, strategy).some(topic =>
      owns(instance, 'TOPIC', topic),
    )
  );
}

/**
 * The instance that a subject in the registry belongs to; undefined for an
 * orphan. A pattern of subjects goes before a topic's name, and the plain
 * strategy before topic and record.
 *
 * @public
 */
export function ownerOfSubject<
  Owner extends Pick<ApplicationInstance, 'patterns'>,
>(instances: readonly Owner[], name: string): Owner | undefined {
  const byStrategy = (
    ['RecordName', 'TopicName', 'TopicRecordName'] as const
  ).flatMap(strategy => [
    instances.find(instance => ownsSubject(instance, name, strategy)),
  ]);
  return byStrategy.find(owner => owner !== undefined);
}

/** From the weakest promise to the strongest. */
const STRENGTH: Record<Compatibility, string[]> = {
  NONE: [],
  BACKWARD: ['backward'],
  FORWARD: ['forward'],
  FULL: ['backward', 'forward'],
  BACKWARD_TRANSITIVE: ['backward', 'all backward'],
  FORWARD_TRANSITIVE: ['forward', 'all forward'],
  FULL_TRANSITIVE: ['backward', 'forward', 'all backward', 'all forward'],
};

/** Everything that can be said about a request for a subject before the registry is asked. @public */
export function checkSubject(options: {
  payload: SubjectPayload;
  environment: Pick<KafkaEnvironment, 'name' | 'schemaRegistry'>;
  instance?: ApplicationInstance;
  /** The subject as it is; left out: there is none. */
  observed?: ObservedSubject;
}): Problem[] {
  const { payload, environment, instance, observed } = options;
  const { name, operation } = payload;
  const where = { path: ['name'], value: name };
  const problems: Problem[] = [];
  if (!environment.schemaRegistry) {
    const values = { environment: environment.name };
    problems.push(problem('registry-missing', values));
  }
  if (!instance) {
    const at = { path: ['instance'], value: payload.instance };
    const values = { instance: payload.instance };
    problems.push(problem('instance-not-found', values, at));
  } else if (!isOwned(instance, payload)) {
    const owned = [
      patternsInWords(instance, 'SUBJECT'),
      `topics ${patternsInWords(instance, 'TOPIC')}`,
    ].join(' and ');
    const values = { name, instance: instance.id, owned };
    problems.push(problem('subject-outside-ownership', values, where));
  }
  if (operation === 'compatibility' && !observed) {
    problems.push(problem('subject-not-found', { name }, where));
  }
  return [
    ...problems,
    ...(operation === 'register' ? checkSchema(payload, observed) : []),
    ...checkCompatibility(payload, observed),
  ];
}

function isOwned(instance: ApplicationInstance, payload: SubjectPayload) {
  return payload.operation === 'register'
    ? ownsSubject(instance, payload.name, payload.strategy)
    : ownerOfSubject([instance], payload.name) !== undefined;
}

function checkSchema(
  payload: SubjectRegisterPayload,
  observed: ObservedSubject | undefined,
): Problem[] {
  const { name, strategy, format, schema } = payload;
  const problems: Problem[] = [];
  const follows =
    strategy === 'RecordName' || topicsOfSubject(name, strategy).length > 0;
  if (!follows) {
    const expected =
      strategy === 'TopicName'
        ? 'the name of the topic and -key or -value'
        : 'the name of the topic, "-" and the full name of the record';
    problems.push(
      problem(
        'subject-name-strategy',
        { name, strategy, expected },
        { path: ['name'], value: name },
      ),
    );
  }
  const reason = schemaFault(format, schema);
  if (reason) {
    const values = { format, name, reason };
    problems.push(
      problem('subject-schema-invalid', values, { path: ['schema'] }),
    );
  }
  const current = observed?.format;
  if (current && current !== format) {
    const where = { path: ['format'], value: format };
    problems.push(
      problem('subject-format-change', { name, current, format }, where),
    );
  }
  return problems;
}

/** Only what needs no parser of the language; the registry has the last word. */
function schemaFault(format: string, schema: string): string | undefined {
  if (schema.trim() === '') return 'it is empty';
  if (format === 'PROTOBUF') return undefined;
  try {
    JSON.parse(schema);
    return undefined;
  } catch (error) {
    return `it is not JSON (${error instanceof Error ? error.message : error})`;
  }
}

function checkCompatibility(
  { name, compatibility: level }: SubjectPayload,
  observed: ObservedSubject | undefined,
): Problem[] {
  const current = observed?.compatibility;
  if (!level || !current) return [];
  const isWeaker = STRENGTH[current].some(
    promise => !STRENGTH[level].includes(promise),
  );
  if (!isWeaker) return [];
  const where = { path: ['compatibility'], value: level };
  return [problem('compatibility-weaker', { level, name, current }, where)];
}
