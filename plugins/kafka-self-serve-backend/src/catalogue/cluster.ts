// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  NotImplementedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { ErrorCatalogue } from '@fairway/errors';

/** What can go wrong between the portal and a Kafka cluster. */
export const CLUSTER_ERRORS = {
  'kafka-unreachable': {
    type: ServiceUnavailableError,
    message:
      'The Kafka cluster "{cluster}" cannot be reached: {reason}. Check its addresses and that it is running, and try again; nothing was changed.',
    cause:
      'No broker takes connections at the configured addresses, or a firewall keeps the portal away.',
    remedy:
      'Check `kafkaSelfServe.clusters.<name>.bootstrapServers` and the network between the portal and the brokers.',
  },
  'kafka-answer-lost': {
    type: ServiceUnavailableError,
    message:
      'The Kafka cluster "{cluster}" did not answer {request}: {reason}. It may have been done all the same: read the cluster again before trying again.',
    cause:
      'The connection broke, or the time was over, after the request had been sent.',
  },
  'kafka-not-ready': {
    type: ServiceUnavailableError,
    message:
      'The Kafka cluster "{cluster}" is not ready for {request} yet: {reason}. Try again in a moment.',
    cause:
      'A leader or coordinator is being elected, or the brokers have just started.',
  },
  'kafka-authentication-failed': {
    type: ServiceUnavailableError,
    message:
      'The Kafka cluster "{cluster}" did not let the portal sign in: {reason}. Whoever runs the portal has to correct the credentials of the cluster.',
    cause:
      'The user, the password or the mechanism in the configuration is wrong, or the listener expects something else.',
    remedy: 'Correct `kafkaSelfServe.clusters.<name>.sasl`.',
  },
  'kafka-tls-failed': {
    type: ServiceUnavailableError,
    message:
      'No secure connection to the Kafka cluster "{cluster}" could be made: {reason}. Whoever runs the portal has to correct the TLS settings of the cluster.',
    cause:
      'The certificate of a broker is not trusted or is for another host, the broker wants a client certificate, or one side speaks TLS and the other does not.',
    remedy: 'Correct `kafkaSelfServe.clusters.<name>.tls`.',
  },
  'kafka-not-authorized': {
    type: NotAllowedError,
    message:
      'The Kafka cluster "{cluster}" does not let the portal do {request}: {reason}. Whoever runs the cluster has to give the user of the portal access.',
    cause: 'The user that the portal signs in with lacks an ACL.',
    remedy:
      'Make the user a super user, or allow it what the README of the backend lists.',
  },
  'kafka-unsupported': {
    type: NotImplementedError,
    message:
      'The Kafka cluster "{cluster}" cannot do {request}: {reason}. Use a newer Kafka, or do without.',
    cause: 'The brokers are too old or leave the feature out.',
  },
  'kafka-throttled': {
    type: ServiceUnavailableError,
    message:
      'The Kafka cluster "{cluster}" takes no more {request} for now: {reason}. Try again in a minute.',
    cause: 'A quota on changes of the cluster is used up.',
  },
  'kafka-busy': {
    type: ConflictError,
    message:
      'The Kafka cluster "{cluster}" is busy with {request}: {reason}. Try again when that is over.',
    cause: 'For example a reassignment of partitions is in progress.',
  },
  'kafka-refused': {
    type: InputError,
    message:
      'The Kafka cluster "{cluster}" refused {request}: {reason}. Correct the request and try again.',
    cause: 'The broker gives the reason in its own words.',
  },
  'kafka-topic-exists': {
    type: ConflictError,
    message:
      'The topic "{name}" is in the Kafka cluster "{cluster}" already. Choose another name, or import the topic.',
  },
  'kafka-topic-not-found': {
    type: NotFoundError,
    message:
      'There is no topic "{name}" in the Kafka cluster "{cluster}". Correct the name, or read the cluster again: it may have been deleted.',
  },
  'kafka-topic-name-invalid': {
    type: InputError,
    message:
      'The Kafka cluster "{cluster}" does not take "{name}" as the name of a topic: {reason}. Choose another name.',
  },
  'kafka-partitions-invalid': {
    type: InputError,
    message:
      'The Kafka cluster "{cluster}" refused the partitions of "{name}": {reason}. Ask for another number.',
  },
  'kafka-replication-invalid': {
    type: InputError,
    message:
      'The Kafka cluster "{cluster}" refused the replication of "{name}": {reason}. Ask for no more replicas than there are brokers.',
  },
  'kafka-config-invalid': {
    type: InputError,
    message:
      'The Kafka cluster "{cluster}" refused the configs of "{name}": {reason}. Correct the value and try again.',
  },
  'kafka-policy-violated': {
    type: NotAllowedError,
    message:
      'A policy of the Kafka cluster "{cluster}" forbids this for "{name}": {reason}. Ask for what the policy allows, or whoever runs the cluster.',
    cause:
      'The brokers have a `create.topic.policy` or `alter.config.policy` of their own.',
  },
  'kafka-topic-deletion-disabled': {
    type: NotAllowedError,
    message:
      'The Kafka cluster "{cluster}" deletes no topics, so "{name}" stays. Whoever runs the cluster has to set delete.topic.enable.',
  },
  'kafka-group-not-found': {
    type: NotFoundError,
    message:
      'There is no consumer group "{name}" in the Kafka cluster "{cluster}". Correct the name, or read the cluster again: it may have been deleted.',
  },
  'kafka-group-not-empty': {
    type: ConflictError,
    message:
      'The consumer group "{name}" in the Kafka cluster "{cluster}" has members. Stop its consumers, and try again when their sessions have ended.',
  },
  'kafka-acls-disabled': {
    type: NotImplementedError,
    message:
      'The Kafka cluster "{cluster}" keeps no ACLs: it has no authorizer. Everyone may do everything there until whoever runs it sets one up.',
    cause: 'The brokers run without `authorizer.class.name`.',
  },
  'kafka-user-not-found': {
    type: NotFoundError,
    message:
      'The Kafka cluster "{cluster}" has no such credential of the user "{name}". Read the cluster again: it may have been deleted.',
  },
  'kafka-user-invalid': {
    type: InputError,
    message:
      'The Kafka cluster "{cluster}" refused the credential of the user "{name}": {reason}. Correct it and try again.',
  },
} as const satisfies ErrorCatalogue;
