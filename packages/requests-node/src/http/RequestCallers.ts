// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { RequestPermissions } from '@fairway/requests-common';
import type { Request } from 'express';
import type { Caller } from '../service/types';
import type { PeopleDirectory } from '../types';

/** What it takes to know who calls. */
export interface CallerOptions {
  httpAuth: HttpAuthService;
  people: PeopleDirectory;
  permissions: PermissionsService;
  requestPermissions: RequestPermissions;
  /** Users and groups by the configuration. */
  administrators: string[];
}

/** Tells who calls: a signed-in person, and whether they administer the plugin's requests. */
export class RequestCallers {
  readonly #options: CallerOptions;

  static create(options: CallerOptions): RequestCallers {
    return new RequestCallers(options);
  }

  private constructor(options: CallerOptions) {
    this.#options = options;
  }

  async of(request: Request): Promise<Caller> {
    const { httpAuth, people, permissions } = this.#options;
    const { administrators, requestPermissions } = this.#options;
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const ref = credentials.principal.userEntityRef;
    const refs = await people.refsOf(ref);
    let isAdministrator = refs.some(each => administrators.includes(each));
    if (isAdministrator) {
      const [{ result }] = await permissions.authorize(
        [{ permission: requestPermissions.administer }],
        { credentials },
      );
      isAdministrator = result === AuthorizeResult.ALLOW;
    }
    return {
      actor: { type: 'user', ref, credentials },
      isAdministrator,
      request,
    };
  }
}
