// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The first step of every request that changes a cluster, and the way back when somebody else was there.
import { planDigestOf } from '@fairway/requests-common';
import { isOutage, isRefusal, whileReachable } from '../execute/outage';
import { planRequest } from '../plan/planRequest';
import type {
  KafkaStep,
  KafkaStepContext,
  StepParts,
  StepResult,
} from './types';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The plan of this moment, made like the one that was approved. */
function planNow(
  { request, now, logger }: KafkaStepContext,
  { kind, parts }: StepParts,
) {
  return planRequest({
    kind,
    payload: request.payload,
    context: {
      purpose: 'execute',
      requesterRef: request.requesterRef,
      actor: { type: 'service', ref: 'system' },
      request,
      now,
      logger,
    },
    parts,
  });
}

/** Plans again before the first write: another plan is put before people again, and nothing is done. */
export function look(options: StepParts): KafkaStep {
  const { kind, plan, parts } = options;
  return {
    id: 'look',
    title: 'Look whether the cluster is as it was when this was approved',
    run: context =>
      whileReachable(
        context,
        async () => {
          const { planned } = await planNow(context, options);
          const { plan: current, view } = planned;
          const digest = planDigestOf({ kind, plan: current, view });
          if (digest !== context.planDigest) {
            return {
              status: 'superseded',
              message:
                'The cluster is not as it was when this was approved: somebody changed it meanwhile.',
            };
          }
          const { graceDays = 0, environment = '' } = plan;
          const deleting = plan.works.flatMap(work =>
            work.action === 'topic.delete' ? [work.before.name] : [],
          );
          const deleteAfter = new Date(
            context.now.getTime() + graceDays * DAY_MS,
          ).toISOString();
          return {
            status: 'done',
            outputs: {
              internal: {
                looked: context.request.revision,
                ...(deleting.length > 0 && { deleting, deleteAfter }),
              },
            },
            also: async transaction => {
              const { topics } = parts.stores.within(transaction);
              for (const name of deleting) {
                await topics.setDeleting(environment, name, deleteAfter);
              }
            },
          };
        },
        { untouched: () => true },
      ),
  };
}

/**
 * Somebody else was there in the middle of it. As long as everything can be put
 * back, what is there now is planned anew and put before people again; after
 * that the request stops and says how far it came.
 */
export async function changedMeanwhile(
  found: string,
  options: StepParts & {
    context: KafkaStepContext;
    canFallBack: boolean;
    begun: boolean;
  },
): Promise<StepResult> {
  const { context, canFallBack, begun } = options;
  const message = `Somebody changed the cluster meanwhile: ${found}.`;
  const left = begun ? {} : { untouched: true as const };
  if (!canFallBack) {
    return {
      status: 'failed',
      code: 'kafka-changed-meanwhile',
      message,
      next: 'Put the cluster back and try again, or ask for what is left with a new request.',
      retryable: true,
      ...left,
    };
  }
  try {
    await planNow(context, options);
  } catch (error) {
    if (isOutage(error) || !isRefusal(error)) throw error;
    return {
      status: 'failed',
      code: error.code,
      message: `${message} ${error.message}`,
      next: 'Put the cluster back and try again, or cancel the request.',
      retryable: true,
      ...left,
    };
  }
  return { status: 'superseded', message };
}
