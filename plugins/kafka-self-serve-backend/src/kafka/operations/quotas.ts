// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { QuotaSpec } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { ClientQuotaMatchTypes } from '@platformatic/kafka';
import { CODES } from '../client/answers';
import type { ClusterClient } from '../client/ClusterClient';
import type { Outcome, Outcomes } from '../outcomes';
import type { ChangeOptions } from '../types';
import { byText } from './chunks';

const RATES = {
  producerByteRate: 'producer_byte_rate',
  consumerByteRate: 'consumer_byte_rate',
} as const;
const RATE_NAMES = Object.keys(RATES) as (keyof typeof RATES)[];

export async function listQuotas(
  client: ClusterClient,
  { user }: { user?: string } = {},
): Promise<QuotaSpec[]> {
  const answer = await client.any(
    'DescribeClientQuotas',
    [
      user === undefined
        ? { entityType: 'user', matchType: ClientQuotaMatchTypes.ANY }
        : {
            entityType: 'user',
            matchType: ClientQuotaMatchTypes.EXACT,
            match: user,
          },
    ] as never,
    // Quotas of a user and a client together are another matter.
    true,
  );
  if (answer.errorCode !== CODES.NONE)
    throw client.error('DescribeClientQuotas', user ?? 'users', answer);
  return (answer.entries ?? [])
    .flatMap(({ entity, values }) => {
      const [{ entityName }] = entity;
      if (typeof entityName !== 'string') return []; // the default of all users
      const value = (key: string) =>
        values.find(entry => entry.key === key)?.value;
      const rates = RATE_NAMES.flatMap(name => {
        const rate = value(RATES[name]);
        return rate === undefined ? [] : [[name, rate] as const];
      });
      return rates.length === 0
        ? []
        : [{ user: entityName, ...Object.fromEntries(rates) }];
    })
    .sort(byText(quota => quota.user));
}

export async function alterQuotas(
  client: ClusterClient,
  quotas: readonly QuotaSpec[],
  { validateOnly = false }: ChangeOptions = {},
): Promise<Outcomes> {
  const answer = await client.controller(
    'AlterClientQuotas',
    response => response.entries,
    quotas.map(quota => ({
      entities: [{ entityType: 'user' as const, entityName: quota.user }],
      ops: RATE_NAMES.map(name => {
        const value = quota[name];
        return value === undefined
          ? { key: RATES[name], remove: true as const }
          : { key: RATES[name], value, remove: false as const };
      }),
    })) as never,
    validateOnly,
  );
  const outcomes = new Map<string, Outcome<void>>();
  for (const entry of answer.entries) {
    const user = entry.entity[0].entityName ?? '';
    outcomes.set(
      user,
      client.outcome('AlterClientQuotas', user, entry, () => undefined),
    );
  }
  return outcomes;
}
