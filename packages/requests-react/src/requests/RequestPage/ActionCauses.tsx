// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RequestDetail } from '@fairway/requests-common';
import { LinkedText } from '../../components';
import { fairwayRequestsTranslationRef } from '../translation';
import styles from './RequestPage.module.css';
import { ACTION_KEYS, type PageAction } from './visibleActions';

/** Why buttons are of no use now, in words: a disabled button cannot be focused, so its own text would be missed. */
export const ActionCauses = (props: {
  id: string;
  request: RequestDetail;
  names: PageAction[];
}) => {
  const { id, request, names } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const causes = new Map<string, string[]>();
  names.forEach(name => {
    const { allowed, because } = request.actions[name];
    if (allowed || !because) return;
    const label = t(`actions.${ACTION_KEYS[name]}`);
    causes.set(because, [...(causes.get(because) ?? []), label]);
  });
  if (causes.size === 0) return null;
  return (
    <ul id={id} className={styles.causes} aria-label={t('actions.unavailable')}>
      {[...causes].map(([because, labels]) => (
        <li key={because}>
          <LinkedText>
            {t('actions.because', { action: labels.join(', '), because })}
          </LinkedText>
        </li>
      ))}
    </ul>
  );
};
