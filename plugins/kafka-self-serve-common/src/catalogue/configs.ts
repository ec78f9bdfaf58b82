// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type ProblemDefinition, refuse, warn } from './define';

export const CONFIG_PROBLEMS = {
  'config-unknown': refuse(
    'There is no topic config "{key}" on this cluster.',
    '{suggestion}',
  ),
  'config-value-invalid': refuse(
    'The config {key} cannot be "{value}": it {fault}.',
    'Correct the value.',
  ),
  'config-set-and-removed': refuse(
    'The config "{key}" is both set and removed.',
    'Do one of the two.',
  ),
  'config-compaction-lag': refuse(
    'The config min.compaction.lag.ms of "{value}" is more than max.compaction.lag.ms of {max}.',
    'Set it to at most {max}, or raise the other one.',
  ),
  'config-tiered-storage-unavailable': refuse(
    'The config remote.storage.enable cannot be "{value}": this cluster has no tiered storage.',
    'Leave it out.',
  ),
  'config-tiered-storage-compacted': refuse(
    'Tiered storage cannot keep a topic with the cleanup.policy "{value}".',
    'Use the policy delete, or leave remote.storage.enable out.',
  ),
  'config-tiered-storage-disable': refuse(
    'The config remote.storage.enable cannot be turned "{value}" again while its remote data is kept.',
    'Set remote.log.copy.disable to true, which keeps the data and copies nothing more.',
  ),
  'config-local-retention': refuse(
    'The config {key} of "{value}" keeps more than {overall} of {limit}, or lacks a limit that the other has.',
    'Set it to at most the other, or to -2.',
  ),
  'config-copy-lag': refuse(
    'The config {key} of "{value}" is more than {other} of {limit}.',
    'Set it to at most the other, or to -1.',
  ),
  'config-copy-disabled-retention': refuse(
    'While remote.log.copy.disable is true, {key} cannot be "{value}": it has to be the same as {other}, {expected}.',
    'Set it to -2, or to the same value.',
  ),
  'policy-violated': refuse(
    'The topic policy {policy} does not allow {field} "{value}": it {fault}. {message}',
    'Change it, or ask an administrator.',
  ),
  'policy-advice': warn(
    'The topic policy {policy} advises against {field} "{value}": it {fault}. {message}',
    'Change it if you can.',
  ),
  'policy-unknown': refuse(
    'There is no topic policy "{policy}".',
    'Ask an administrator to correct the environment.',
  ),
  'limit-topics': refuse(
    'The application instance "{instance}" would have "{wanted}" topics, and its limit is {limit}.',
    'Delete one that is no longer needed, or ask for a higher limit.',
  ),
  'limit-partitions': refuse(
    'The application instance "{instance}" would have "{wanted}" partitions, and its limit is {limit}.',
    'Ask for fewer, or for a higher limit.',
  ),
  'limit-bytes': refuse(
    'The topics of the application instance "{instance}" would take up to "{wanted}" bytes, and its limit is {limit}.',
    'Lower retention.bytes or the number of partitions, or ask for a higher limit.',
  ),
  'limit-bytes-unbounded': refuse(
    'The application instance "{instance}" has a limit of {limit} bytes, and retention.bytes "{value}" sets none for the topic.',
    'Set retention.bytes, the bytes that one partition may keep.',
  ),
  'limit-not-positive': refuse(
    'The limit {limit} cannot be "{value}".',
    'Write a whole number of 0 or more, or leave it out for no limit.',
  ),
  'limit-below-usage': warn(
    'The limit {limit} of "{value}" is less than the {used} that are in use; nothing is taken away, and nothing can be added.',
    'Check that this is meant.',
  ),
  'quota-not-positive': refuse(
    'The quota {field} cannot be "{value}".',
    'Write bytes a second as a number above 0, or leave it out for no quota.',
  ),
} as const satisfies Record<string, ProblemDefinition>;
