// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// An approval is asked for when it is used: is it still the plan that was approved, and do those who approved it still
// belong to those whom the policy asks?
import { deadlines, type RequestStep } from '@fairway/requests-common';
import { openDecidersOf, progressOf, standing } from '../service/approval';
import type { ServiceParts } from '../service/DefaultRequestService';
import { irreversibleBegun, moved, stateOf } from '../service/life';
import { newsRows } from '../service/news';
import type { Drawn } from '../service/Planner';
import { askedRefs, changed, lapsing } from '../service/revision';
import { authorsOf } from '../service/authors';
import type { Change, Loaded } from '../service/Transitions';
import type { Actor } from '../types';
import { rowsOf } from './phases';
import { pendingRows, stepsOf } from './stepsOf';

export const SYSTEM: Actor = { type: 'service', ref: 'system' };

/** What becomes of a request whose approval does not hold. */
export interface Fallen {
  transition: 'supersede' | 'lapse';
  change: Change;
}

export class Gate {
  readonly #service: ServiceParts;

  constructor(service: ServiceParts) {
    this.#service = service;
  }

  /** Before the first step of an approval, and before the first one that cannot be undone. */
  static guards(loaded: Loaded, stepId: string): boolean {
    if (irreversibleBegun(loaded)) return false;
    const rows = rowsOf(loaded.steps, 'execute');
    const row = rows.find(({ id }) => id === stepId);
    return (
      row?.irreversible === true || rows.every(({ attempt }) => attempt === 0)
    );
  }

  /**
   * Nothing while the approval holds.
   *
   * @throws where the kind refuses the plan by now, or the directory does not answer: nothing is executed then
   */
  async check(loaded: Loaded): Promise<Fallen | undefined> {
    const { planner, submitting, parts } = this.#service;
    const drawn = await planner.redraw(loaded, {
      purpose: 'execute',
      actor: SYSTEM,
    });
    if (drawn.planDigest !== loaded.request.planDigest) {
      const change = submitting.superseded(loaded, drawn, {
        actorRef: SYSTEM.ref,
        message: 'Planned again before it was done, and it is another plan.',
      });
      return { transition: 'supersede', change };
    }
    const { approval } = drawn;
    const authorRefs = authorsOf(loaded.request, drawn);
    const request = { ...loaded.request, approval, authorRefs };
    const { holding, left } = await standing(request, {
      decisions: loaded.decisions,
      people: parts.people,
    });
    const { state } = progressOf(request, holding);
    if (state === 'approved' || state === 'auto') return undefined;
    return {
      transition: 'lapse',
      change: this.#lapsed(loaded, drawn, { holding, left }),
    };
  }

  /** The same plan, waiting for a decision again. */
  #lapsed(
    loaded: Loaded,
    drawn: Drawn,
    { holding, left }: Awaited<ReturnType<typeof standing>>,
  ): Change {
    const { parts } = this.#service;
    const { request } = loaded;
    const { approval } = drawn;
    const after = {
      ...request,
      ...moved(stateOf(loaded), { type: 'supersede' }),
      approval,
      authorRefs: authorsOf(request, drawn),
      readerRefs: [...new Set([...request.readerRefs, ...askedRefs(approval)])],
      remindedAt: undefined,
      statusLabel: undefined,
      failure: undefined,
      decideBy: undefined,
      remindAt: undefined,
      ...deadlines(approval, parts.clock()),
    };
    after.deciderRefs = openDecidersOf(after, holding);
    const again = this.#toldAgain({ ...loaded, request: after });
    const gone = left.map(({ approverRef }) => approverRef);
    const detail =
      gone.length > 0
        ? `${gone.join(', ')} may not approve it any more.`
        : 'The policy asks others to approve it by now.';
    return {
      set: changed(request, after),
      events: [
        {
          type: 'approval-lapsed',
          actorRef: SYSTEM.ref,
          data: {
            message: detail,
            left: gone,
            rule: { mode: approval.mode, by: approval.by },
          },
        },
      ],
      decisions: { lapse: lapsing(left, 'left-group') },
      steps: [
        ...(again.length > 0
          ? [{ phase: 'submit' as const, steps: again }]
          : []),
        { phase: 'execute', steps: [] },
      ],
      job:
        again.length > 0 ? { phase: 'submit', runAt: parts.clock() } : 'none',
      outbox: newsRows({
        request: after,
        event: 'superseded',
        actorRef: SYSTEM.ref,
        detail,
        to: 'deciders',
        webhookPlaces: parts.webhookPlaces,
      }),
    };
  }

  /** What a step has told the world of the approval is corrected by the steps that told it of the request. */
  #toldAgain({ request, decisions, steps }: Loaded): RequestStep[] {
    const { parts, planner } = this.#service;
    const hasBegun = rowsOf(steps, 'execute').some(
      ({ startedAt }) => startedAt,
    );
    if (!hasBegun) return [];
    return pendingRows(
      'submit',
      stepsOf(parts.kinds.get(request.kind), 'submit', {
        ...planner.kindContext({ request, decisions }),
        plan: request.plan,
      }),
    );
  }
}
