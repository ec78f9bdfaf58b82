// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createRequestPermissions } from '@fairway/requests-common';

/**
 * `self-service.request.read`, `.create`, `.update`, `.decide` and `.administer`.
 *
 * @public
 */
export const selfServiceRequestPermissions =
  createRequestPermissions('self-service');
