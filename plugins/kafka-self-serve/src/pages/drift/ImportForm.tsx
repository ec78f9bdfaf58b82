// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  useAnalytics,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button, Checkbox, Flex, Link, Select, Text } from '@backstage/ui';
import type {
  ImportAnswer,
  ImportInput,
  ImportSuggestion,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { ScrollTable, useOnce } from '@fairway/requests-react';
import { useState } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { useLinks } from '../../layout/useLinks';
import { ActionButton, ProblemList, SendError } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';

const COLUMNS = ['take', 'topic', 'owner', 'why', 'grants'] as const;

const candidates = ({ owners }: ImportSuggestion) =>
  owners.flatMap(({ instance, reason }) =>
    instance ? [{ instance, reason }] : [],
  );

/** The suggestions of one environment: which to take, and for whom. */
export const ImportForm = (props: {
  environment: string;
  suggestions: ImportSuggestion[];
  onImported: () => void;
}) => {
  const { environment, suggestions, onImported } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const analytics = useAnalytics();
  const { topicOf } = useLinks();
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [owners, setOwners] = useState<Record<string, string>>({});
  const [grants, setGrants] = useState(true);
  const [answer, setAnswer] = useState<ImportAnswer>();
  const { run, isPending, error, reset } = useOnce();
  const ownerOf = (suggestion: ImportSuggestion) =>
    owners[suggestion.topic] ?? candidates(suggestion)[0]?.instance;
  const take = (topic: string) => (isTaken: boolean) =>
    setTaken(current => {
      const next = new Set(current);
      if (isTaken) next.add(topic);
      else next.delete(topic);
      return next;
    });
  const send = (part: Pick<ImportInput, 'topics' | 'all'>) => () =>
    run(async () => {
      setAnswer(await api.import({ environment, grants, ...part }));
      analytics.captureEvent('import', 'topics', {
        attributes: { environment },
      });
      setTaken(new Set());
      onImported();
    });
  const topics = suggestions
    .filter(({ topic }) => taken.has(topic))
    .map(suggestion => ({
      name: suggestion.topic,
      instance: ownerOf(suggestion),
    }));
  return (
    <Flex direction="column" gap="3">
      <div role="status">
        {answer &&
          t('drift.import.done', {
            topics: t('drift.import.topics', { count: answer.imported }),
            grants: t('drift.import.grants', { count: answer.grants }),
          })}
      </div>
      {answer && <ProblemList problems={answer.problems} />}
      {error && (
        <SendError
          error={error}
          title={t('drift.import.failed')}
          onRetry={reset}
        />
      )}
      {suggestions.length === 0 ? (
        <Text as="p">{t('drift.import.none')}</Text>
      ) : (
        <>
          <ScrollTable
            label={t('drift.import.title')}
            columns={COLUMNS.map(column => t(`drift.import.columns.${column}`))}
          >
            {suggestions.map(suggestion => {
              const { topic } = suggestion;
              const choices = candidates(suggestion);
              const owner = ownerOf(suggestion);
              return (
                <tr key={topic}>
                  <td>
                    <Checkbox
                      aria-label={t('drift.import.take', { topic })}
                      isDisabled={!owner}
                      isSelected={taken.has(topic)}
                      onChange={take(topic)}
                    />
                  </td>
                  <th scope="row">
                    <Link href={topicOf(environment, topic)}>{topic}</Link>
                  </th>
                  <td>
                    {choices.length === 0 ? (
                      t('drift.import.noOwner')
                    ) : (
                      <Select
                        aria-label={t('drift.import.owner', { topic })}
                        placeholder={t('drift.import.chooseOwner')}
                        options={choices.map(({ instance }) => ({
                          value: instance,
                          label: instance,
                        }))}
                        selectedKey={owner ?? null}
                        onSelectionChange={key =>
                          setOwners({ ...owners, [topic]: String(key) })
                        }
                      />
                    )}
                  </td>
                  <td>
                    {choices.find(({ instance }) => instance === owner)?.reason}
                  </td>
                  <td>
                    {suggestion.grants
                      .map(({ instance, principal, access }) =>
                        t('drift.import.grant', {
                          who: instance ?? principal,
                          access,
                        }),
                      )
                      .join(', ')}
                  </td>
                </tr>
              );
            })}
          </ScrollTable>
          <Checkbox isSelected={grants} onChange={setGrants}>
            {t('drift.import.withGrants')}
          </Checkbox>
          <Flex gap="3" align="start">
            <ActionButton
              variant="primary"
              action={
                topics.length > 0
                  ? { allowed: true }
                  : { allowed: false, because: t('drift.import.runFirst') }
              }
              isPending={isPending}
              onPress={send({ topics })}
            >
              {t('drift.import.run', { count: topics.length })}
            </ActionButton>
            <Button
              variant="secondary"
              isPending={isPending}
              onPress={send({ topics: [], all: true })}
            >
              {t('drift.import.all')}
            </Button>
          </Flex>
        </>
      )}
    </Flex>
  );
};
