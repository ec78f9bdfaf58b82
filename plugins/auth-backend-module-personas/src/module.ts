// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import {
  createPersonaAuthenticator,
  personaSignInResolver,
} from './authenticator';
import { personaError } from './errors';
import { Personas } from './Personas';

/**
 * Registers the auth provider `personas`. For development only: it refuses to
 * start when NODE_ENV is production.
 *
 * @public
 */
export const authModulePersonas = createBackendModule({
  pluginId: 'auth',
  moduleId: 'personas',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, providers }) {
        if (process.env.NODE_ENV === 'production') {
          throw personaError('personas-in-production');
        }
        providers.registerProvider({
          providerId: 'personas',
          factory: createProxyAuthProviderFactory({
            authenticator: createPersonaAuthenticator(
              Personas.fromConfig(config),
            ),
            signInResolver: personaSignInResolver,
          }),
        });
      },
    });
  },
});
