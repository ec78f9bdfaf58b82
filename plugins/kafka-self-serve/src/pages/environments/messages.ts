// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export const environmentMessages = {
  title: 'Kafka environments',
  text: 'One environment is one Kafka cluster. Administrators set them up; applications live in them.',
  loading: 'The environments are loading',
  error: 'The environments could not be loaded',
  notAllowed: 'You may not see Kafka environments',
  label: 'Kafka environments',
  columns: {
    name: 'Environment',
    health: 'Health',
    version: 'Version',
    brokers: 'Brokers',
    topics: 'Topics',
    groups: 'Groups',
    applications: 'Applications',
    order: 'Order',
  },
  reachable: 'Reachable',
  unreachable: 'Not reachable',
  unread: 'Not read yet',
  embedded:
    'In memory of the portal: messages and offsets are lost over a restart',
  unknown: 'unknown',
  empty: {
    title: 'No Kafka environment yet',
    text: 'An administrator sets the first one up, or names it in the configuration under kafkaSelfServe.environments.',
  },
  embeddedUnavailable:
    'The embedded clusters cannot run: {{reason}} {{remedy}}',
} as const;
