// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { AuditorService } from '@backstage/backend-plugin-api';
import type {
  BreakGlassGrant,
  BreakGlassRecord,
  MeResponse,
  OpenBreakGlassRequest,
} from '@fairway/backstage-plugin-ownership-common';
import type { Clock } from '@fairway/backstage-plugin-ownership-node';
import { v7 as uuid } from 'uuid';
import type { BreakGlassStore } from '../database/BreakGlassStore';
import { backendError } from '../errors';
import type { Person } from '../people/People';
import type { LastGoodPolicy } from '../policy/LastGoodPolicy';
import {
  approveGrant,
  closeGrant,
  expireGrant,
  requestGrant,
  stateOf,
  type StoredGrant,
  toEngine,
} from './grant';
import {
  checkAsked,
  demandSettings,
  isMember,
  metaOf,
  notOfTeam,
} from './terms';

/** How often a change is tried again after somebody else was quicker. */
const ATTEMPTS = 5;
/** Enough for one emergency; more would bury those who approve. */
const MAX_OPEN_GRANTS = 5;

/**
 * Grants to pass the policy in an emergency: one person of the named teams
 * asks, another approves, and it ends by itself. Every step is audited.
 */
export class BreakGlassService {
  readonly #store: BreakGlassStore;
  readonly #policy: LastGoodPolicy;
  readonly #auditor: AuditorService;
  readonly #clock: Clock;

  constructor(options: {
    store: BreakGlassStore;
    policy: LastGoodPolicy;
    auditor: AuditorService;
    clock: Clock;
  }) {
    this.#store = options.store;
    this.#policy = options.policy;
    this.#auditor = options.auditor;
    this.#clock = options.clock;
  }

  /** What the engine takes into account now. */
  async active(): Promise<BreakGlassGrant[]> {
    const now = this.#clock();
    const grants = await this.#store.active(now);
    return grants.flatMap(grant => toEngine(grant, now) ?? []);
  }

