// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What pipelines tell about merged changes, and receivers about what was dispatched to them. A report is a message to the step that waits for it, fenced by the attempt;
// it says how an apply went and can decide nothing.
import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import {
  CHANGE_KIND,
  type ChangePlan,
  DISPATCH_KIND,
  type PendingReport,
  type ReportInput,
} from '@fairway/backstage-plugin-self-service-common';
import { defineErrors } from '@fairway/errors';
import {
  REQUEST_ERRORS,
  type RequestEngine,
  type StoredRequest,
} from '@fairway/requests-node';
import { v7 as uuid } from 'uuid';
import { applyAttemptOf, REPORT_TOPIC } from '../change/steps/awaitApply';
import { REPORTED_DISPATCH } from '../dispatch/reportedDispatch';
import { selfServiceError } from '../errors';
import type { Repositories } from '../repositories/Repositories';
import type { ChangeRequests } from '../requests/ChangeRequests';
import { type ReportedKind, reportedChange } from './reported';
import type { Reporter } from './Reporters';
import { REPORT_LIMITS } from './reportInput';

/** Known to the inbox, so that a repeat is dropped, and of no interest to the step. */
const LOG_TOPIC = 'report-log';
const APPLY = 'apply';
/** After the merge, which cannot be undone, what fails is applied in part. */
const FAILED = ['failed', 'partially-applied'];
const ENDS = ['succeeded', 'failed', 'not-applied'];

const requestError = defineErrors(REQUEST_ERRORS);

export interface ReportsOptions {
  engine: Pick<RequestEngine, 'store' | 'service'>;
  changes: ChangeRequests;
  repositories: Repositories;
  auditor: AuditorService;
  logger: LoggerService;
}

/** Answer to a report. */
export interface ReportAnswer {
  requestId: string;
  attempt: number;
  /** Whether it was known already, and dropped. */
  repeated: boolean;
}

const messageId = (attempt: number, reportId: string) =>
  `report:${attempt}:${reportId}`;

export class Reports {
  readonly #options: ReportsOptions;

  static create(options: ReportsOptions): Reports {
    return new Reports(options);
  }

  private constructor(options: ReportsOptions) {
    this.#options = options;
  }

