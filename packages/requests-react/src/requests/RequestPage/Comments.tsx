// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Skeleton, Text, TextAreaField } from '@backstage/ui';
import type { RequestDetail, RequestsApi } from '@fairway/requests-common';
import { useCallback, useState } from 'react';
import { ErrorPanel, LoadError } from '../../components';
import { useLoad } from '../../hooks';
import { LeaveGuarded } from '../../leaveGuard';
import { useOnce } from '../hooks/useOnce';
import { Timeline } from '../Timeline';
import { fairwayRequestsTranslationRef } from '../translation';

const CommentForm = (props: { onAdd: (text: string) => Promise<void> }) => {
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const [text, setText] = useState('');
  const [isAdded, setAdded] = useState(false);
  const { run, isPending, error } = useOnce();
  const add = () =>
    run(async () => {
      await props.onAdd(text.trim());
      setText('');
      setAdded(true);
    });
  return (
    <Flex direction="column" gap="3" align="start">
      <TextAreaField
        label={t('comments.label')}
        value={text}
        onChange={value => {
          setText(value);
          if (value) setAdded(false);
        }}
      />
      <LeaveGuarded isUnsaved={!!text.trim() && !isPending} />
      {error && <ErrorPanel title={t('comments.failed')} error={error} />}
      <Flex align="center" gap="3">
        <Button
          variant="secondary"
          isDisabled={!text.trim()}
          isPending={isPending}
          onPress={add}
        >
          {t('comments.add')}
        </Button>
        <Text role="status">{isAdded ? t('comments.added') : ''}</Text>
      </Flex>
    </Flex>
  );
};

/** What people said about a request, and a field to say something. */
export const Comments = (props: {
  api: RequestsApi;
  request: RequestDetail;
  version: object;
}) => {
  const { api, request, version } = props;
  const { id, actions } = request;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const load = useCallback(
    (signal: AbortSignal) => api.comments(id, { signal }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, id, version],
  );
  const { value, error, isLoading, reload } = useLoad(load);
  return (
    <Flex direction="column" gap="4">
      {error && (
        <LoadError
          error={error}
          title={t('comments.error')}
          notAllowedTitle={t('comments.error')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {!value && isLoading && <Skeleton width="100%" height="4rem" />}
      {value?.items.length === 0 && <Text as="p">{t('comments.empty')}</Text>}
      {!!value?.items.length && (
        <Timeline
          label={t('comments.title')}
          items={value.items.map(comment => ({
            id: comment.id,
            title: comment.text,
            at: comment.at,
            actorRef: comment.authorRef,
          }))}
        />
      )}
      {actions.comment.allowed ? (
        <CommentForm
          onAdd={async text => {
            await api.comment(id, { text });
            reload();
          }}
        />
      ) : (
        <Text as="p" color="secondary">
          {actions.comment.because}
        </Text>
      )}
    </Flex>
  );
};
