// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Who reports. The routes of reports are open to foreign bearer tokens, so whoever is let in is let in here: by a report
// token of exactly that request, or as an external service that Backstage has authenticated. Never a person.
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import type { ReportSettings } from '../config/readReportSettings';
import { selfServiceError } from '../errors';
import { ReportTokens } from './ReportTokens';

/** Subjects of static and signed external access tokens. */
const EXTERNAL = 'external:';

export interface Reporter {
  /** For the record: `pipeline:repo:acme/live:ref:refs/heads/main`, `external:demo-runner`. */
  ref: string;
  /** The one attempt that it may report about; any that is current, for a service. */
  attempt?: number;
}

export class Reporters {
  readonly #httpAuth: HttpAuthService;
  readonly #tokens: ReportTokens;
  readonly #subjects?: string[];

  static create(options: {
    httpAuth: HttpAuthService;
    tokens: ReportTokens;
    settings: Pick<ReportSettings, 'subjects'>;
  }): Reporters {
    return new Reporters(options);
  }

  private constructor(options: {
    httpAuth: HttpAuthService;
    tokens: ReportTokens;
    settings: Pick<ReportSettings, 'subjects'>;
  }) {
    this.#httpAuth = options.httpAuth;
    this.#tokens = options.tokens;
    this.#subjects = options.settings.subjects;
  }

  /** @throws AuthenticationError, NotAllowedError: whoever is not known to be allowed is refused */
  async of(request: Request, requestId: string): Promise<Reporter> {
    const token = bearerOf(request);
    if (token === undefined || !ReportTokens.isOne(token)) {
      return this.service(request);
    }
    const grant = await this.#tokens.find(token, requestId);
    if (!grant) throw selfServiceError('report-unauthenticated');
    return { ref: `pipeline:${grant.subject}`, attempt: grant.attempt };
  }

  /** An external service. @throws AuthenticationError, NotAllowedError */
  async service(request: Request): Promise<Reporter> {
    const { principal } = await this.#httpAuth.credentials(request, {
      allow: ['service'],
    });
    const { subject } = principal;
    const isNamed = this.#subjects?.includes(subject) ?? true;
    if (!String(subject).startsWith(EXTERNAL) || !isNamed) {
      throw selfServiceError('report-subject-refused', { subject });
    }
    return { ref: subject };
  }
}

function bearerOf(request: Request): string | undefined {
  return request.headers.authorization?.match(/^Bearer[ ]+(\S+)$/i)?.[1];
}
