// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { fairwayComponentsTranslationRef } from '../translation';
import styles from './CopyableCode.module.css';
import { useCopy } from './useCopy';

/** A button that copies `value`; `label` says what that is, in words ("the branch name"). */
export const CopyButton = (props: { value: string; label: string }) => {
  const { value, label } = props;
  const { t } = useTranslationRef(fairwayComponentsTranslationRef);
  const { state, copy } = useCopy();
  return (
    <span className={styles.copy}>
      <ButtonIcon
        variant="secondary"
        size="small"
        aria-label={t('copy.action', { label })}
        icon={state === 'done' ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={() => copy(value)}
      />
      <span role="status" className={styles.status}>
        {state === 'done' && t('copy.done', { label })}
        {state === 'failed' && t('copy.failed')}
      </span>
    </span>
  );
};
