// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type OwnedPattern,
  checkOverlap,
  type Problem,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { JsonObject } from '@backstage/types';
import type { KindRequest } from '@fairway/requests-node';
import type { KafkaStores, StoredInstance } from '../../domain/ports';
import type { DomainRecord, KafkaRequestPlan } from '../plan/types';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Days that a new password waits to be shown. */
const TICKET_DAYS = 7;

export interface Occasion {
  request: KindRequest<JsonObject>;
  plan: KafkaRequestPlan;
  now: Date;
}

/** Writes what an applied request changed in our books; writing it twice gives what writing it once gives. */
export async function writeRecords(
  stores: KafkaStores,
  occasion: Occasion,
): Promise<void> {
  for (const [index, record] of occasion.plan.records.entries()) {
    await writeRecord(stores, record, { ...occasion, index });
  }
}

async function writeRecord(
  stores: KafkaStores,
  record: DomainRecord,
  occasion: Occasion & { index: number },
): Promise<void> {
  const { applications, topics, subjects } = stores;
  const { request, plan } = occasion;
  const environment = plan.environment ?? '';
  const requestId = request.id;
  switch (record.type) {
    case 'application.put':
      await applications.put({ ...record.application, requestId });
      break;
    case 'application.remove':
      await applications.remove(record.name);
      break;
    case 'topic.put':
      await topics.setDesired([{ ...record.topic, requestId }]);
      break;
    case 'topic.protection':
      await topics.setProtection(
        environment,
        record.name,
        record.deletionProtection,
      );
      break;
    case 'topic.remove':
      await topics.setDeleting(environment, record.name, undefined);
      await topics.removeObserved(environment, [record.name]);
      await topics.removeDesired(environment, [record.name]);
      break;
    case 'subject.put':
      await subjects.setDesired(environment, [record.subject], { requestId });
      break;
    case 'grant.put':
    case 'grant.renew':
    case 'grant.end':
      await writeGrant(stores, record, occasion);
      break;
    case 'credential.put':
    case 'credential.remove':
      await writeCredential(stores, record, occasion);
      break;
    default:
      await writeInstance(stores, record, occasion);
  }
}

async function writeGrant(
  { grants }: KafkaStores,
  record: Extract<DomainRecord, { type: `grant.${string}` }>,
  { request, index, now }: Occasion & { index: number },
): Promise<void> {
  if (record.type === 'grant.put') {
    const id = `${request.id}-${index}`;
    const grant = { ...record.grant, id, requestId: request.id };
    await grants.put([{ ...grant, applied: true }]);
    return;
  }
  const found = await grants.get(record.id);
  if (!found) return;
  if (record.type === 'grant.renew') {
    const { expiresAt: _, ...grant } = found;
    const { expiresAt } = record;
    await grants.put([{ ...grant, ...(expiresAt && { expiresAt }) }]);
    return;
  }
  const hasExpired =
    found.expiresAt !== undefined && Date.parse(found.expiresAt) <= +now;
  await grants.put([
    {
      ...found,
      applied: false,
      revokeRequestId: request.id,
      ...(!hasExpired && {
        revokedAt: found.revokedAt ?? now.toISOString(),
      }),
    },
  ]);
}

async function writeCredential(
  { credentials }: KafkaStores,
  record: Extract<DomainRecord, { type: `credential.${string}` }>,
  { request, plan, index, now }: Occasion & { index: number },
): Promise<void> {
  const environment = plan.environment ?? '';
  const { username } = record;
  const found = await credentials.ofUser(environment, username);
  if (record.type === 'credential.remove') {
    if (found) await credentials.remove(found.id);
    return;
  }
  const at = now.toISOString();
  const isOurs = found?.requestId === request.id;
  const id = found?.id ?? `${request.id}-${index}`;
  const { instance, mechanism } = record;
  await credentials.put({
    ...found,
    id,
    environment,
    instance,
    username,
    mechanism,
    createdAt: found?.createdAt ?? at,
    ...(found && !isOurs && { rotatedAt: at }),
    requestId: request.id,
  });
  await credentials.putTicket({
    requestId: request.id,
    credentialId: id,
    requesterRef: request.requesterRef,
    expiresAt: new Date(+now + TICKET_DAYS * DAY_MS).toISOString(),
  });
}

const isSame = (one: OwnedPattern) => (other: OwnedPattern) =>
  one.type === other.type &&
  one.pattern === other.pattern &&
  one.name === other.name;

type InstanceRecord = Extract<DomainRecord, { type: `instance.${string}` }>;

/** Only the field that was asked for: limits, rates and patterns of one instance are asked for side by side. */
async function writeInstance(
  { applications }: KafkaStores,
  record: InstanceRecord,
  { request }: Occasion,
): Promise<void> {
  const requestId = request.id;
  if (record.type === 'instance.remove') {
    await applications.removeInstance(record.id);
    return;
  }
  if (record.type === 'instance.put') {
    await applications.putInstance({ ...record.instance, requestId });
    return;
  }
  const patch = async (
    id: string,
    change: (found: StoredInstance) => Partial<StoredInstance>,
  ) => {
    const found = await applications.instance(id);
    if (!found) return [];
    const { ownerRef, ...instance } = { ...found, ...change(found), requestId };
    return [instance];
  };
  const without = (own: OwnedPattern[], gone: OwnedPattern[]) =>
    own.filter(pattern => !gone.some(isSame(pattern)));
  const changed =
    record.type === 'instance.transfer'
      ? [
          ...(await patch(record.from, ({ patterns }) => ({
            patterns: without(patterns, record.patterns),
          }))),
          ...(await patch(record.to, ({ patterns }) => ({
            patterns: [
              ...without(patterns, record.patterns),
              ...record.patterns,
            ],
          }))),
        ]
      : await patch(record.id, ({ patterns }) => {
          if (record.type === 'instance.limits') {
            return { limits: record.limits };
          }
          if (record.type === 'instance.quota') return { quota: record.quota };
          return {
            patterns: [
              ...without(patterns, record.patterns),
              ...record.patterns,
            ],
          };
        });
  await applications.putInstances(changed);
}

/** Two requests can have been approved for overlapping names: the later one finds out before anything is written. */
export async function overlapsOf(
  { applications }: Pick<KafkaStores, 'applications'>,
  { environment, records }: KafkaRequestPlan,
): Promise<Problem[]> {
  const claims = records.flatMap(record => {
    if (record.type === 'instance.put') {
      const { id, patterns } = record.instance;
      return [{ patterns, except: [id] }];
    }
    return record.type === 'instance.claim'
      ? [{ patterns: record.patterns, except: [record.id] }]
      : [];
  });
  if (claims.length === 0) return [];
  const others = await applications.involved(environment ?? '', {
    patterns: claims.flatMap(({ patterns }) => patterns),
  });
  return claims.flatMap(({ patterns, except }) =>
    checkOverlap({ patterns, others, except }),
  );
}
