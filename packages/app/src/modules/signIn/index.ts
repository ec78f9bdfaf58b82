// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

// The bundler knows NODE_ENV, drops the branch that cannot be taken, and with it
// everything that only that branch imports: production has no persona picker.
const loadSignInPage =
  process.env.NODE_ENV === 'production'
    ? () => import('./ProxySignInPage').then(m => m.ProxySignInPage)
    : () => import('../personas').then(m => m.PersonaSignInPage);

export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({ params: { loader: loadSignInPage } }),
  ],
});