  /** Merged changes whose apply nobody has reported the end of, oldest first. */
  async pending(): Promise<PendingReport[]> {
    const { changes, engine } = this.#options;
    const items: PendingReport[] = [];
    for await (const request of changes.approved('running', 'waiting')) {
      const { id, number, plan, outputs } = request;
      const { mergeSha } = outputs;
      if (!mergeSha || !this.#isReported(plan)) continue;
      const attempt = applyAttemptOf({ request });
      const steps = await engine.store.steps(id);
      const waits = steps.some(
        step =>
          step.phase === 'execute' &&
          step.id === APPLY &&
          ['running', 'waiting'].includes(step.status),
      );
      if (!waits || (await this.#hasEnded(id, attempt))) continue;
      const { repoUrl, baseBranch, targets } = plan;
      items.push({
        ...{ requestId: id, number, repoUrl, baseBranch },
        ...{ mergeSha, attempt, targets },
      });
    }
    return items;
  }

  /**
   * @throws ConflictError `report-attempt-over`, `report-not-expected`, `report-log-full`, NotFoundError `request-not-found`
   */
  async report(
    id: string,
    input: ReportInput,
    reporter: Reporter,
  ): Promise<ReportAnswer> {
    const audited = await this.#options.auditor.createEvent({
      eventId: 'request-report',
      severityLevel: 'medium',
      meta: { requestId: id, reporter: reporter.ref, status: input.status },
    });
    try {
      const answer = await this.#report(id, input, reporter);
      await audited.success({ meta: { ...answer } });
      return answer;
    } catch (error) {
      await audited.fail({ error: error as Error });
      throw error;
    }
  }

  async #report(
    id: string,
    input: ReportInput,
    reporter: Reporter,
  ): Promise<ReportAnswer> {
    const { service, store } = this.#options.engine;
    const request = await store.get(id);
    const kind = request && this.#kindOf(request);
    if (!kind) throw requestError('request-not-found', { id });
    const { logs = [], reportId, attempt: _, ...news } = input;
    const onlyLogs = Object.keys(news).length === 0;
    // A pipeline whose answer got lost sends it again, maybe after the request has ended by it.
    const known = await this.#knownAttempt(id, { reportId, input, reporter });
    if (known !== undefined) {
      return { requestId: id, attempt: known, repeated: true };
    }
    const attempt = this.#expected(request, {
      ...{ kind, input, reporter, onlyLogs },
    });
    await this.#checkRoom(request, logs);
    // Said now, so that it is not taken for a report of a later attempt.
    const data = { ...news, attempt, by: reporter.ref } as object as JsonObject;
    if (!onlyLogs || reportId !== undefined) {
      const isNew = await service.deliver(id, {
        id: messageId(attempt, reportId ?? uuid()),
        topic: onlyLogs ? LOG_TOPIC : REPORT_TOPIC,
        data,
      });
      if (!isNew) return { requestId: id, attempt, repeated: true };
    }
    await service.appendLogs(
      id,
      logs.map(text => ({ stepId: kind.stepIds[0], text })),
    );
    if (input.status) {
      await store.appendEvent(id, {
        type: 'reported',
        actorRef: reporter.ref,
        data: { status: input.status, attempt },
      });
    }
    return { requestId: id, attempt, repeated: false };
  }

  /** The attempt for which a report of this id is there. */
  async #knownAttempt(
    id: string,
    options: { reportId?: string; input: ReportInput; reporter: Reporter },
  ): Promise<number | undefined> {
    const { reportId, input, reporter } = options;
    if (reportId === undefined) return undefined;
    const attempt = input.attempt ?? reporter.attempt;
    const inbox = await this.#options.engine.store.inbox(id);
    const found = inbox.find(
      message =>
        message.id === messageId(Number(message.data.attempt), reportId) &&
        (attempt === undefined || message.data.attempt === attempt),
    );
    return found && Number(found.data.attempt);
  }

  /** The attempt that it is about. */
  #expected(
    request: StoredRequest,
    options: {
      kind: ReportedKind;
      input: ReportInput;
      reporter: Reporter;
      onlyLogs: boolean;
    },
  ): number {
    const { kind, input, reporter, onlyLogs } = options;
    const { number, execution, failure } = request;
    const refuse = (reason: string) =>
      selfServiceError('report-not-expected', { number, reason });
    kind.check(request, { input, reporter });
    const problem = kind.problemOf(request);
    if (problem !== undefined) throw refuse(problem);
    const current = kind.attemptOf(request);
    const attempt = input.attempt ?? reporter.attempt ?? current;
    const failed =
      FAILED.includes(execution) &&
      kind.stepIds.some(stepId => stepId === failure?.stepId);
    // The attempt that has just failed may still send what it wrote last.
    const isLate = onlyLogs && failed && attempt === current - 1;
    const isOther =
      reporter.attempt !== undefined && reporter.attempt !== attempt;
    if ((attempt !== current && !isLate) || isOther) {
      throw selfServiceError('report-attempt-over', {
        attempt: isOther ? reporter.attempt! : attempt,
        number,
        current,
      });
    }
    const isOpen = ['queued', 'running', 'waiting'].includes(execution);
    // What somebody runs again there, before they retry here, counts when they do.
    if (!isOpen && !failed && !onlyLogs) {
      throw refuse('it has ended, and takes lines for its log only');
    }
    return attempt;
  }

  async #checkRoom(request: StoredRequest, logs: string[]): Promise<void> {
    if (logs.length === 0) return;
    const { requestLogLines: limit } = REPORT_LIMITS;
    const { items } = await this.#options.engine.store.logs(request.id, {
      after: limit - logs.length,
      limit: 1,
    });
    if (items.length > 0) {
      const { number } = request;
      throw selfServiceError('report-log-full', { number, limit });
    }
  }

  #kindOf({ kind }: StoredRequest): ReportedKind | undefined {
    if (kind === DISPATCH_KIND) return REPORTED_DISPATCH;
    return kind === CHANGE_KIND
      ? reportedChange(plan => this.#isReported(plan))
      : undefined;
  }

  async #hasEnded(id: string, attempt: number): Promise<boolean> {
    const inbox = await this.#options.engine.store.inbox(id);
    return inbox.some(
      ({ topic, data }) =>
        topic === REPORT_TOPIC &&
        data.attempt === attempt &&
        ENDS.includes(String(data.status)),
    );
  }

  #isReported({ repoUrl }: ChangePlan): boolean {
    try {
      const { entry } = this.#options.repositories.writable(repoUrl);
      return entry.apply === 'report';
    } catch {
      // It was taken out of the configuration since.
      return false;
    }
  }
}
