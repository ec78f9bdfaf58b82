// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { type ReactNode, useId } from 'react';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import styles from './form.module.css';
import type { Ask } from './useAsk';

/** The plan first; once it was seen, sending is what to do next. */
export const AskActions = (props: {
  ask: Ask;
  /** The way out. */
  children?: ReactNode;
}) => {
  const { ask, children } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const hintId = useId();
  const isSame = !!ask.asking.revised && !ask.isUnsaved;
  const sendLabel = () => {
    if (ask.asking.revised) return t('ask.revise');
    return ask.isSeen ? t('ask.submit') : t('ask.review');
  };
  return (
    <div className={styles.actions} role="group" aria-label={t('ask.actions')}>
      <Button
        type="submit"
        variant={ask.isSeen ? 'secondary' : 'primary'}
        isPending={ask.isPreviewing}
      >
        {t('ask.showPlan')}
      </Button>
      <Button
        variant={ask.isSeen ? 'primary' : 'secondary'}
        isPending={ask.isSending}
        isDisabled={isSame}
        aria-describedby={isSame ? hintId : undefined}
        onPress={ask.send}
      >
        {sendLabel()}
      </Button>
      {children}
      {isSame && (
        <Text id={hintId} variant="body-small" color="secondary">
          {t('ask.reviseFirst')}
        </Text>
      )}
    </div>
  );
};
