// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import type {
  AclView,
  GrantView,
  TopicDetail,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  EntityLink,
  RelativeTime,
  ScrollTable,
  Section,
} from '@fairway/requests-react';
import { requestRouteRef } from '../../../routes';
import { Few } from '../../../parts';
import { kafkaSelfServeTranslationRef } from '../../../translation';

const COLUMNS = ['who', 'team', 'access', 'group', 'state', 'ends'] as const;

const Grant = ({ grant }: { grant: GrantView }) => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const request = useRouteRef(requestRouteRef);
  const { grantee, granteeRef, access, group, state, expiresAt } = grant;
  const href = grant.requestId && request?.({ id: grant.requestId });
  return (
    <tr>
      <th scope="row">{href ? <Link href={href}>{grantee}</Link> : grantee}</th>
      <td>
        {granteeRef && (
          <EntityLink entityRef={granteeRef} defaultKind="group" />
        )}
      </td>
      <td>{t(`topics.one.accessKind.${access}`)}</td>
      <td>{group?.name ?? ''}</td>
      <td>{t(`topics.one.grantState.${state}`)}</td>
      <td>
        {expiresAt ? <RelativeTime value={expiresAt} /> : t('topics.one.noEnd')}
      </td>
    </tr>
  );
};

/** ACLs that nobody here asked for: somebody has access beside the portal. */
const Foreign = ({ acls }: { acls: AclView[] }) => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  if (acls.length === 0) return null;
  return (
    <>
      <Text as="p">{t('topics.one.foreign')}</Text>
      <Few items={acls}>
        {shown => (
          <ScrollTable
            label={t('topics.one.foreignLabel')}
            columns={(['who', 'access', 'host'] as const).map(column =>
              t(`topics.one.columns.${column}`),
            )}
          >
            {shown.map(acl => (
              <tr
                key={`${acl.principal} ${acl.operation} ${acl.resourceName} ${acl.host} ${acl.permission}`}
              >
                <th scope="row">{acl.principal}</th>
                <td>{`${acl.permission} ${acl.operation}`}</td>
                <td>{acl.host}</td>
              </tr>
            ))}
          </ScrollTable>
        )}
      </Few>
    </>
  );
};

/** Who may read and write it. */
export const Access = (props: { topic: TopicDetail }) => {
  const { grants, owners, acls } = props.topic.access;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return (
    <Section title={t('topics.one.access')}>
      {owners.length > 0 && (
        <Text as="p">
          {t('topics.one.ownersAre', { names: owners.join(', ') })}
        </Text>
      )}
      {grants.length === 0 ? (
        <Text as="p">{t('topics.one.noAccess')}</Text>
      ) : (
        <Few items={grants}>
          {shown => (
            <ScrollTable
              label={t('topics.one.access')}
              columns={COLUMNS.map(column => t(`topics.one.columns.${column}`))}
            >
              {shown.map(grant => (
                <Grant key={grant.id} grant={grant} />
              ))}
            </ScrollTable>
          )}
        </Few>
      )}
      <Foreign acls={acls.filter(({ managed }) => !managed)} />
    </Section>
  );
};
