// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { parseDuration } from '@fairway/requests-common';
import { z } from 'zod';
import { wordsOf } from '../errors';
import { DEFAULT_TERMS, type LifetimeTerms } from './types';

const duration = z
  .string()
  .max(40)
  .superRefine((value, context) => {
    try {
      parseDuration(value);
    } catch (error) {
      context.addIssue({ code: 'custom', message: wordsOf(error) });
    }
  });

const termsSchema = z.looseObject({
  warn: z.array(duration).max(10).optional(),
  grace: duration.optional(),
});

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
    const selfService = template?.spec?.selfService as
      | { lifetime?: unknown }
      | undefined;
    const said = termsSchema.safeParse(selfService?.lifetime ?? {});
    if (!said.success) {
      this.#logger.warn(
        `The lifetime of "${templateRef}" cannot be read, so what it makes ends as usual`,
        { problem: said.error.message },
      );
      return DEFAULT_TERMS;
    }
    const { warn, grace } = said.data;
    return {
      warn: warn ?? DEFAULT_TERMS.warn,
      grace: grace ?? DEFAULT_TERMS.grace,
    };
  }
}
