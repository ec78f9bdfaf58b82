// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { NotificationService } from '@backstage/plugin-notifications-node';
import { wordsOfMoment } from '@fairway/requests-common';
import { patternInWords } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { GrantNotice, KafkaParts, StoredGrant } from '../domain/ports';
import { GRANT_ENDING_DAYS } from '../store';

const DAY_MS = 24 * 60 * 60 * 1000;
const VERBS = { CONSUME: 'read', PRODUCE: 'write' } as const;

type Parts = Pick<KafkaParts, 'stores' | 'clock' | 'logger'> & {
  notifications: NotificationService;
};

/**
 * Tells those who have access that it ends soon, and both sides when it has ended; once each for each end, which a
 * renewal moves. What was told is kept with the grant, and what a killed process tells again replaces itself.
 */
export async function noticeGrants(parts: Parts): Promise<void> {
  const { stores, clock, logger } = parts;
  const now = clock();
  const soon = new Date(now.getTime() + GRANT_ENDING_DAYS * DAY_MS);
  for (const grant of await stores.grants.expired(soon.toISOString())) {
    const notice = dueOf(grant, now);
    if (!notice || grant.noticed?.[notice] === grant.expiresAt) continue;
    try {
      await tell(grant, notice, parts);
      await keep(grant, notice, parts);
    } catch (error) {
      logger.warn(
        `Nobody could be told yet about the end of the grant "${grant.id}"`,
        error as Error,
      );
    }
  }
}

function dueOf(
  { expiresAt, revokedAt }: StoredGrant,
  now: Date,
): GrantNotice | undefined {
  if (!expiresAt || revokedAt) return undefined;
  return Date.parse(expiresAt) <= now.getTime() ? 'ended' : 'ending';
}

async function tell(
  grant: StoredGrant,
  notice: GrantNotice,
  { stores, notifications }: Parts,
): Promise<void> {
  const { id, environment, access, topic, expiresAt } = grant;
  const grantee = await stores.applications.instance(grant.grantee);
  const owner = await stores.applications.instance(grant.owner);
  const sides = notice === 'ended' ? [grantee, owner] : [grantee];
  const recipients = sides.flatMap(side => (side ? [side.ownerRef] : []));
  if (recipients.length === 0) return;
  const what = `${grant.grantee} may ${VERBS[access]} ${patternInWords(
    topic,
  )} in ${environment}`;
  await notifications.send({
    recipients: { type: 'entity', entityRef: [...new Set(recipients)] },
    payload: {
      title:
        notice === 'ended'
          ? `No longer: ${what}`
          : `Until ${wordsOfMoment(new Date(expiresAt!))}: ${what}`,
      description:
        notice === 'ended'
          ? 'The time of the access is over. Whoever still needs it asks for more time.'
          : 'The access ends by itself then. Whoever needs it for longer asks for more time before.',
      // Where the access of an application is renewed.
      link: `/kafka/applications/${grant.grantee.split('@')[0]}`,
      severity: notice === 'ended' ? 'high' : 'normal',
      topic: 'kafka access',
      scope: `kafka-self-serve:grant:${id}:${notice}:${expiresAt}`,
    },
  });
}

/** A request may have changed the grant meanwhile. */
async function keep(
  { id, expiresAt }: StoredGrant,
  notice: GrantNotice,
  { stores }: Parts,
): Promise<void> {
  await stores.transaction(async ({ grants }) => {
    const grant = await grants.get(id);
    if (!grant || grant.expiresAt !== expiresAt) return;
    const noticed = { ...grant.noticed, [notice]: expiresAt };
    await grants.put([{ ...grant, noticed }]);
  });
}
