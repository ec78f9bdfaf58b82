// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type {
  ReportTokenAnswer,
  ReportTokenInput,
} from '@fairway/backstage-plugin-self-service-common';
import { parseRepoUrl } from '@fairway/git-host';
import { applyAttemptOf } from '../change/steps/awaitApply';
import type { SelfServiceSettings } from '../config/readSelfServiceConfig';
import { selfServiceError, wordsOf } from '../errors';
import type { ChangeRequest, ChangeRequests } from '../requests/ChangeRequests';
import type { Pipeline, PipelineIdentity } from './PipelineIdentity';
import type { ReportTokens } from './ReportTokens';

export interface TokenExchangeOptions {
  identity: PipelineIdentity;
  tokens: ReportTokens;
  changes: ChangeRequests;
  settings: Pick<SelfServiceSettings, 'repositories' | 'report'>;
  auditor: AuditorService;
  logger: LoggerService;
  clock: () => Date;
}

/** Swaps the OIDC token of a pipeline for a report token of the request whose merge it runs for. */
export class TokenExchange {
  readonly #options: TokenExchangeOptions;

  static create(options: TokenExchangeOptions): TokenExchange {
    return new TokenExchange(options);
  }

  private constructor(options: TokenExchangeOptions) {
    this.#options = options;
  }

  /**
   * @throws AuthenticationError `report-token-refused`, the same for every reason, ServiceUnavailableError
   * `report-issuer-unavailable`
   */
  async swap(input: ReportTokenInput): Promise<ReportTokenAnswer> {
    const { auditor, logger } = this.#options;
    const audited = await auditor.createEvent({
      eventId: 'report-token-issue',
      severityLevel: 'medium',
    });
    try {
      const { answer, pipeline } = await this.#swap(input);
      const { requestId, attempt } = answer;
      const { subject, issuer } = pipeline;
      await audited.success({
        meta: { requestId, attempt, subject, issuer: issuer.issuer },
      });
      return answer;
    } catch (error) {
      const reason = wordsOf(error);
      logger.info('A report token was refused', { reason });
      await audited.fail({ error: error as Error, meta: { reason } });
      if (isUnavailable(error)) throw error;
      throw selfServiceError('report-token-refused', {}, { cause: error });
    }
  }

  async #swap(
    input: ReportTokenInput,
  ): Promise<{ answer: ReportTokenAnswer; pipeline: Pipeline }> {
    const { clock, identity, settings, tokens } = this.#options;
    const pipeline = await identity.verify(input.token);
    const { commitSha, subject } = pipeline;
    if (input.commitSha !== undefined && input.commitSha !== commitSha) {
      throw new Error(`the token is of commit "${commitSha}"`);
    }
    const request = await this.#mergedBy(pipeline);
    const attempt = applyAttemptOf({ request });
    const { id: requestId } = request;
    const expiresAt = new Date(
      clock().getTime() + settings.report.tokenMilliseconds,
    );
    const token = await tokens.issue({
      ...{ requestId, attempt, subject, expiresAt },
    });
    return {
      answer: { requestId, token, attempt, expiresAt: expiresAt.toISOString() },
      pipeline,
    };
  }

  async #mergedBy(pipeline: Pipeline): Promise<ChangeRequest> {
    const repoUrl = this.#repositoryOf(pipeline);
    const found = this.#options.changes.approved(
      ...(['queued', 'running', 'waiting', 'partially-applied'] as const),
    );
    for await (const request of found) {
      const { plan, outputs } = request;
      if (plan.repoUrl === repoUrl && outputs.mergeSha === pipeline.commitSha) {
        return request;
      }
    }
    throw new Error(
      `no request waits for commit "${pipeline.commitSha}" of "${repoUrl}"`,
    );
  }

  /** The one repository of that name that is reported about; two of the same name on different hosts are none. */
  #repositoryOf({ issuer, repository }: Pipeline): string {
    const named = this.#options.settings.repositories.filter(({ repoUrl }) => {
      const { host, owner, repo } = parseRepoUrl(repoUrl);
      return (
        `${owner}/${repo}`.toLowerCase() === repository.toLowerCase() &&
        (issuer.host ?? host) === host
      );
    });
    const [one, ...others] = named;
    if (one?.apply !== 'report' || others.length > 0) {
      throw new Error(`"${repository}" is no one repository that is reported`);
    }
    return one.repoUrl;
  }
}

function isUnavailable(error: unknown): boolean {
  return (error as { code?: string }).code === 'report-issuer-unavailable';
}
