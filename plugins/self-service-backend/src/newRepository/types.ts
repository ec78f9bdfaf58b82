// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import type { People } from '../people/People';
import type { Repositories } from '../repositories/Repositories';

/** What the kind `repository` works with. */
export interface RepositoryParts {
  auth: AuthService;
  ownership: OwnershipService;
  permissions: PermissionsService;
  people: Pick<People, 'requester'>;
  repositories: Pick<Repositories, 'beginnable'>;
}
