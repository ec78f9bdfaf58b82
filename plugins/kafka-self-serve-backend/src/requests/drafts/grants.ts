// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  checkGrant,
  checkRevoke,
  fieldChanges,
  type Grant,
  type GrantCreatePayload,
  grantOwner,
  type GrantPayload,
  isGrantActive,
  type NamePattern,
  patternInWords,
  type Problem,
  problem,
  type RevokePayload,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type {
  FurtherApprovals,
  StoredGrant,
  StoredInstance,
} from '../../domain/ports';
import { instanceOf, standingOf } from './book';
import type { Draft, DraftContext } from './types';

/** Whoever ends grants whose time is over. Nobody can sign in as it. */
export const EXPIRY_REF = 'system:kafka-self-serve/grant-expiry';

const VERBS = { CONSUME: 'read', PRODUCE: 'write' } as const;

/** The owner of what is given away says yes, whatever the policy says. */
function ownersOf(owner: StoredInstance | undefined): FurtherApprovals {
  return owner
    ? { owners: [{ id: `owner of ${owner.id}`, groupRefs: [owner.ownerRef] }] }
    : {};
}

const rulesOf = ({ state, now }: DraftContext) => ({
  instances: state.instances,
  grants: state.grants,
  now: now.toISOString(),
});

export function draftGrant(
  payload: GrantPayload,
  context: DraftContext,
): Draft {
  return payload.operation === 'create'
    ? draftNew(payload, context)
    : draftRenewal(payload, context);
}

const words = (pattern?: NamePattern) => pattern && patternInWords(pattern);

function draftNew(payload: GrantCreatePayload, context: DraftContext): Draft {
  const { state } = context;
  const { environment: place, operation: _, ...asked } = payload;
  const { access, topic, grantee } = payload;
  const instance = instanceOf(state, grantee);
  const owner = instanceOf(state, grantOwner(state.instances, topic)?.id);
  const grant: Omit<Grant, 'id'> = {
    ...asked,
    environment: place,
    owner: owner?.id ?? '',
  };
  const what = patternInWords(topic);
  return {
    operation: 'create',
    title: `Let ${grantee} ${VERBS[access]} ${what} in ${state.environment.displayName}`,
    ownerRef: instance?.ownerRef,
    readerRefs: owner && [owner.ownerRef],
    standing: {
      ...standingOf(instance, grantee),
      further: ownersOf(owner),
    },
    problems: checkGrant({ ...rulesOf(context), payload }),
    desired: {},
    access: book => ({
      ...book,
      grants: [...book.grants, { ...grant, id: 'new', applied: true }],
    }),
    accessOfPrincipals: instance?.principals,
    records: [{ type: 'grant.put', grant }],
    changes: fieldChanges({
      of: `access of ${grantee} to ${what}`,
      after: {
        access,
        owner: owner?.id,
        group: words(payload.group),
        transactionalId: words(payload.transactionalId),
        until: payload.expiresAt,
      },
    }),
    effects: [
      payload.expiresAt
        ? `End the access of ${grantee} to ${what} at ${payload.expiresAt}`
        : `Let ${grantee} keep the access to ${what} until it is revoked`,
    ],
  };
}

function draftRenewal(
  payload: Extract<GrantPayload, { operation: 'renew' }>,
  context: DraftContext,
): Draft {
  const { state } = context;
  const { grant, grantee, owner } = partiesOf(context, payload.grant);
  const { expiresAt } = payload;
  return {
    operation: 'renew',
    title: `Renew the access ${inWords(grant, payload.grant)} in ${
      state.environment.displayName
    }`,
    ownerRef: grantee?.ownerRef,
    readerRefs: owner && [owner.ownerRef],
    standing: {
      ...standingOf(grantee, grant?.grantee),
      further: ownersOf(owner),
    },
    problems: checkGrant({ ...rulesOf(context), payload }),
    desired: {},
    records: [
      {
        type: 'grant.renew',
        id: payload.grant,
        ...(expiresAt !== undefined && { expiresAt }),
      },
    ],
    changes: fieldChanges({
      of: `access ${inWords(grant, payload.grant)}`,
      before: { until: grant?.expiresAt },
      after: { until: expiresAt },
    }),
    effects: [
      expiresAt
        ? `Keep the access until ${expiresAt}`
        : 'Keep the access until it is revoked',
    ],
  };
}

export function draftRevoke(
  payload: RevokePayload,
  context: DraftContext,
): Draft {
  const { state, requesterRef } = context;
  const { grant, grantee, owner } = partiesOf(context, payload.grant);
  const named = inWords(grant, payload.grant);
  const expires = requesterRef === EXPIRY_REF;
  return {
    operation: expires ? 'expire' : 'revoke',
    title: expires
      ? `End the access ${named} in ${state.environment.displayName}, whose time is over`
      : `Revoke the access ${named} in ${state.environment.displayName}`,
    ownerRef: owner?.ownerRef,
    readerRefs: grantee && [grantee.ownerRef],
    standing: {
      ownerRefs: [owner, grantee].flatMap(each => each?.ownerRef ?? []),
      subject: `the grant ${payload.grant}`,
    },
    // What has expired is over for the rules, and its ACLs are still there.
    problems: [
      ...checkRevoke({ ...rulesOf(context), payload }).filter(
        ({ code }) => !(grant?.applied && code === 'grant-ended'),
      ),
      ...(expires ? checkExpired(context, grant) : []),
    ],
    desired: {},
    access: book => ({
      ...book,
      grants: book.grants.filter(({ id }) => id !== payload.grant),
    }),
    records: [{ type: 'grant.end', id: payload.grant }],
    changes: [{ path: `access ${named}`, before: grant?.access ?? '' }],
    effects: [],
  };
}

/** It may have been renewed since. */
function checkExpired(
  { state, now }: DraftContext,
  grant: StoredGrant | undefined,
): Problem[] {
  return grant && isGrantActive(grant, now.toISOString())
    ? [problem('nothing-to-do', { environment: state.environment.displayName })]
    : [];
}

function partiesOf({ state }: DraftContext, id: string) {
  const grant = state.grants.find(each => each.id === id);
  return {
    grant,
    grantee: instanceOf(state, grant?.grantee),
    owner: instanceOf(state, grant?.owner),
  };
}

function inWords(grant: StoredGrant | undefined, id: string): string {
  return grant
    ? `of ${grant.grantee} to ${VERBS[grant.access]} ${patternInWords(
        grant.topic,
      )}`
    : id;
}
