// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

// Plugins come by discovery (app.packages: all), from the dependencies in package.json.
export default createApp({ features: [navModule, signInModule] });
