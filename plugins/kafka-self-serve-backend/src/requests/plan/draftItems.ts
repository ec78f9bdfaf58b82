// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  belowItem,
  checkTopicCreates,
  type TopicCreatePayload,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { StoredTopic } from '../../domain/ports';
import { draftInstance } from '../drafts/applications';
import { instanceOf, rulesContext } from '../drafts/book';
import { draftGrant, draftRevoke } from '../drafts/grants';
import { draftOffsetReset } from '../drafts/offsets';
import { draftPromotion } from '../drafts/promote';
import { draftCredential, draftLimits, draftQuota } from '../drafts/settings';
import { draftClaim, draftTransfer } from '../drafts/ownership';
import { draftSubject } from '../drafts/subjects';
import { draftTopic } from '../drafts/topics';
import type { Draft, DraftContext } from '../drafts/types';
import type { RequestItem } from './types';

/** Every item by its own rules; of a bundle, problems are under its place, and new topics count together. */
export async function draftItems(
  items: readonly RequestItem[],
  context: DraftContext,
  options: { bundled: boolean; sources: readonly StoredTopic[] },
): Promise<Draft[]> {
  const drafts: Draft[] = [];
  const topicChanges = items.flatMap(item =>
    item.kind === 'kafka.topic' ? [item.payload] : [],
  );
  for (const item of items) {
    drafts.push(
      await draftItem(item, { ...context, topicChanges }, options.sources),
    );
  }
  if (!options.bundled) return drafts;
  const together = creationProblems(items, context);
  return drafts.map((draft, index) => ({
    ...draft,
    problems: belowItem(index, together.get(index) ?? draft.problems),
  }));
}

async function draftItem(
  item: RequestItem,
  context: DraftContext,
  sources: readonly StoredTopic[],
): Promise<Draft> {
  switch (item.kind) {
    case 'kafka.topic':
      return draftTopic(item.payload, context);
    case 'kafka.grant':
      return draftGrant(item.payload, context);
    case 'kafka.revoke':
      return draftRevoke(item.payload, context);
    case 'kafka.subject':
      return draftSubject(item.payload, context);
    case 'kafka.credential':
      return draftCredential(item.payload, context);
    case 'kafka.client-quota':
      return draftQuota(item.payload, context);
    case 'kafka.limits':
      return draftLimits(item.payload, context);
    case 'kafka.application-instance':
      return draftInstance(item.payload, context);
    case 'kafka.ownership-claim':
      return draftClaim(item.payload, context);
    case 'kafka.ownership-transfer':
      return draftTransfer(item.payload, context);
    case 'kafka.offset-reset':
      return draftOffsetReset(item.payload, context);
    case 'kafka.promote':
      return draftPromotion(item.payload, { ...context, sources });
    default:
      throw new Error(`"${item.kind}" is of no environment`);
  }
}

function creationProblems(
  items: readonly RequestItem[],
  { state, pending }: DraftContext,
): Map<number, Draft['problems']> {
  const creations = items.flatMap((item, index) =>
    item.kind === 'kafka.topic' && item.payload.operation === 'create'
      ? [{ index, payload: item.payload as TopicCreatePayload }]
      : [],
  );
  const problems = checkTopicCreates({
    payloads: creations.map(({ payload }) => payload),
    contextOf: ({ instance }) =>
      rulesContext(state, instanceOf(state, instance)),
    existing: state.observed.topics.map(({ name }) => name),
    pending,
  });
  return new Map(creations.map(({ index }, at) => [index, problems[at]]));
}
