// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  checkClaim,
  checkTransfer,
  type OwnedPattern,
  type OwnershipClaimPayload,
  type OwnershipTransferPayload,
  patternInWords,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { instanceOf, standingOf } from './book';
import type { AccessBook, Draft, DraftContext } from './types';

const inWords = (patterns: readonly OwnedPattern[]) =>
  patterns
    .map(pattern => `${pattern.type} ${patternInWords(pattern)}`)
    .join(', ');

const isSame = (one: OwnedPattern) => (other: OwnedPattern) =>
  one.type === other.type &&
  one.pattern === other.pattern &&
  one.name === other.name;

const give = (book: AccessBook, id: string, patterns: OwnedPattern[]) => ({
  ...book,
  instances: book.instances.map(instance =>
    instance.id === id
      ? { ...instance, patterns: [...instance.patterns, ...patterns] }
      : instance,
  ),
});

/** Nobody owns it, so nobody but an administrator can say that it is theirs. */
export function draftClaim(
  payload: OwnershipClaimPayload,
  { state }: DraftContext,
): Draft {
  const { instance: id, patterns } = payload;
  const instance = instanceOf(state, id);
  const title = `Let ${id} own ${inWords(patterns)}`;
  return {
    operation: 'claim',
    title,
    ownerRef: instance?.ownerRef,
    standing: {
      ...standingOf(instance, id),
      further: { administrators: true },
    },
    problems: checkClaim({ payload, instances: state.instances }),
    desired: {},
    access: book => give(book, id, patterns),
    records: [{ type: 'instance.claim', id, patterns }],
    changes: patterns.map(pattern => ({
      path: `owner of ${inWords([pattern])}`,
      after: id,
    })),
    effects: [title],
  };
}

/** Whoever gives asks, whoever gets says yes; grants on it stay, given by the new owner. */
export function draftTransfer(
  payload: OwnershipTransferPayload,
  { state }: DraftContext,
): Draft {
  const { from, to, patterns } = payload;
  const giver = instanceOf(state, from);
  const taker = instanceOf(state, to);
  const title = `Give ${inWords(patterns)} of ${from} to ${to}`;
  const isGiven = (own: OwnedPattern) => patterns.some(isSame(own));
  return {
    operation: 'transfer',
    title,
    ownerRef: taker?.ownerRef,
    readerRefs: giver && [giver.ownerRef],
    standing: {
      ...standingOf(giver, from),
      further: taker && {
        owners: [{ id: `owner of ${to}`, groupRefs: [taker.ownerRef] }],
      },
    },
    problems: checkTransfer({ payload, instances: state.instances }),
    desired: {},
    access: book => ({
      ...give(
        {
          ...book,
          instances: book.instances.map(instance =>
            instance.id === from
              ? {
                  ...instance,
                  patterns: instance.patterns.filter(own => !isGiven(own)),
                }
              : instance,
          ),
        },
        to,
        patterns,
      ),
    }),
    records: [{ type: 'instance.transfer', from, to, patterns }],
    changes: patterns.map(pattern => ({
      path: `owner of ${inWords([pattern])}`,
      before: from,
      after: to,
    })),
    effects: [title],
  };
}
