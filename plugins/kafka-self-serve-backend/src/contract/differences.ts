// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What the other sides of the ports do otherwise, each with its reason. The
 * contract asserts both: the rule where it holds, and the difference where it is
 * known, so that one that goes away is noticed.
 */
export const KNOWN_DIFFERENCES = {
  'config-values-unchecked': {
    of: 'embedded cluster',
    reason:
      'it takes any value of a topic config, and any key; the rules of the common package check them against a snapshot of Kafka',
  },
  'few-configs-described': {
    of: 'embedded cluster',
    reason: 'it describes 10 topic configs, and Kafka 4.4 has 37',
  },
  'topic-names-unchecked': {
    of: 'embedded cluster',
    reason:
      'it takes names that Kafka refuses; the rules of the common package refuse them before',
  },
  'quota-values-unchecked': {
    of: 'embedded cluster',
    reason: 'it takes a rate below zero',
  },
  'scram-iterations-ignored': {
    of: 'embedded cluster',
    reason:
      'it tells every user that signs in 4096 iterations, so a user made with more cannot sign in',
  },
  'no-reasons': {
    of: 'Apicurio 3.3',
    reason: 'it answers whether a schema is compatible, and not why not',
  },
  'level-none-when-unset': {
    of: 'Apicurio 3.3',
    reason: 'it says NONE of a subject that follows the level of all',
  },
  'modes-not-enforced': {
    of: 'Apicurio 3.3',
    reason:
      'it keeps a mode and takes schemas all the same; of a subject without its own it says the mode of all',
  },
} as const;

export type KnownDifference = keyof typeof KNOWN_DIFFERENCES;
