// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import type {
  ApplicationDetail,
  GrantView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  RelativeTime,
  ScrollTable,
  Section,
  StateBadge,
  type StateTone,
} from '@fairway/requests-react';
import { useLinks } from '../../layout/useLinks';
import { ActionButton, Few, SendError, useSubmitRequest } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { AccessPicture, applicationOfInstance } from './AccessPicture';

const TONES: Record<GrantView['state'], StateTone> = {
  active: 'success',
  ending: 'pending',
  expired: 'neutral',
  revoked: 'neutral',
};

const COLUMNS = ['who', 'topic', 'access', 'state', 'ends', 'actions'] as const;

/** As long as a renewal asks for. */
const RENEWAL_MS = 90 * 24 * 3_600_000;

const Row = (props: { grant: GrantView; who: string }) => {
  const { grant, who } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { applicationOf, topicOf } = useLinks();
  const { submit, isPending, error } = useSubmitRequest();
  const { id, environment, topic, actions, expiresAt } = grant;
  const revoke = () =>
    submit({ kind: 'kafka.revoke', payload: { environment, grant: id } });
  const renew = () =>
    submit({
      kind: 'kafka.grant',
      payload: {
        operation: 'renew',
        environment,
        grant: id,
        expiresAt: new Date(Date.now() + RENEWAL_MS).toISOString(),
      },
    });
  return (
    <tr>
      <th scope="row">
        <Link href={applicationOf(applicationOfInstance(who))}>{who}</Link>
      </th>
      <td>
        {topic.pattern === 'LITERAL' ? (
          <Link href={topicOf(environment, topic.name)}>{topic.name}</Link>
        ) : (
          t('applications.access.prefix', { name: topic.name })
        )}
      </td>
      <td>{t(`applications.access.kinds.${grant.access}`)}</td>
      <td>
        <StateBadge tone={TONES[grant.state]}>
          {t(`applications.access.states.${grant.state}`)}
        </StateBadge>
      </td>
      <td>
        {expiresAt ? (
          <RelativeTime value={expiresAt} />
        ) : (
          t('applications.access.noEnd')
        )}
      </td>
      <td>
        <Flex gap="2">
          {expiresAt && actions.renew.allowed && (
            <ActionButton
              action={actions.renew}
              onPress={renew}
              isPending={isPending}
            >
              {t('applications.access.renew')}
            </ActionButton>
          )}
          {grant.state !== 'revoked' && (
            <ActionButton
              action={actions.revoke}
              onPress={revoke}
              isPending={isPending}
            >
              {t('applications.access.revoke')}
            </ActionButton>
          )}
        </Flex>
        {error && (
          <SendError error={error} title={t('send.failed')} onRetry={revoke} />
        )}
      </td>
    </tr>
  );
};

const Grants = (props: {
  title: string;
  none: string;
  grants: GrantView[];
  whoOf: (grant: GrantView) => string;
}) => {
  const { title, none, grants, whoOf } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return (
    <div>
      <Text as="h4" weight="bold">
        {title}
      </Text>
      {grants.length === 0 ? (
        <Text as="p">{none}</Text>
      ) : (
        <Few items={grants}>
          {shown => (
            <ScrollTable
              label={title}
              columns={COLUMNS.map(column =>
                t(`applications.access.columns.${column}`),
              )}
            >
              {shown.map(grant => (
                <Row key={grant.id} grant={grant} who={whoOf(grant)} />
              ))}
            </ScrollTable>
          )}
        </Few>
      )}
    </div>
  );
};

/** What the application got from others and gave them, as a picture and as lists. */
export const Access = (props: {
  application: Pick<ApplicationDetail, 'accessIn' | 'accessOut'>;
}) => {
  const { accessIn, accessOut } = props.application;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const all = [...accessIn, ...accessOut];
  return (
    <Section title={t('applications.access.title')}>
      {all.length === 0 ? (
        <Text as="p">{t('applications.access.none')}</Text>
      ) : (
        <>
          <AccessPicture grants={all} />
          <Grants
            title={t('applications.access.in')}
            none={t('applications.access.noneIn')}
            grants={accessIn}
            whoOf={({ owner }) => owner}
          />
          <Grants
            title={t('applications.access.out')}
            none={t('applications.access.noneOut')}
            grants={accessOut}
            whoOf={({ grantee }) => grantee}
          />
        </>
      )}
    </Section>
  );
};
