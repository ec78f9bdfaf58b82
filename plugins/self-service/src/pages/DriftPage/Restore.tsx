// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button, Flex, VisuallyHidden } from '@backstage/ui';
import {
  CHANGE_KIND,
  type ChangePayload,
  type DriftItem,
} from '@fairway/backstage-plugin-self-service-common';
import { LoadError } from '@fairway/requests-react';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { selfServiceRequestsApiRef } from '../../api';
import { requestRouteRef } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';

/** 128 random bits: `crypto.randomUUID` is not there on plain HTTP. */
const randomKey = () =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), part =>
    part.toString(16).padStart(8, '0'),
  ).join('');

/** Makes a draft that puts back what was approved, and leads to its page. */
export const Restore = (props: { item: DriftItem }) => {
  const { repoUrl, path, restore, requestId = '' } = props.item;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const requests = useApi(selfServiceRequestsApiRef);
  const link = useRouteRef(requestRouteRef);
  const navigate = useNavigate();
  // The same attempt again makes no second draft.
  const key = useRef(randomKey());
  const [state, setState] = useState<{ isMaking?: boolean; error?: Error }>({});
  if (!restore || !link) return null;
  const make = async () => {
    setState({ isMaking: true });
    const payload: ChangePayload = {
      repoUrl,
      files: restore.files,
      onExists: 'replace',
      description: t('drift.justification', { request: requestId }),
    };
    try {
      const { request } = await requests.create({
        kind: CHANGE_KIND,
        payload,
        title: t('drift.restoreTitle', { path }),
        justification: t('drift.justification', { request: requestId }),
        idempotencyKey: key.current,
        submit: 'review',
      });
      navigate(link({ id: request.id }));
    } catch (error) {
      setState({ error: error as Error });
    }
  };
  return (
    <Flex direction="column" gap="2" align="start">
      <Button
        variant="primary"
        aria-label={t('drift.restoreOf', { path })}
        isDisabled={state.isMaking}
        onPress={make}
      >
        {t('drift.restore')}
      </Button>
      <VisuallyHidden role="status">
        {state.isMaking && t('drift.restoring')}
      </VisuallyHidden>
      {state.error && (
        <LoadError
          error={state.error}
          title={t('drift.failed')}
          notAllowedTitle={t('drift.refused')}
          onRetry={make}
          isRetrying={state.isMaking}
        />
      )}
    </Flex>
  );
};
