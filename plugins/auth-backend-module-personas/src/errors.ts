// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AuthenticationError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { defineErrors, type ErrorCatalogue } from '@fairway/errors';

/** Every error of this module by its stable code. */
export const PERSONA_ERRORS = {
  'personas-in-production': {
    type: NotAllowedError,
    message:
      'Sign-in by persona lets anybody be anybody, and NODE_ENV is "production". Remove @fairway/backstage-plugin-auth-backend-module-personas from this backend and sign in through a real provider, for example oauth2Proxy',
    cause: 'The backend refuses to start.',
  },
  'personas-invalid': {
    type: InputError,
    message:
      'The configuration key personas has the entry "{value}", which {reason}. Write it as { userRef: user:default/pia, title: Payments engineer }',
    cause: 'The backend refuses to start.',
  },
  'persona-missing': {
    type: AuthenticationError,
    message:
      'No persona was chosen: the header "{header}" is missing. Choose one on the sign-in page',
  },
  'persona-not-listed': {
    type: NotAllowedError,
    message:
      '"{userRef}" is not a persona of this portal. Choose one on the sign-in page, or add it to personas in app-config.yaml',
  },
  'persona-not-loaded': {
    type: ServiceUnavailableError,
    message:
      'The catalog is still loading and does not know "{userRef}" yet: try again in a moment. If it stays so, check that a catalog location has this user',
  },
} as const satisfies ErrorCatalogue;

/** Makes an error of the catalogue. */
export const personaError = defineErrors(PERSONA_ERRORS);
