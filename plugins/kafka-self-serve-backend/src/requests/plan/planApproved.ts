// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { draftItems } from './draftItems';
import { askedOf, assertOwned, assertStanding } from './asked';
import { environmentOf, itemsOf } from './items';
import { loadFor, sourcesOf } from './load';
import type { PlanInput, PlannedKafka } from './planRequest';
import { planApplication } from './planApplication';

/** The plan that was approved, as it was; who may ask and who decides is asked anew. */
export async function planApproved(input: PlanInput): Promise<PlannedKafka> {
  const { kind, payload, context, parts } = input;
  const { request, requesterRef, now } = context;
  const name = environmentOf(kind, payload);
  if (name === undefined) return planApplication(input);
  const stored = request && (await parts.stored(request.id));
  if (!stored) throw new Error(`The request "${request?.id}" is not kept`);
  const items = itemsOf(kind, payload);
  const sources = await sourcesOf(items, parts);
  const state = await loadFor(name, items, { ...parts, sources, live: {} });
  const drafts = await draftItems(
    items,
    { state, pending: [], requesterRef, now, since: now },
    { bundled: false, sources },
  );
  const { environment } = state;
  const asked = askedOf(drafts, { environment, requesterRef });
  await assertStanding(asked, parts);
  await assertOwned(asked, parts);
  const { plan, view, operation, title, resourceRefs, risks, checks } = stored;
  const { environmentRef, ownerRef, readerRefs } = stored;
  return {
    asked,
    planned: {
      plan,
      view,
      operation,
      title,
      resourceRefs,
      environmentRef,
      ownerRef,
      readerRefs,
      risks,
      checks,
    },
  };
}
