// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AuthenticationError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';

/** Every error of this module; the codes are stable. */
export type PersonaErrorCode =
  | 'PERSONAS_IN_PRODUCTION'
  | 'PERSONAS_INVALID'
  | 'PERSONA_MISSING'
  | 'PERSONA_NOT_LISTED'
  | 'PERSONA_NOT_LOADED';

const withCode = <TError extends Error>(
  code: PersonaErrorCode,
  error: TError,
): TError & { code: PersonaErrorCode } => Object.assign(error, { code });

/** The backend refuses to start. */
export const personasInProduction = () =>
  withCode(
    'PERSONAS_IN_PRODUCTION',
    new NotAllowedError(
      `Sign-in by persona lets anybody be anybody, and NODE_ENV is "production". Remove @fairway/backstage-plugin-auth-backend-module-personas from this backend and sign in through a real provider, for example oauth2Proxy`,
    ),
  );

/** The backend refuses to start. */
export const personasInvalid = (options: { value: string; reason: string }) =>
  withCode(
    'PERSONAS_INVALID',
    new InputError(
      `The configuration key personas has the entry "${options.value}", which ${options.reason}. Write it as { userRef: user:default/pia, title: Payments engineer }`,
    ),
  );

/** 401 */
export const personaMissing = (header: string) =>
  withCode(
    'PERSONA_MISSING',
    new AuthenticationError(
      `No persona was chosen: the header "${header}" is missing. Choose one on the sign-in page`,
    ),
  );

/** 403 */
export const personaNotListed = (userRef: string) =>
  withCode(
    'PERSONA_NOT_LISTED',
    new NotAllowedError(
      `"${userRef}" is not a persona of this portal. Choose one on the sign-in page, or add it to personas in app-config.yaml`,
    ),
  );

/** 503: worth asking again. */
export const personaNotLoaded = (userRef: string) =>
  withCode(
    'PERSONA_NOT_LOADED',
    new ServiceUnavailableError(
      `The catalog is still loading and does not know "${userRef}" yet: try again in a moment. If it stays so, check that a catalog location has this user`,
    ),
  );
