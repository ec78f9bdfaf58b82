// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type ProblemDefinition, refuse, warn } from './define';

export const OWNERSHIP_PROBLEMS = {
  'pattern-name-invalid': refuse(
    'The {type} pattern "{name}" cannot be owned: it {fault}.',
    'Write a name, or the beginning of one.',
  ),
  'pattern-covers-internal': refuse(
    'The {type} pattern "{name}" covers the topics of Kafka itself, which begin with "__".',
    'Write a longer beginning.',
  ),
  'pattern-overlap': refuse(
    'The {pattern} {type} pattern "{name}" overlaps "{other}" of the application instance {owner}.',
    'Choose a pattern that nobody else has a part of, or ask the owner to transfer it.',
  ),
  'pattern-none': refuse(
    'The application instance "{instance}" owns nothing.',
    'Give at least one pattern, for example a prefix for its topics.',
  ),
  'topic-outside-ownership': refuse(
    'The topic "{name}" is outside of what the application instance {instance} owns: {owned}.',
    'Choose a name inside it, or ask for another pattern.',
  ),
  'group-outside-ownership': refuse(
    'The consumer group "{name}" is outside of what the application instance {instance} owns: {owned}.',
    'Choose a group inside it, or ask for another pattern.',
  ),
  'transactional-id-outside-ownership': refuse(
    'The transactional id "{name}" is outside of what the application instance {instance} owns: {owned}.',
    'Choose one inside it, or ask for another pattern.',
  ),
  'subject-outside-ownership': refuse(
    'The subject "{name}" is outside of what the application instance {instance} owns: {owned}.',
    'Name it after a topic of the instance, or ask for a pattern of subjects.',
  ),
  'principal-invalid': refuse(
    'The principal "{principal}" cannot be used.',
    'Write it as User:name, with no space in it, and not as User:*.',
  ),
  'principal-none': refuse(
    'The application instance "{instance}" has no principal.',
    'Give the user that its clients sign in as, for example User:payments.',
  ),
  'principal-taken': refuse(
    'The principal "{principal}" belongs to the application instance {owner}.',
    'Use a principal of its own, so that access can be told apart.',
  ),
  'principal-not-owned': refuse(
    'The user "{username}" is not a principal of the application instance {instance}.',
    'Use one of {principals}.',
  ),
  'instance-not-found': refuse(
    'There is no application instance "{instance}" in the environment.',
    'Correct the name, or ask for the instance first.',
  ),
  'application-exists': refuse(
    'There is an application "{application}" already.',
    'Choose another name.',
  ),
  'instance-exists': refuse(
    'There is an application instance "{instance}" already.',
    'Ask for a change of it instead.',
  ),
  'grant-outside-owner': refuse(
    'Access to the topic "{name}" is not in the hand of the application instance {owner}: it owns {owned}.',
    'Ask whoever owns the topic.',
  ),
  'grant-prefix-of-literal': refuse(
    'The application instance {owner} owns single topics and cannot give access to every topic that begins with "{name}".',
    'Ask for the single topic.',
  ),
  'grant-to-owner': refuse(
    'The application instance "{instance}" owns the topic and needs no grant.',
    'Choose another instance that gets access.',
  ),
  'grant-group-missing': refuse(
    'To consume "{name}" a consumer group is needed.',
    'Name the group, or the prefix of groups, that will read.',
  ),
  'grant-field-unused': refuse(
    'A grant to {access} has no use for the {field} "{value}".',
    'Leave it out.',
  ),
  'grant-environment-differs': refuse(
    'The application instance "{instance}" is in the environment {actual}, and the grant is for {environment}.',
    'Choose an instance of {environment}.',
  ),
  'grant-expiry-past': refuse(
    'The grant would end at "{expiresAt}", which is past.',
    'Choose a time to come, or leave it out.',
  ),
  'grant-exists': refuse(
    'The application instance "{grantee}" has this access to "{name}" already.',
    'Renew or revoke that grant instead.',
  ),
  'grant-not-found': refuse(
    'There is no grant "{grant}".',
    'Look at the access of the topic and choose one.',
  ),
  'grant-ended': refuse(
    'The grant "{grant}" has ended at {at}.',
    'Ask for a new one if it is needed.',
  ),
  'claim-nothing': refuse(
    'The request names nothing to claim or transfer.',
    'Choose at least one resource.',
  ),
  'transfer-not-owned': refuse(
    'The {type} pattern "{name}" does not belong to the application instance {owner}.',
    'Choose one of {owned}.',
  ),
  'transfer-to-itself': refuse(
    'The application instance "{instance}" cannot transfer to itself.',
    'Choose another instance.',
  ),
  'grants-move-with-pattern': warn(
    'The grants on "{name}" are given by the new owner from then on.',
    'Check that they are meant to stay.',
  ),
} as const satisfies Record<string, ProblemDefinition>;
