// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AuthResolverContext,
  createProxyAuthenticator,
  SignInResolver,
} from '@backstage/plugin-auth-node';
import { isError } from '@backstage/errors';
import { personaError } from './errors';
import { Personas } from './Personas';

/** The request header with the user reference of the chosen persona. */
export const PERSONA_HEADER = 'x-fairway-persona';

/** Which listed persona a request asks for. */
export type PersonaResult = { userRef: string };

/** The catalog fills up after the backend has started: that is no reason to give up. */
async function whenLoaded<T>(
  userRef: string,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const temporary = ['NotFoundError', 'ServiceUnavailableError'];
    if (isError(error) && temporary.includes(error.name)) {
      throw personaError('persona-not-loaded', { userRef });
    }
    throw error;
  }
}

async function readProfile(
  { userRef }: PersonaResult,
  context: AuthResolverContext,
) {
  const { entity } = await whenLoaded(userRef, () =>
    context.findCatalogUser({ entityRef: userRef }),
  );
  const { profile } = entity.spec as {
    profile?: { displayName?: string; email?: string; picture?: string };
  };
  return {
    profile: {
      displayName: profile?.displayName ?? entity.metadata.name,
      email: profile?.email,
      picture: profile?.picture,
    },
  };
}

/** Takes the browser's word for who it is, as long as the persona is listed. */
export const createPersonaAuthenticator = (personas: Personas) =>
  createProxyAuthenticator<void, PersonaResult, undefined>({
    defaultProfileTransform: readProfile,
    initialize() {},
    async authenticate({ req }) {
      const sent = req.header(PERSONA_HEADER);
      if (!sent) {
        throw personaError('persona-missing', { header: PERSONA_HEADER });
      }
      const userRef = personas.find(sent);
      if (!userRef) {
        throw personaError('persona-not-listed', { userRef: sent });
      }
      return { result: { userRef } };
    },
  });

/** The identity is the catalog's: the user and the groups that it is a member of. */
export const personaSignInResolver: SignInResolver<PersonaResult> = (
  { result: { userRef } },
  context,
) =>
  whenLoaded(userRef, () =>
    context.signInWithCatalogUser({ entityRef: userRef }),
  );
