// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { EmptyState } from '@fairway/requests-react';
import { kafkaSelfServeTranslationRef } from '../../translation';
import type { Part } from './parts';

/** Why there is no request in the list, and what to do about it. */
export const Nothing = (props: {
  part: Part;
  isFiltered: boolean;
  onClear: () => void;
  onAll: () => void;
}) => {
  const { part, isFiltered, onClear, onAll } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  if (isFiltered) {
    return (
      <EmptyState
        title={t('lists.noMatch.title')}
        action={
          <Button variant="secondary" onPress={onClear}>
            {t('lists.noMatch.clear')}
          </Button>
        }
      >
        {t('lists.noMatch.text')}
      </EmptyState>
    );
  }
  if (part === 'all') {
    return (
      <EmptyState title={t('requests.all.empty.title')}>
        {t('requests.all.empty.text')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('requests.all.nothing')}
      action={
        <Button variant="secondary" onPress={onAll}>
          {t('requests.all.showAll')}
        </Button>
      }
    >
      {t('requests.all.nothingText', {
        part: t(`requests.all.parts.${part}`),
      })}
    </EmptyState>
  );
};
