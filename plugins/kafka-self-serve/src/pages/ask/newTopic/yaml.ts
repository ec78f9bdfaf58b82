// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type KafkaEnvironmentView,
  type SubjectSpec,
  topicSpecOf,
  type TopicCreatePayload,
  type TopicSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';

type Scalar = string | number;

/** JSON is YAML: text in quotes means the same everywhere. Long text is a block. */
function scalar(value: Scalar, indent: string): string {
  if (typeof value === 'number') return String(value);
  if (
    /^[a-zA-Z][\w.-]*$/.test(value) &&
    !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(value)
  ) {
    return value;
  }
  if (!value.includes('\n')) return JSON.stringify(value);
  const lines = value.replace(/\n+$/, '').split('\n');
  return ['|-', ...lines.map(line => `${indent}  ${line}`.trimEnd())].join(
    '\n',
  );
}

function topicLines(topic: TopicSpec): string[] {
  const configs = Object.entries(topic.configs);
  return [
    `  - name: ${scalar(topic.name, '    ')}`,
    `    partitions: ${topic.partitions}`,
    `    replicationFactor: ${topic.replicationFactor}`,
    ...(configs.length > 0
      ? [
          '    configs:',
          ...configs.map(
            ([key, value]) => `      ${key}: ${scalar(value, '      ')}`,
          ),
        ]
      : []),
  ];
}

function subjectLines(subject: SubjectSpec): string[] {
  const fields = (['format', 'compatibility', 'schema'] as const).flatMap(
    key => {
      const value = subject[key];
      return value === undefined
        ? []
        : [`    ${key}: ${scalar(value, '    ')}`];
    },
  );
  return [`  - name: ${scalar(subject.name, '    ')}`, ...fields];
}

/** The document that asks for the same from a repository: topics with all their values, and subjects. */
export function yamlOf(options: {
  payload: TopicCreatePayload;
  environment: Pick<KafkaEnvironmentView, 'defaults' | 'limits'>;
  subject?: SubjectSpec;
}): string {
  const { payload, environment, subject } = options;
  const topic = topicSpecOf({ payload, environment });
  return [
    'topics:',
    ...topicLines(topic),
    ...(subject ? ['subjects:', ...subjectLines(subject)] : []),
    '',
  ].join('\n');
}
