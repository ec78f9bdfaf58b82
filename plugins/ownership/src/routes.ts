// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createRouteRef } from '@backstage/frontend-plugin-api';

/** All pages of ownership. */
export const rootRouteRef = createRouteRef();

/** Who may do an action where. */
export const matrixRouteRef = createRouteRef();

/** Who can do one thing. */
export const whoCanRouteRef = createRouteRef();

/** Why somebody may or may not. */
export const explainRouteRef = createRouteRef();

/** What a draft of the policy would change. */
export const simulateRouteRef = createRouteRef();

/** Break-glass grants. */
export const breakGlassRouteRef = createRouteRef();
