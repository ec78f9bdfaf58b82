// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../../api';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskPage } from '../form';
import { useAskLinks } from '../useAskLinks';
import { ResetForm } from './ResetForm';

/** The page that lets a group go on at another place, or says why not. */
export const ResetPage = (props: { environment: string; group: string }) => {
  const { environment, group: groupId } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const links = useAskLinks();
  const loaded = useLoad(
    useCallback(
      (signal: AbortSignal) => api.group({ environment, groupId }, { signal }),
      [api, environment, groupId],
    ),
  );
  return (
    <AskPage
      title={t('ask.reset.title', { name: groupId })}
      about={{ name: groupId, href: links.groupOf(environment, groupId) }}
      loaded={loaded}
      words={{
        loading: t('ask.reset.loading'),
        error: t('ask.reset.error'),
        notAllowed: t('ask.reset.notAllowedSee'),
        refused: t('ask.reset.notAllowed'),
      }}
      actionOf={({ actions }) => actions.reset}
    >
      {group => <ResetForm group={group} />}
    </AskPage>
  );
};
