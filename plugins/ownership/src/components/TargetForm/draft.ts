// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Question } from '../../question';

/** A question as it is being typed. */
export interface Draft {
  action: string;
  environment: string;
  service: string;
  /** Separated by commas. */
  stores: string;
  account: string;
  network: string;
  cluster: string;
  attributes: { name: string; value: string }[];
  user: string;
  at: string;
}

export function draftOf(question: Question | undefined): Draft {
  const { action = 'service.deploy', environment = '' } = question ?? {};
  const { service = '', account = '', network = '' } = question ?? {};
  const { cluster = '', user = '', at = '' } = question ?? {};
  return {
    action,
    environment,
    service,
    stores: (question?.stores ?? []).join(', '),
    account,
    network,
    cluster,
    attributes: Object.entries(question?.request ?? {}).map(
      ([name, value]) => ({ name, value }),
    ),
    user,
    at,
  };
}

/** What was filled in, trimmed; what was left empty is left out. */
export function questionOf(draft: Draft): Question {
  const { stores, attributes, action, ...names } = draft;
  const filled = Object.entries(names)
    .map(([name, value]) => [name, value.trim()])
    .filter(([, value]) => value);
  const given = attributes
    .map(({ name, value }) => [name.trim(), value.trim()])
    .filter(([name, value]) => name && value);
  return {
    action,
    ...Object.fromEntries(filled),
    stores: stores
      .split(',')
      .map(store => store.trim())
      .filter(Boolean),
    request: Object.fromEntries(given),
  };
}

/** Whether a moment can be sent: none, or ISO 8601 with a zone. */
export const isMoment = (text: string): boolean =>
  !text.trim() ||
  (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/i.test(text.trim()) &&
    !Number.isNaN(Date.parse(text.trim())));
