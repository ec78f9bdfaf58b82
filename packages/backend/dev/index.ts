// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The development entry: the portal's backend and the demo's sign-in. It is not part of the
// production bundle, which starts at ../src/index.ts.
import { backend } from '../src/backend';
import { startOrExit } from '../src/start';
import { movedClock } from './movedClock';

backend.add(import('@fairway/backstage-plugin-auth-backend-module-personas'));

// npm start says where; see docs/lifetimes.md.
const clock = process.env.FAIRWAY_CLOCK;
if (clock) backend.add(movedClock(clock));

startOrExit(backend);
