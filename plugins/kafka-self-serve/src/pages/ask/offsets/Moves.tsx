// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type {
  OffsetMove,
  OffsetPreviewAnswer,
  OffsetResetPayload,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  LoadError,
  ScrollTable,
  Section,
  useLoad,
} from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../../api';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { LoadingRows } from '../../../words';
import { Problems } from '../form';
import { isComplete } from './strategy';

/** While somebody types. */
const TYPING_MS = 400;
/** More are counted: nothing without an end is drawn. */
const MOST_SHOWN = 200;
const COLUMNS = ['partition', 'before', 'after', 'records', 'lag'] as const;

const Row = ({ move }: { move: OffsetMove }) => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { topic, partition, before, after, requested, records, lag } = move;
  return (
    <tr>
      <th scope="row">
        {topic} {partition}
      </th>
      <td>{before ?? t('ask.reset.nothing')}</td>
      <td>
        {after}
        {requested !== undefined && (
          <Text as="div" variant="body-small" color="warning">
            {t('ask.reset.clamped', { requested })}
          </Text>
        )}
      </td>
      <td>{records ?? ''}</td>
      <td>{lag}</td>
    </tr>
  );
};

/** Each partition before and after, as the broker has it now. */
export const Moves = (props: { payload: OffsetResetPayload; now: string }) => {
  const { now } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const asked = isComplete(props.payload, now)
    ? JSON.stringify(props.payload)
    : undefined;
  const { value, error, isLoading, reload } = useLoad(
    useCallback(
      async (signal: AbortSignal): Promise<OffsetPreviewAnswer | undefined> =>
        asked ? api.offsetPreview(JSON.parse(asked), { signal }) : undefined,
      [api, asked],
    ),
    { delayMs: TYPING_MS },
  );
  const moves = value?.moves ?? [];
  return (
    <Section title={t('ask.reset.preview')}>
      {error && (
        <LoadError
          error={error}
          title={t('ask.reset.previewError')}
          notAllowedTitle={t('ask.reset.notAllowed')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {!asked && <Text as="p">{t('ask.reset.incomplete')}</Text>}
      {asked && isLoading && !value && (
        <LoadingRows>{t('ask.reset.previewLoading')}</LoadingRows>
      )}
      {!error && value && (
        <>
          <Problems id="reset-problems" problems={value.problems} />
          {moves.length > 0 && (
            <ScrollTable
              label={t('ask.reset.preview')}
              columns={COLUMNS.map(column => t(`ask.reset.columns.${column}`))}
            >
              {moves.slice(0, MOST_SHOWN).map(move => (
                <Row key={`${move.topic}/${move.partition}`} move={move} />
              ))}
            </ScrollTable>
          )}
          {moves.length === 0 && <Text as="p">{t('ask.reset.none')}</Text>}
          {moves.length > MOST_SHOWN && (
            <Text as="p">
              {t('ask.reset.more', {
                count: moves.length - MOST_SHOWN,
              })}
            </Text>
          )}
        </>
      )}
    </Section>
  );
};
