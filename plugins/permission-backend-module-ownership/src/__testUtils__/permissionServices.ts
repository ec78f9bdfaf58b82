// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { permissionsRegistryServiceFactory } from '@backstage/backend-defaults/permissionsRegistry';
import {
  type AuthService,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

/**
 * The services that a test backend replaces with ones that allow everything,
 * as they are in a portal: what is asked on behalf of a person comes from a
 * plugin, and the permission backend answers.
 */
export const realPermissionServices = [
  permissionsServiceFactory,
  permissionsRegistryServiceFactory,
  httpAuthServiceFactory,
  createServiceFactory({
    service: coreServices.auth,
    deps: { plugin: coreServices.pluginMetadata },
    factory: ({ plugin }) => withActors(plugin.getId()),
  }),
];

/** The test tokens, with the plugin that acts for a person: without it the permission backend refuses. */
function withActors(pluginId: string): AuthService {
  const auth = mockServices.auth({ pluginId, disableDefaultAuthPolicy: false });
  const authenticate: AuthService['authenticate'] =
    auth.authenticate.bind(auth);
  return Object.assign(auth, {
    async authenticate(...[token, options]: Parameters<typeof authenticate>) {
      const credentials = await authenticate(token, options);
      return token.includes('"target"') && auth.isPrincipal(credentials, 'user')
        ? mockCredentials.user(credentials.principal.userEntityRef, {
            actor: { subject: 'plugin:test' },
          })
        : credentials;
    },
  });
}
