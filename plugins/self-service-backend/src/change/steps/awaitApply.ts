// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// How it is known that a merged change was applied, by the repository's `apply`. The portal applies nothing itself.
import type {
  ApplyMode,
  ReportInput,
} from '@fairway/backstage-plugin-self-service-common';
import type { HostedCheck } from '@fairway/git-host';
import type { RequestCheck } from '@fairway/requests-common';
import type { StepResult } from '@fairway/requests-node';
import type { ChangeParts, ChangeStep, ChangeStepContext } from '../types';
import { outputsOf } from '../types';

/** Topic of a pipeline's reports, and of the host's news about a commit, in the inbox of a request. */
export const REPORT_TOPIC = 'report';
export const HOST_TOPIC = 'host';

/** The net below webhooks. */
const POLL_MILLISECONDS = 30_000;
/** Checks begin a while after a merge. */
const CHECKS_BEGIN_WITHIN_MILLISECONDS = 10 * 60_000;
const APPLY_WITHIN_MILLISECONDS = 6 * 3_600_000;

async function byChecks(
  context: ChangeStepContext,
  parts: ChangeParts,
): Promise<StepResult> {
  const { now, plan } = context;
  const { host, repository } = parts.repositories.writable(plan.repoUrl);
  const found = await host.checks(repository, {
    sha: outputsOf(context).mergeSha!,
  });
  const began = beganAt(context);
  const keep = { internal: { applyBeganAt: began.toISOString() } };
  const age = now.getTime() - began.getTime();
  const checks = found.map(toCheck);
  const failed = found.filter(({ state }) =>
    ['failed', 'cancelled'].includes(state),
  );
  if (failed.length > 0) {
    return {
      status: 'failed',
      code: 'apply-failed',
      message: `${failed
        .map(({ name, summary }) => (summary ? `${name}: ${summary}` : name))
        .join('; ')} failed for the merged commit.`,
      next: 'Look at the log behind the check, run it again there, then retry here.',
      retryable: true,
      checks,
      statusLabel: 'apply failed',
    };
  }
  const open = found.filter(({ state }) =>
    ['queued', 'running'].includes(state),
  );
  if (found.length > 0 && open.length === 0) {
    return {
      status: 'done',
      statusLabel: 'applied',
      checks,
      outputs: { ...keep, applied: 'applied' },
    };
  }
  if (found.length === 0 && age > CHECKS_BEGIN_WITHIN_MILLISECONDS) {
    return {
      status: 'failed',
      code: 'apply-not-seen',
      message: 'No check or deployment of the merged commit has begun.',
      next: 'See whether the pipeline of the repository runs, then retry; or set selfService.repositories[].apply to "none".',
      retryable: true,
    };
  }
  return (
    late(context, age) ?? {
      status: 'waiting',
      until: new Date(now.getTime() + POLL_MILLISECONDS),
      waitingFor: open.length
        ? `checks of the merged commit: ${open
            .map(({ name }) => name)
            .join(', ')}`
        : 'the pipeline to begin',
      checks,
      outputs: keep,
      statusLabel: open.length ? 'applying' : 'merged; waits for the pipeline',
    }
  );
}

async function byReports(context: ChangeStepContext): Promise<StepResult> {
  const { inbox, now } = context;
  const attempt = applyAttemptOf(context);
  const began = beganAt(context);
  const applyBeganAt = began.toISOString();
  const keep = { internal: { applyBeganAt, applyAttempt: attempt } };
  const reports = inbox
    .filter(({ topic }) => topic === REPORT_TOPIC)
    .map(({ data }) => data as ReportInput)
    .filter(report => (report.attempt ?? attempt) === attempt);
  const news = {
    links: reports.flatMap(({ links = [] }) => links),
    ...latest(reports, 'statusLabel'),
    ...latest(reports, 'summary'),
  };
  const ended = reports.findLast(({ status }) =>
    ['succeeded', 'failed', 'not-applied'].includes(status ?? ''),
  );
  switch (ended?.status) {
    case 'succeeded':
      return {
        ...news,
        status: 'done',
        outputs: { ...keep, applied: 'applied' },
      };
    case 'not-applied':
      return {
        ...news,
        status: 'done',
        outputs: { ...keep, applied: 'not-applied' },
      };
    case 'failed':
      // The next run is another attempt: what this one still reports counts no more.
      await context.keep({
        internal: { applyBeganAt, applyAttempt: attempt + 1 },
      });
      return {
        ...news,
        status: 'failed',
        code: 'apply-failed',
        message: ended.summary ?? 'The pipeline reported a failure.',
        next: 'Read the log below. What is merged stays merged: retry the apply, or ask for a change that corrects it.',
        retryable: true,
        outputs: { applied: 'failed' },
      };
    default:
      return (
        late(context, now.getTime() - began.getTime()) ?? {
          statusLabel: 'merged; waits for the pipeline',
          ...news,
          status: 'waiting',
          until: new Date(now.getTime() + POLL_MILLISECONDS),
          waitingFor: reports.length
            ? 'the pipeline to end'
            : 'the pipeline to report',
          outputs: keep,
        }
      );
  }
}

/** Of the apply: goes up when a failed one is tried again. */
export function applyAttemptOf(context: {
  request: { outputs: object };
}): number {
  return outputsOf(context).applyAttempt ?? 1;
}

function beganAt(context: ChangeStepContext): Date {
  const { applyBeganAt } = outputsOf(context);
  return applyBeganAt ? new Date(applyBeganAt) : context.now;
}

function late(context: ChangeStepContext, age: number): StepResult | undefined {
  if (age <= APPLY_WITHIN_MILLISECONDS) return undefined;
  return {
    status: 'failed',
    code: 'apply-timed-out',
    message: 'The pipeline has not ended within 6 hours.',
    next: 'See what it does, then retry to wait again.',
    retryable: true,
    outputs: { internal: { applyBeganAt: context.now.toISOString() } },
  };
}

function latest<TKey extends 'statusLabel' | 'summary'>(
  reports: ReportInput[],
  key: TKey,
): Partial<Record<TKey, string>> {
  const value = reports.findLast(report => report[key])?.[key];
  return value === undefined ? {} : ({ [key]: value } as Record<TKey, string>);
}

const STATES: Record<HostedCheck['state'], RequestCheck['state']> = {
  queued: 'queued',
  running: 'running',
  succeeded: 'passed',
  failed: 'failed',
  cancelled: 'failed',
  skipped: 'skipped',
};

function toCheck({ name, state, summary, url }: HostedCheck): RequestCheck {
  return {
    name,
    state: STATES[state],
    ...(summary && { summary }),
    ...(url && { url }),
  };
}

const BY_MODE: Record<
  ApplyMode,
  (context: ChangeStepContext, parts: ChangeParts) => Promise<StepResult>
> = {
  none: async () => ({
    status: 'done',
    statusLabel: 'merged; no pipeline connected',
    summary:
      'Merged. No pipeline is connected, so whether it is applied is not known here.',
    outputs: { applied: 'unknown' },
  }),
  checks: byChecks,
  report: byReports,
};

export function awaitApply(parts: ChangeParts): ChangeStep {
  return {
    id: 'apply',
    title: 'Apply',
    async run(context): Promise<StepResult> {
      const { entry } = parts.repositories.writable(context.plan.repoUrl);
      return BY_MODE[entry.apply](context, parts);
    },
  };
}
