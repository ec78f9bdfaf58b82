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

/** What can go wrong between the portal and a schema registry. */
export const REGISTRY_ERRORS = {
  'registry-unreachable': {
    type: ServiceUnavailableError,
    message:
      'The schema registry of "{cluster}" cannot be reached: {reason}. Check its address and that it is running, and try again.',
    remedy: 'Check `kafkaSelfServe.clusters.<name>.schemaRegistry.url`.',
  },
  'registry-answer-lost': {
    type: ServiceUnavailableError,
    message:
      'The schema registry of "{cluster}" did not answer "{request}": {reason}. It may have been done all the same: read the subject again before trying again.',
  },
  'registry-failed': {
    type: ServiceUnavailableError,
    message:
      'The schema registry of "{cluster}" could not do "{request}": {reason}. Try again in a moment.',
    cause: 'The registry has trouble of its own, for example with its storage.',
  },
  'registry-authentication-failed': {
    type: ServiceUnavailableError,
    message:
      'The schema registry of "{cluster}" did not let the portal sign in: {reason}. Whoever runs the portal has to correct its credentials.',
    remedy:
      'Correct `username` and `password` in `kafkaSelfServe.clusters.<name>.schemaRegistry`.',
  },
  'registry-not-authorized': {
    type: NotAllowedError,
    message:
      'The schema registry of "{cluster}" does not let the portal do "{request}": {reason}. Whoever runs the registry has to give the user of the portal access.',
  },
  'registry-subject-not-found': {
    type: NotFoundError,
    message:
      'There is no subject "{subject}" in the schema registry of "{cluster}". Correct the name, or register a schema first.',
  },
  'registry-version-not-found': {
    type: NotFoundError,
    message:
      'The subject "{subject}" in the schema registry of "{cluster}" has no such version. Read its versions again.',
  },
  'registry-schema-not-found': {
    type: NotFoundError,
    message:
      'The schema registry of "{cluster}" has no such schema. Correct the number, or read the subject again.',
  },
  'registry-schema-invalid': {
    type: InputError,
    message:
      'The schema registry of "{cluster}" does not take the schema of "{subject}": {reason}. Correct the schema and try again.',
  },
  'registry-schema-incompatible': {
    type: ConflictError,
    message:
      'The schema of "{subject}" is not compatible with what is registered in the registry of "{cluster}": {reason}. Change the schema so that both sides can read, or use another subject.',
  },
  'registry-not-soft-deleted': {
    type: ConflictError,
    message:
      'The schema registry of "{cluster}" deletes "{subject}" for good only after it was deleted softly. Do that first.',
  },
  'registry-schema-referenced': {
    type: ConflictError,
    message:
      'The schema registry of "{cluster}" keeps the schema of "{subject}": other schemas refer to it ({reason}). Delete those first.',
  },
  'registry-read-only': {
    type: ConflictError,
    message:
      'The schema registry of "{cluster}" takes no change of "{subject}": {reason}. Whoever runs the registry has to set its mode to READWRITE.',
  },
  'registry-unsupported': {
    type: NotImplementedError,
    message:
      'The schema registry of "{cluster}" cannot do "{request}": {reason}. Use a newer registry, or do without.',
  },
  'registry-refused': {
    type: InputError,
    message:
      'The schema registry of "{cluster}" refused "{request}": {reason}. Correct the request and try again.',
  },
} as const satisfies ErrorCatalogue;
