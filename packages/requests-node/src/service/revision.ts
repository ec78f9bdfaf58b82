// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What a request becomes when it is planned: as a draft, when it is submitted, and for every later revision.
import type { JsonObject } from '@backstage/types';
import {
  type ApprovalRule,
  deadlines,
  type RecordedDecision,
  type StateEvent,
} from '@fairway/requests-common';
import type { NewsEvent } from '../delivery/types';
import type { StoredRequest } from '../store/types';
import { pendingRows, stepsOf } from '../worker/stepsOf';
import { openDecidersOf } from './approval';
import { clean } from './json';
import { moved, stateOf } from './life';
import { newsRows } from './news';
import type { Drawn, Planner } from './Planner';
import type { RequestParts } from './parts';
import type { Change, Loaded } from './Transitions';

/** The fields of a request that a plan fills. */
export function plannedFields({
  payload,
  planned,
  planDigest,
  approval,
}: Drawn) {
  const { plan, view, operation, resourceRefs, risks, checks } = planned;
  const { environmentRef, ownerRef } = planned;
  return {
    payload,
    plan,
    view,
    planDigest,
    operation,
    resourceRefs: [...new Set(resourceRefs)],
    environmentRef,
    ownerRef,
    risks,
    checks,
    approval,
  } satisfies Partial<StoredRequest>;
}

/** Everybody whom a rule asks. */
export function askedRefs(rule: ApprovalRule): string[] {
  return rule.mode === 'stages' ? rule.stages.flatMap(({ from }) => from) : [];
}

/** A new plan before the eyes of those who decide, or of the policy. */
export interface Opening {
  loaded: Loaded;
  drawn: Drawn;
  /** What leads there in the state machine. */
  by: Extract<StateEvent['type'], 'submit' | 'revise' | 'supersede'>;
  revision: number;
  authorRefs: string[];
  actorRef: string;
  /** Type of the event, and what it tells beside the plan. */
  event: string;
  data?: JsonObject;
  news: NewsEvent;
  detail?: string;
  /** Fields beside those of the plan. */
  set?: Pick<Partial<StoredRequest>, 'title' | 'justification'>;
}

export class Revisions {
  readonly #parts: RequestParts;
  readonly #planner: Planner;

  constructor(parts: RequestParts, planner: Planner) {
    this.#parts = parts;
    this.#planner = planner;
  }

  /**
   * Opens a request for decision, or a new revision of it: approvals that were given lapse, and the steps of the
   * submission run again. A rule of the policy approves at once only what the requester put forward themself.
   */
  open(opening: Opening): Change {
    const { loaded, drawn, by, revision, actorRef } = opening;
    const { request } = loaded;
    const { approval } = drawn;
    const now = this.#parts.clock();
    const isAuto = approval.mode === 'auto';
    const auto = isAuto && actorRef === request.requesterRef;
    const state = stateOf(loaded);
    const opened = moved(state, { type: by });
    const events: StateEvent[] = [{ type: by }];
    if (auto) events.push({ type: 'auto-approve', by: approval.by });
    // Nobody is asked, and the requester has not seen it: they are.
    const unseen = isAuto && !auto && opened.decision === 'pending';
    if (unseen) events.push({ type: 'request-changes' });
    const next = moved(state, ...events);

    const after: StoredRequest = {
      ...request,
      ...plannedFields(drawn),
      ...opening.set,
      ...next,
      revision,
      authorRefs: [
        ...new Set([
          ...opening.authorRefs,
          ...(drawn.planned.authorRefs ?? []),
        ]),
      ],
      holdsResources: true,
      draftExpiresAt: undefined,
      submittedAt: request.submittedAt ?? now,
      remindedAt: undefined,
      failure: undefined,
      statusLabel: undefined,
      summary: undefined,
      readerRefs: [
        ...new Set([
          ...request.readerRefs,
          ...(drawn.planned.readerRefs ?? []),
          ...askedRefs(approval),
        ]),
      ],
      deciderRefs: [],
      decideBy: undefined,
      remindAt: undefined,
    };
    if (next.decision === 'pending' || next.decision === 'changes-requested') {
      // A revision is decided anew, so its time begins anew.
      const { decideBy, remindAt } = deadlines(approval, now);
      after.decideBy = decideBy;
      after.remindAt = remindAt;
    }
    if (next.decision === 'pending') {
      after.deciderRefs = openDecidersOf(after, []);
    }

    const kind = this.#parts.kinds.get(request.kind);
    const context = {
      ...this.#planner.kindContext({ request: after, decisions: [] }),
      plan: drawn.planned.plan,
    };
    const submitRows = pendingRows('submit', stepsOf(kind, 'submit', context));
    const isBack = next.decision === 'changes-requested';
    const news = auto ? 'approved' : opening.news;
    const afterwards = auto ? 'execute' : undefined;
    const first = submitRows.length > 0 ? 'submit' : afterwards;
    return {
      set: changed(request, after),
      events: [
        {
          type: opening.event,
          actorRef,
          data: clean({
            ...opening.data,
            revision,
            planDigest: drawn.planDigest,
            resourceRefs: after.resourceRefs,
            rule: { mode: approval.mode, by: approval.by },
          }),
        },
        ...(auto
          ? [
              {
                type: 'auto-approved',
                actorRef: 'system',
                data: { by: approval.by, planDigest: drawn.planDigest },
              },
            ]
          : []),
      ],
      decisions: { lapse: lapsing(loaded.decisions, 'revised') },
      steps: [
        { phase: 'submit', steps: submitRows },
        // Written when they begin; those of an earlier approval are of another plan.
        { phase: 'execute', steps: [] },
      ],
      job: first ? { phase: first, runAt: now } : 'none',
      outbox: newsRows({
        request: after,
        event: isBack ? 'changes-requested' : news,
        actorRef: auto ? 'system' : actorRef,
        detail: opening.detail,
        to: next.decision === 'pending' ? 'deciders' : 'requester',
        webhookPlaces: this.#parts.webhookPlaces,
      }),
    };
  }
}

/** Words that count no longer. */
export function lapsing(
  decisions: RecordedDecision[],
  lapsed: NonNullable<RecordedDecision['lapsed']>,
): { id: string; lapsed: typeof lapsed }[] {
  return decisions
    .filter(decision => !decision.lapsed)
    .map(({ id }) => ({ id, lapsed }));
}

/** The fields that are another value now. */
export function changed(
  before: StoredRequest,
  after: StoredRequest,
): Change['set'] {
  const { id, number, rowVersion, updatedAt, ...rest } = after;
  return Object.fromEntries(
    Object.entries(rest).filter(
      ([name, value]) => before[name as keyof StoredRequest] !== value,
    ),
  );
}
