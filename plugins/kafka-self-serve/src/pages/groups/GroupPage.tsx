// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Link, Text } from '@backstage/ui';
import type { GroupDetail } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { ScrollTable, Section, useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { useLinks } from '../../layout/useLinks';
import {
  ActionButton,
  EnvironmentName,
  Fact,
  Facts,
  Few,
  LoadedPage,
  OpenRequests,
  Owner,
  SendError,
  useSubmitRequest,
} from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { SnapshotAge } from '../../words';
import { GroupState } from './GroupState';
import { LagChart } from './LagChart';

const COLUMNS = [
  'topic',
  'partition',
  'committed',
  'end',
  'lag',
  'reader',
] as const;

const Partitions = (props: { group: GroupDetail }) => {
  const { environment, partitions } = props.group;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { topicOf } = useLinks();
  if (partitions.length === 0) {
    return <Text as="p">{t('groups.one.noPartitions')}</Text>;
  }
  return (
    <Few items={partitions}>
      {shown => (
        <ScrollTable
          label={t('groups.one.partitions')}
          columns={COLUMNS.map(column => t(`groups.one.columns.${column}`))}
        >
          {shown.map(({ topic, partition, committed, end, lag, ...reader }) => (
            <tr key={`${topic}/${partition}`}>
              <th scope="row">
                <Link href={topicOf(environment, topic)}>{topic}</Link>
              </th>
              <td>{partition}</td>
              <td>{committed}</td>
              <td>{end}</td>
              <td>{lag}</td>
              <td>
                {[reader.clientId, reader.host].filter(Boolean).join(' ') ||
                  t('groups.one.nobody')}
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </Few>
  );
};

const Undo = (props: { group: GroupDetail }) => {
  const { undo, actions } = props.group;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { submit, isPending, error } = useSubmitRequest();
  if (!undo) return null;
  const ask = () =>
    submit({ kind: 'kafka.offset-reset', payload: undo.payload });
  return (
    <Alert
      role="status"
      status="info"
      title={t('groups.one.undone', { count: undo.partitions })}
      description={
        <>
          <ActionButton
            action={actions.reset}
            onPress={ask}
            isPending={isPending}
          >
            {t('groups.one.undo')}
          </ActionButton>
          {error && (
            <SendError error={error} title={t('send.failed')} onRetry={ask} />
          )}
        </>
      }
    />
  );
};

const Group = (props: { group: GroupDetail }) => {
  const { group } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { applicationOf, resetOf } = useLinks();
  return (
    <>
      <ActionButton
        action={group.actions.reset}
        href={resetOf(group.environment, group.groupId)}
      >
        {t('groups.one.reset')}
      </ActionButton>
      <Undo group={group} />
      {!group.live && <SnapshotAge snapshots={[group.snapshot]} />}
      <Facts>
        <Fact label={t('groups.one.environment')}>
          <EnvironmentName name={group.environment} />
        </Fact>
        <Fact label={t('groups.one.owner')}>
          <Owner ownerRef={group.ownerRef} />
        </Fact>
        {group.application && (
          <Fact label={t('groups.one.application')}>
            <Link href={applicationOf(group.application)}>
              {group.application}
            </Link>
          </Fact>
        )}
        <Fact label={t('groups.one.members')}>{group.members}</Fact>
        <Fact label={t('groups.one.lag')}>
          {group.lag ?? t('groups.unknown')}
        </Fact>
      </Facts>
      <Section title={t('groups.one.history')}>
        <LagChart history={group.history} />
      </Section>
      <Section title={t('groups.one.partitions')}>
        <Partitions group={group} />
      </Section>
      <OpenRequests requests={group.openRequests} />
    </>
  );
};

/** One consumer group: how far behind it is, now and over time. */
export const GroupPage = (props: { environment: string; groupId: string }) => {
  const { environment, groupId } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { groupOf } = useLinks();
  const loaded = useLoad(
    useCallback(
      (signal: AbortSignal) => api.group({ environment, groupId }, { signal }),
      [api, environment, groupId],
    ),
  );
  return (
    <LoadedPage
      title={groupId}
      href={groupOf(environment, groupId)}
      loaded={loaded}
      words={{
        loading: t('groups.one.loading'),
        error: t('groups.one.error'),
        notAllowed: t('groups.one.notAllowed'),
      }}
      state={({ state }) => <GroupState state={state} />}
    >
      {group => <Group group={group} />}
    </LoadedPage>
  );
};
