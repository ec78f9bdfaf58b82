// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type ProblemDefinition, refuse, warn } from './define';

export const OTHER_PROBLEMS = {
  'payload-invalid': refuse(
    'The field "{path}" cannot be "{value}": {reason}.',
    'Correct it and try again.',
  ),
  'credential-exists': refuse(
    'The user "{username}" has a credential already.',
    'Rotate it instead.',
  ),
  'credential-not-found': refuse(
    'The user "{username}" has no credential.',
    'Ask for a new one instead.',
  ),
  'subject-name-strategy': refuse(
    'The subject "{name}" does not follow the naming strategy {strategy}.',
    'Write {expected}.',
  ),
  'subject-schema-invalid': refuse(
    'The {format} schema of "{name}" cannot be read: {reason}.',
    'Correct the schema.',
  ),
  'subject-not-found': refuse(
    'There is no subject "{name}" in the registry.',
    'Correct the name, or register a schema first.',
  ),
  'subject-incompatible': refuse(
    'The registry says that the schema of "{name}" is not {level} compatible: {reason}.',
    'Change the schema so that it is; there is no way around the registry.',
  ),
  'subject-format-change': refuse(
    'The subject "{name}" holds {current} schemas and cannot take "{format}".',
    'Register it under another subject.',
  ),
  'subject-nothing': refuse(
    'Nothing is said about the subject "{name}".',
    'Give a schema or a compatibility level.',
  ),
  'registry-missing': refuse(
    'The environment "{environment}" has no schema registry.',
    'Choose another environment, or ask an administrator to add a registry.',
  ),
  'compatibility-weaker': warn(
    'The compatibility "{level}" of {name} promises less than {current}: consumers or producers of today may fail on later schemas.',
    'Tell them first.',
  ),
  'group-not-found': refuse(
    'There is no consumer group "{group}" on this cluster.',
    'Correct the name.',
  ),
  'group-not-empty': refuse(
    'The offsets of the group "{group}" cannot be reset: it is {state} with {members}.',
    'Stop its consumers, then try again.',
  ),
  'offset-partition-unknown': refuse(
    'There is no partition "{partition}" of the topic {topic}.',
    'Leave it out, or correct the number.',
  ),
  'offset-not-committed': refuse(
    'The group has no offset for partition {partition} of "{topic}" that could be shifted.',
    'Leave the partition out, or choose earliest, latest or a time.',
  ),
  'offset-time-invalid': refuse(
    'The time "{value}" of the reset cannot be used: it {fault}.',
    'Write {example}.',
  ),
  'offset-partitions-none': refuse(
    'The group "{group}" has no partition that could be reset.',
    'Choose a topic that it reads.',
  ),
  'offset-clamped': warn(
    'The log of {topic} holds no offset "{offset}" in partition {partition}.',
    'The group will go on at {clamped}.',
  ),
  'file-acl-unknown': refuse(
    'The file asks for "{acl}", which is not there: access is given by a grant or an instance, never by a file.',
    'Take it out of the file, and ask for access instead.',
  ),
  'import-topic-missing': refuse(
    'There is no topic "{name}" on the cluster of {environment}.',
    'Leave it out, or refresh the environment first.',
  ),
  'import-topic-owned': refuse(
    'The topic "{name}" belongs to {instance} already.',
    'Leave it out.',
  ),
  'import-owner-unknown': refuse(
    'Nobody can be found who owns the topic "{name}" ({instance} is no instance there).',
    'Name an application instance of the environment.',
  ),
  'promotion-order': refuse(
    'From the environment "{from}" nothing is promoted to "{to}".',
    'Promote to {next}.',
  ),
  'promotion-source-missing': refuse(
    'There is no topic "{name}" in the environment {from}.',
    'Choose a topic that is there.',
  ),
  'promotion-nothing': refuse(
    'The topic "{name}" is in the environment {to} as it would be.',
    'There is nothing to do.',
  ),
  'bundle-empty': refuse('The bundle is empty.', 'Put a request into it.'),
  'bundle-too-large': refuse(
    'The bundle has "{count}" requests and may have {limit}.',
    'Split it.',
  ),
  'bundle-environment-differs': refuse(
    'The bundle is for the environment {environment}, and one request in it is for "{other}".',
    'Make one bundle for each environment.',
  ),
  'bundle-resource-twice': refuse(
    'Two requests of the bundle change "{resource}".',
    'Make one of them.',
  ),
  'bundle-passwords': refuse(
    'The bundle makes "{count}" new passwords, and one request shows one.',
    'Make a request of its own for each further credential.',
  ),
  'environment-cluster-taken': refuse(
    'The cluster "{clusterId}" is the environment {other} already.',
    'Correct the connection: one cluster is one environment.',
  ),
  'environment-order-taken': refuse(
    'The order "{order}" is that of the environment {other} already.',
    'Give each environment its own.',
  ),
  'environment-not-empty': refuse(
    'The environment "{name}" cannot be deleted: it still holds {holds}.',
    'Remove them first.',
  ),
  'application-not-empty': refuse(
    'The application "{name}" cannot be deleted: it still holds {holds}.',
    'Remove them first.',
  ),
  'file-duplicate': refuse(
    'The {section} "{name}" is in the file twice.',
    'Keep one of them.',
  ),
  'acl-contradiction': refuse(
    'The access "{acl}" is both wanted and to be removed.',
    'Do one of the two.',
  ),
  'acl-for-deleted-topic': refuse(
    'The access "{acl}" is wanted for a topic that is to be deleted.',
    'Remove the access too, or keep the topic.',
  ),
  'acl-topic-missing': warn(
    'The access "{acl}" is for a topic that is not there.',
    'Check the name, or make the topic too.',
  ),
  'topic-contradiction': refuse(
    'The topic "{name}" is both wanted and to be deleted.',
    'Do one of the two.',
  ),
  'application-not-found': refuse(
    'There is no application "{application}".',
    'Correct the name, or ask for the application first.',
  ),
  'broker-refused': refuse(
    'The cluster would refuse "{name}": {reason}',
    'Ask for what the cluster takes.',
  ),
  'nothing-to-do': refuse(
    'The request would change nothing in "{environment}".',
    'Leave it, or ask for something that differs from what is there.',
  ),
  'subject-contradiction': refuse(
    'The subject "{name}" is both wanted and to be deleted.',
    'Do one of the two.',
  ),
} as const satisfies Record<string, ProblemDefinition>;
