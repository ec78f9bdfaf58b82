// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type ProblemDefinition, refuse, warn } from './define';

export const TOPIC_PROBLEMS = {
  'topic-name-empty': refuse(
    'The topic has no name.',
    'Write 1 to 249 letters, digits, ".", "_" or "-".',
  ),
  'topic-name-too-long': refuse(
    'The topic name "{name}" has {length} characters.',
    'Write at most 249.',
  ),
  'topic-name-characters': refuse(
    'The topic name "{name}" has the character "{character}" in it.',
    'Use letters without accents, digits, ".", "_" and "-" only.',
  ),
  'topic-name-dots': refuse(
    'A topic cannot be called "{name}": it is a folder to the broker.',
    'Add a letter or a digit.',
  ),
  'topic-name-internal': refuse(
    'The topic name "{name}" begins with "__", which is kept for Kafka itself.',
    'Begin it with another character.',
  ),
  'topic-name-exists': refuse(
    'There is a topic "{name}" in this environment already.',
    'Choose another name, or change the topic that is there.',
  ),
  'topic-name-collides': refuse(
    'The topic name "{name}" is the same as "{other}" to the metrics of Kafka, which cannot tell "." from "_".',
    'Choose a name that differs in more than these two.',
  ),
  'topic-name-pending': refuse(
    'The topic name "{name}" is, or cannot be told from, "{other}", which another request asks for.',
    'Choose another name, or wait until that request is decided.',
  ),
  'partitions-too-few': refuse(
    'The topic "{name}" cannot have "{partitions}" partitions.',
    'Ask for 1 or more, as a whole number.',
  ),
  'partitions-too-many': refuse(
    'The topic "{name}" cannot get "{partitions}" partitions: one step of Kafka makes at most {limit}.',
    'Ask for fewer.',
  ),
  'partitions-above-limit': refuse(
    'The topic "{name}" cannot have "{partitions}" partitions: this environment allows {limit}.',
    'Ask for fewer, or ask an administrator for a higher limit.',
  ),
  'partitions-decrease': refuse(
    'The topic "{name}" has {current} partitions and cannot go down to "{partitions}": Kafka could do it only by deleting the data.',
    'Keep {current} or ask for more; for fewer make a new topic and move the data.',
  ),
  'partitions-unchanged': refuse(
    'The topic "{name}" has "{partitions}" partitions already.',
    'Ask for more.',
  ),
  'partitions-remap-keys': warn(
    'With "{partitions}" partitions instead of {current}, records of the topic "{name}" go to other partitions than earlier ones with the same key.',
    'Make sure that no consumer relies on the order by key, or on all records of a key being in one partition.',
  ),
  'size-unknown': refuse(
    'The size "{size}" has no meaning in the environment "{environment}".',
    'Choose one of {sizes}, or give partitions and retention.',
  ),
  'replication-factor-too-low': refuse(
    'The topic "{name}" cannot have the replication factor "{replicationFactor}".',
    'Ask for 1 or more, as a whole number.',
  ),
  'replication-factor-above-brokers': refuse(
    'The topic "{name}" cannot have "{replicationFactor}" replicas: {brokers} brokers are live.',
    'Ask for at most {brokers}.',
  ),
  'replication-factor-change': refuse(
    'The topic "{name}" has the replication factor {current}, which cannot be changed to "{replicationFactor}" here: it moves data between brokers.',
    'Keep {current}, and ask an administrator to reassign the partitions.',
  ),
  'min-insync-above-replication': refuse(
    'The config min.insync.replicas of "{value}" is more than the replication factor {replicationFactor}: no producer with acks=all could write.',
    'Set it below {replicationFactor}, or ask for more replicas.',
  ),
  'min-insync-equals-replication': warn(
    'With min.insync.replicas "{value}" as high as the replication factor, the topic stops taking writes as soon as one broker is down.',
    'Set it one lower.',
  ),
  'topic-not-found': refuse(
    'There is no topic "{name}" in this environment.',
    'Correct the name, or ask for the topic first.',
  ),
  'topic-deleting': refuse(
    'The topic "{name}" is being deleted.',
    'Cancel its deletion first, or choose another topic.',
  ),
  'topic-orphan': refuse(
    'Nobody owns the topic "{name}".',
    'Claim it for an application instance first.',
  ),
  'topic-delete-name-mismatch': refuse(
    'To delete the topic "{name}" its name has to be typed, and "{typed}" is another one.',
    'Type {name}.',
  ),
  'topic-delete-active-group': refuse(
    'The topic "{name}" is in use: the consumer group "{group}" has {members} and is {state}.',
    'Stop the group, then ask again.',
  ),
  'topic-delete-groups-unknown': refuse(
    'The consumer groups of the topic "{name}" could not be read, so nobody knows whether it is in use.',
    'Try again when the cluster can be reached.',
  ),
  'topic-delete-protected': refuse(
    'The topic "{name}" has deletion protection.',
    'Ask its owner to turn it off first.',
  ),
  'topic-delete-grace': refuse(
    'A grace period of "{days}" days is shorter than the {least} days of this environment.',
    'Ask for {least} to 30 days.',
  ),
} as const satisfies Record<string, ProblemDefinition>;
