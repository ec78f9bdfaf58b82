// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { parseSelfServiceSpec } from '@fairway/backstage-plugin-self-service-common';
import { DEFAULT_TERMS, type LifetimeTerms } from './types';

/** How templates want the ends of what they make announced: `spec.selfService.lifetime` of the template in the catalog. */
export class TemplateTerms {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
  }): TemplateTerms {
    return new TemplateTerms(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
  }

  /**
   * What the template says, and the usual where it says nothing that can be read.
   *
   * @throws where the catalog does not answer
   */
  async of(templateRef: string | undefined): Promise<LifetimeTerms> {
    if (!templateRef) return DEFAULT_TERMS;
    const template = await this.#catalog.getEntityByRef(templateRef, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    const selfService = template?.spec?.selfService;
    if (!selfService) return DEFAULT_TERMS;
    const said = parseSelfServiceSpec(selfService);
    if ('problems' in said) {
      const problem = said.problems.join('; ');
      this.#logger.warn(
        `What "${templateRef}" makes ends as usual, since its own words cannot be read`,
        { problem },
      );
      return DEFAULT_TERMS;
    }
    const { warn, grace } = said.spec.lifetime ?? {};
    return {
      warn: warn ?? DEFAULT_TERMS.warn,
      grace: grace ?? DEFAULT_TERMS.grace,
    };
  }
}
