// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What the lists are by a plain look at every request.
import type { RequestCounts, RequestFilters } from '@fairway/requests-common';
import type { StoredRequest, Viewer } from '../types';
import { seededRequest } from './seedRequests';

/** More than are few, so that both ways to find a page are taken. */
export const COUNT = 4_000;
export const REQUESTS = Array.from({ length: COUNT }, (_, n) =>
  seededRequest(n + 1),
);

/** The same question, asked of the requests one by one. */
export function expected(
  filters: RequestFilters,
  viewer: Viewer,
): StoredRequest[] {
  const among = (values: string[] | undefined, value?: string) =>
    !values || (value !== undefined && values.includes(value));
  const text = filters.text?.trim().toLowerCase();
  return REQUESTS.filter(request => {
    const created = request.createdAt.toISOString();
    const words = [
      `#${request.number}`,
      request.title,
      ...request.resourceRefs,
    ];
    return (
      isReadable(request, viewer) &&
      among(filters.decision, request.decision) &&
      among(filters.execution, request.execution) &&
      among(filters.kind, request.kind) &&
      among(filters.environment, request.environmentRef) &&
      among(filters.owner, request.ownerRef) &&
      among(filters.requester, request.requesterRef) &&
      (!filters.resource ||
        request.resourceRefs.some(ref => filters.resource!.includes(ref))) &&
      (!filters.mine || request.requesterRef === viewer.userRef) &&
      (!filters.waitingForMe || isWaiting(request, viewer)) &&
      (!text || words.some(word => word.toLowerCase().includes(text))) &&
      (!filters.since || created >= filters.since) &&
      (!filters.until || created < filters.until)
    );
  });
}

const refsOf = ({ userRef, refs }: Viewer) =>
  [userRef, ...refs].map(ref => ref.toLowerCase());

function isReadable(request: StoredRequest, viewer: Viewer): boolean {
  const { requesterRef, readerRefs, kind, ownerRef } = request;
  const inPolicy =
    kind !== 'kafka.access' &&
    (readerRefs.includes('group:default/team-9') ||
      requesterRef === 'user:default/person-3' ||
      ownerRef === 'group:default/team-5');
  const isReader =
    viewer.seesAll ||
    [requesterRef, ...readerRefs].some(ref => refsOf(viewer).includes(ref));
  return isReader && (!viewer.criteria || inPolicy);
}

export function isWaiting(request: StoredRequest, viewer: Viewer): boolean {
  return (
    request.deciderRefs.some(ref => refsOf(viewer).includes(ref)) &&
    !request.authorRefs.includes(viewer.userRef)
  );
}

export function expectedCounts(
  { decision: _d, execution: _e, waitingForMe: _w, ...filters }: RequestFilters,
  viewer: Viewer,
): RequestCounts {
  const all = expected(filters, viewer);
  const count = (isIn: (request: StoredRequest) => boolean) =>
    all.filter(isIn).length;
  const hasFailed = ({ execution }: StoredRequest) =>
    execution === 'failed' || execution === 'partially-applied';
  return {
    draft: count(r => r.decision === 'draft'),
    pending: count(r => r.decision === 'pending'),
    changesRequested: count(r => r.decision === 'changes-requested'),
    approved: count(r => r.decision === 'approved'),
    rejected: count(r => r.decision === 'rejected'),
    failed: count(hasFailed),
    active: count(
      r =>
        r.decision === 'approved' &&
        r.execution !== 'succeeded' &&
        r.execution !== 'compensated' &&
        !hasFailed(r),
    ),
    succeeded: count(r => r.execution === 'succeeded'),
    withdrawn: count(r => ['cancelled', 'expired'].includes(r.decision)),
    waitingForMe: count(r => isWaiting(r, viewer)),
    all: all.length,
  };
}
