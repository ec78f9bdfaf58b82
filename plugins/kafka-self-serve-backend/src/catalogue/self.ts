// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { ErrorCatalogue } from '@fairway/errors';

/** What is wrong with a call, whatever the cluster says. */
export const SELF_ERRORS = {
  'kafka-config-key-invalid': {
    type: InputError,
    message:
      'The key "{key}" in the configuration cannot be used: {reason}. Correct it and start the portal again.',
  },
  'kafka-environment-not-found': {
    type: NotFoundError,
    message:
      'There is no Kafka environment "{name}". Choose one of the list of environments.',
  },
  'kafka-environment-exists': {
    type: ConflictError,
    message:
      'There is a Kafka environment "{name}" already. Choose another name, or change the one that is there.',
  },
  'kafka-environment-configured': {
    type: ConflictError,
    message:
      'The Kafka environment "{name}" comes from the configuration of the portal. Change it there, under kafkaSelfServe.environments.',
  },
  'kafka-environment-refused': {
    type: InputError,
    message: 'The Kafka environment "{name}" cannot be kept: {reason}',
  },
  'kafka-environment-not-proved': {
    type: ServiceUnavailableError,
    message:
      'The cluster of the connection "{connection}" could not be asked for its id ({reason}), so nothing proves that no other environment has it. Correct the connection or start the cluster, then try again.',
  },
  'kafka-cluster-replaced': {
    type: ConflictError,
    message:
      'The Kafka environment "{name}" is the cluster "{expected}", and its brokers now say that they are "{found}". Correct the connection in the configuration; for another cluster make another environment.',
  },
  'kafka-not-found': {
    type: NotFoundError,
    message:
      'There is no {type} "{name}" that you can see. Correct the name, or ask its owner to show it to you.',
  },
  'kafka-policy-configured': {
    type: ConflictError,
    message:
      'The topic policy "{name}" comes from the configuration of the portal. Change it there, under kafkaSelfServe.policies.',
  },
  'kafka-policy-in-use': {
    type: ConflictError,
    message:
      'The topic policy "{name}" cannot be deleted: it holds in {environments}. Take it out of there first.',
  },
  'kafka-row-moved': {
    type: ConflictError,
    message:
      '"{name}" was changed by somebody else since you read it. Read it again, then repeat what you want to change.',
  },
  'kafka-cursor-invalid': {
    type: InputError,
    message:
      'The cursor "{cursor}" is not one of this list. Begin with the first page again.',
  },
  'kafka-input-invalid': {
    type: InputError,
    message: 'The input cannot be used: {reason}. Correct it and try again.',
  },
  'kafka-not-administrator': {
    type: NotAllowedError,
    message:
      '"{user}" is no administrator of Kafka self-serve, and only they may {what}. Ask one of them.',
  },
  'kafka-not-owner': {
    type: NotAllowedError,
    message:
      '"{user}" is in none of the groups that own {subject} ({owners}). Ask one of them.',
  },
  'kafka-denied': {
    type: NotAllowedError,
    message:
      'The ownership policy does not let "{user}" ask for {subject}: {reason}',
  },
  'kafka-no-policy': {
    type: NotAllowedError,
    message:
      'The environment "{environment}" could not be checked with the ownership policy ({reason}), so nothing can be asked for there. Try again in a moment, or ask whoever runs the portal.',
  },
  'kafka-permission-denied': {
    type: NotAllowedError,
    message:
      "The portal's permission policy does not let you {what}. Ask whoever runs the portal.",
  },
  'kafka-password-gone': {
    type: NotFoundError,
    message:
      'There is no password of the request "{request}" to be shown to you: it was shown already, its time is over, or somebody else asked for it. Ask for a rotation to get a new one.',
  },
  'kafka-embedded-unavailable': {
    type: ServiceUnavailableError,
    message: 'The embedded cluster "{name}" cannot run: {reason} {remedy}',
  },
} as const satisfies ErrorCatalogue;
