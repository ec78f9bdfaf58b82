// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  useAnalytics,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Checkbox, Flex, Text } from '@backstage/ui';
import type {
  DriftChoice,
  DriftEntry,
  DriftKind,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { RequestAction } from '@fairway/requests-common';
import {
  ErrorPanel,
  RelativeTime,
  StateBadge,
  useOnce,
} from '@fairway/requests-react';
import { useCallback, useState } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import {
  ActionButton,
  EnvironmentName,
  type ListQuery,
  PagedList,
  SendError,
  useSubmitRequest,
} from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';

const COLUMNS = [
  'what',
  'environment',
  'kind',
  'changes',
  'since',
  'actions',
] as const;

/** What becomes desired without a request; access and quotas have requests of their own. */
const ADOPTABLE: DriftKind[] = [
  'topic-changed',
  'topic-missing',
  'subject-changed',
  'subject-missing',
];

const withoutCause = ({ allowed }: RequestAction): RequestAction => ({
  allowed,
});

const Actions = (props: { entry: DriftEntry; onChanged: () => void }) => {
  const { entry, onChanged } = props;
  const { id, action, kind, repair, adopt, ignored } = entry;
  const isAdoptable = !!adopt || ADOPTABLE.includes(kind);
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const analytics = useAnalytics();
  const choosing = useOnce();
  const asking = useSubmitRequest();
  const choose = (choice: DriftChoice['choice']) => () =>
    choosing.run(async () => {
      await api.chooseDrift(id, { choice });
      analytics.captureEvent(choice, 'drift', { attributes: { kind } });
      onChanged();
    });
  return (
    <Flex direction="column" gap="2">
      <Flex gap="2">
        {repair && (
          <ActionButton
            action={action}
            isPending={asking.isPending}
            onPress={() => asking.submit(repair)}
          >
            {t('drift.repair')}
          </ActionButton>
        )}
        {isAdoptable && (
          <ActionButton
            // One cause is enough for all that stand side by side.
            action={repair ? withoutCause(action) : action}
            isPending={asking.isPending || choosing.isPending}
            onPress={adopt ? () => asking.submit(adopt) : choose('adopt')}
          >
            {t('drift.adopt')}
          </ActionButton>
        )}
        <ActionButton
          action={repair || isAdoptable ? withoutCause(action) : action}
          isPending={choosing.isPending}
          onPress={choose(ignored ? 'watch' : 'ignore')}
        >
          {t(ignored ? 'drift.watch' : 'drift.ignore')}
        </ActionButton>
      </Flex>
      {choosing.error && (
        <ErrorPanel title={t('drift.failed')} error={choosing.error} />
      )}
      {asking.error && (
        <SendError
          error={asking.error}
          title={t('send.failed')}
          onRetry={asking.reset}
        />
      )}
    </Flex>
  );
};

const Row = (props: { entry: DriftEntry; onChanged: () => void }) => {
  const { entry, onChanged } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const nothing = t('drift.nothing');
  return (
    <tr>
      <th scope="row">
        {entry.title}
        {entry.ignored && (
          <StateBadge tone="neutral">{t('drift.ignored')}</StateBadge>
        )}
      </th>
      <td>
        <EnvironmentName name={entry.environment} />
      </td>
      <td>{t(`drift.kinds.${entry.kind}`)}</td>
      <td>
        {entry.changes.map(({ path, before, after }) => (
          <Text as="p" variant="body-small" key={path}>
            {t('drift.change', {
              path,
              before: before ?? nothing,
              after: after ?? nothing,
            })}
          </Text>
        ))}
      </td>
      <td>
        <RelativeTime value={entry.since} />
      </td>
      <td>
        <Actions entry={entry} onChanged={onChanged} />
      </td>
    </tr>
  );
};

/** Differences between what was asked for and what is there, and what can be done about each. */
export const DriftList = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const [withIgnored, setWithIgnored] = useState(false);
  return (
    <>
      <Checkbox isSelected={withIgnored} onChange={setWithIgnored}>
        {t('drift.withIgnored')}
      </Checkbox>
      <PagedList
        isPart
        words={{
          label: t('drift.list'),
          search: t('drift.search'),
          loading: t('drift.loading'),
          error: t('drift.error'),
          notAllowed: t('drift.notAllowed'),
        }}
        empty={{ title: t('drift.empty.title'), text: t('drift.empty.text') }}
        columns={COLUMNS.map(column => t(`drift.columns.${column}`))}
        load={useCallback(
          ({ mine: _mine, ...query }: ListQuery, signal: AbortSignal) =>
            api.drift({ ...query, ignored: withIgnored }, { signal }),
          [api, withIgnored],
        )}
        row={(entry, reload) => (
          <Row key={entry.id} entry={entry} onChanged={reload} />
        )}
      />
    </>
  );
};