  /** All grants for those who may approve, the own ones for everybody else; newest first. */
  async list(person: Person): Promise<BreakGlassRecord[]> {
    const { userEntityRef } = person.subject;
    const all = this.#mayApprove(person);
    const grants = await this.#store.list(all ? {} : { userEntityRef });
    return grants.map(grant => this.#record(grant, person));
  }

  /** What the person may ask for; nothing if that is nothing. */
  termsFor(person: Person): MeResponse['breakGlass'] {
    const { policy } = this.#policy.current();
    const settings = policy.breakGlass;
    if (!settings || !isMember(policy, settings, person)) return undefined;
    return {
      maxMinutes: settings.maxMinutes,
      require: (['reason', 'ticket'] as const).filter(each =>
        settings.require.has(each),
      ),
      approvals: settings.approvals,
    };
  }

  /**
   * Asks for a grant.
   *
   * @throws NotAllowedError `ownership-break-glass-off`, `ownership-break-glass-team`; InputError `ownership-break-glass-invalid`
   */
  async open(
    asked: OpenBreakGlassRequest,
    person: Person,
  ): Promise<BreakGlassRecord> {
    const { policy } = this.#policy.current();
    const settings = demandSettings(policy);
    if (!isMember(policy, settings, person)) {
      throw notOfTeam(settings, person);
    }
    const { userEntityRef } = person.subject;
    const scope = checkAsked(policy, settings, asked);
    const { reason, ticket, minutes } = asked;
    const now = this.#clock();
    await this.#demandRoom(userEntityRef, now);
    const grant = requestGrant(
      { id: uuid(), userEntityRef, reason, ticket, minutes, ...scope },
      now,
    );
    await this.#audited('break-glass-open', grant, person, async () => {
      await this.#store.insert(grant);
    });
    return this.#record(grant, person);
  }

  /**
   * Approves somebody else's grant.
   *
   * @throws NotAllowedError for the own one and for people of other teams; ConflictError if it does not wait any more
   */
  async approve(id: string, person: Person): Promise<BreakGlassRecord> {
    const { policy } = this.#policy.current();
    const settings = demandSettings(policy);
    if (!this.#mayApprove(person)) throw notOfTeam(settings, person);
    const by = person.subject.userEntityRef;
    const needed = settings.approvals;
    return this.#change('break-glass-approve', id, person, grant =>
      approveGrant(grant, { by, needed, now: this.#clock() }),
    );
  }

  /**
   * Ends a grant before its time, or withdraws one that waits. Also where the
   * policy has no break-glass any more, or nothing decides at all.
   *
   * @throws NotFoundError for somebody else's, unless the person may approve; ConflictError if it ended already
   */
  async close(id: string, person: Person): Promise<BreakGlassRecord> {
    const by = person.subject.userEntityRef;
    return this.#change('break-glass-close', id, person, grant => {
      if (grant.userEntityRef !== by && !this.#mayApprove(person)) {
        throw backendError('ownership-break-glass-unknown', { id });
      }
      return closeGrant(grant, { by, now: this.#clock() });
    });
  }

  /** Writes down which grants have ended by themselves. They count for nothing before that, too. */
  async sweep(): Promise<void> {
    for (const grant of await this.#store.overdue(this.#clock())) {
      if (await this.#store.replace(expireGrant(grant))) {
        const event = await this.#auditor.createEvent({
          eventId: 'break-glass-expire',
          severityLevel: 'high',
          meta: metaOf(grant),
        });
        await event.success();
      }
    }
  }

  async #change(
    eventId: string,
    id: string,
    person: Person,
    step: (grant: StoredGrant) => StoredGrant,
  ): Promise<BreakGlassRecord> {
    const seen = await this.#store.find(id);
    if (!seen) throw backendError('ownership-break-glass-unknown', { id });
    let changed = seen;
    await this.#audited(eventId, seen, person, async () => {
      changed = await this.#compareAndSet(seen, step);
    });
    return this.#record(changed, person);
  }

  async #compareAndSet(
    seen: StoredGrant,
    step: (grant: StoredGrant) => StoredGrant,
  ): Promise<StoredGrant> {
    const { id } = seen;
    let grant: StoredGrant | undefined = seen;
    for (let attempt = 0; grant && attempt < ATTEMPTS; attempt++) {
      const next = step(grant);
      if (await this.#store.replace(next)) return next;
      grant = await this.#store.find(id);
    }
    throw backendError('ownership-break-glass-busy', { id });
  }

  async #audited(
    eventId: string,
    grant: StoredGrant,
    person: Person,
    work: () => Promise<void>,
  ): Promise<void> {
    const event = await this.#auditor.createEvent({
      eventId,
      severityLevel: 'critical',
      meta: { ...metaOf(grant), by: person.subject.userEntityRef },
    });
    try {
      await work();
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
    await event.success();
  }

  async #demandRoom(userEntityRef: string, now: Date): Promise<void> {
    const own = await this.#store.list({ userEntityRef });
    const open = own.filter(grant =>
      ['waiting', 'active'].includes(stateOf(grant, now)),
    );
    if (open.length >= MAX_OPEN_GRANTS) {
      throw backendError('ownership-break-glass-invalid', {
        problem: `"${userEntityRef}" has ${open.length} open grants already; close one of them`,
      });
    }
  }

  #mayApprove(person: Person): boolean {
    if (person.administrator) return true;
    const policy = this.#policy.peek()?.policy;
    const settings = policy?.breakGlass;
    return (
      policy !== undefined &&
      settings !== undefined &&
      isMember(policy, settings, person)
    );
  }

  #record(grant: StoredGrant, person: Person): BreakGlassRecord {
    const state = stateOf(grant, this.#clock());
    const { version, ...shown } = grant;
    const own = grant.userEntityRef === person.subject.userEntityRef;
    const approver = this.#mayApprove(person);
    const settings = this.#policy.peek()?.policy.breakGlass;
    return {
      ...shown,
      state,
      approvalsNeeded: settings?.approvals ?? 1,
      mayApprove:
        state === 'waiting' &&
        approver &&
        !own &&
        !grant.approvedBy.includes(person.subject.userEntityRef),
      mayClose: ['waiting', 'active'].includes(state) && (own || approver),
    };
  }
}
