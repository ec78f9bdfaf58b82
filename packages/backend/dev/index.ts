// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The development entry: the portal's backend and the demo's sign-in. It is not part of the
// production bundle, which starts at ../src/index.ts.
import { backend } from '../src/backend';
import { startOrExit } from '../src/start';

backend.add(import('@fairway/backstage-plugin-auth-backend-module-personas'));

startOrExit(backend);
