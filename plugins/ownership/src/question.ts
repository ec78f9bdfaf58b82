// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ExplainRequest,
  OwnershipTarget,
  WhoCanQuery,
} from '@fairway/backstage-plugin-ownership-common';

/** What is asked about, as it stands in the address of a page, so that it can be sent to somebody. */
export interface Question {
  action: string;
  environment?: string;
  service?: string;
  account?: string;
  network?: string;
  cluster?: string;
  stores: string[];
  request: Record<string, string>;
  /** Whom to explain for; left out: whoever asks. */
  user?: string;
  /** ISO 8601 with a zone; left out: now. */
  at?: string;
}

const NAMES = [
  'environment',
  'service',
  'account',
  'network',
  'cluster',
  'user',
  'at',
] as const;

const ATTRIBUTE = 'request.';

/** `action=service.deploy&environment=prod&request.changeTicket=CHG-1` */
export function toSearchParams(question: Question): URLSearchParams {
  const search = new URLSearchParams({ action: question.action });
  for (const name of NAMES) {
    const value = question[name];
    if (value) search.set(name, value);
  }
  question.stores.forEach(store => search.append('store', store));
  for (const [name, value] of Object.entries(question.request)) {
    search.set(`${ATTRIBUTE}${name}`, value);
  }
  return search;
}

/** `undefined` where nothing is asked: an address without an action. */
export function fromSearchParams(
  search: URLSearchParams,
): Question | undefined {
  const action = search.get('action');
  if (!action) return undefined;
  const names = NAMES.flatMap(name => {
    const value = search.get(name);
    return value ? [[name, value]] : [];
  });
  const request = [...search]
    .filter(([name]) => name.startsWith(ATTRIBUTE))
    .map(([name, value]) => [name.slice(ATTRIBUTE.length), value]);
  return {
    action,
    ...Object.fromEntries(names),
    stores: search.getAll('store'),
    request: Object.fromEntries(request),
  };
}

/** The target without what was left out. */
export function targetOf(question: Question): OwnershipTarget {
  const { request, user, at, stores, ...names } = question;
  return { ...names, ...(stores.length > 0 && { stores }) };
}

export function toExplainRequest(question: Question): ExplainRequest {
  const { request, user, at } = question;
  return {
    target: targetOf(question),
    ...(Object.keys(request).length > 0 && { request }),
    ...(user && { userEntityRef: user }),
    ...(at && { at }),
  };
}

export function toWhoCanQuery(question: Question): WhoCanQuery {
  return { ...targetOf(question), request: question.request };
}

/** The names in what a matrix calls `on`: `service:payments-api`, `store:kafka-prod`, `environment:prod`. */
export function namesOf(on: string): Pick<Question, 'service' | 'stores'> {
  const name = on.slice(on.indexOf(':') + 1);
  if (on.startsWith('service:')) return { service: name, stores: [] };
  return { stores: on.startsWith('store:') ? [name] : [] };
}
