// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, Text } from '@backstage/ui';
import type { RequestAction } from '@fairway/requests-common';
import { LinkedText } from '@fairway/requests-react';
import { useId } from 'react';
import { kafkaSelfServeTranslationRef } from '../translation';
import styles from './parts.module.css';

/** What can be asked for about something; what cannot is there too, with the cause in words below. */
export const AskLinks = (props: {
  asks: { label: string; href: string; action: RequestAction }[];
}) => {
  const { asks } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const id = useId();
  const causes = new Map<string, string[]>();
  for (const { label, action } of asks) {
    const { allowed, because } = action;
    if (allowed || !because) continue;
    causes.set(because, [...(causes.get(because) ?? []), label]);
  }
  return (
    <div>
      <div
        className={styles.actions}
        role="group"
        aria-label={t('lists.asks')}
        aria-describedby={causes.size > 0 ? id : undefined}
      >
        {asks.map(({ label, href, action }) =>
          action.allowed ? (
            <ButtonLink key={label} variant="secondary" href={href}>
              {label}
            </ButtonLink>
          ) : (
            <Button key={label} variant="secondary" isDisabled>
              {label}
            </Button>
          ),
        )}
      </div>
      {causes.size > 0 && (
        <ul id={id} className={styles.causes}>
          {[...causes].map(([because, labels]) => (
            <li key={because}>
              <Text variant="body-small" color="secondary">
                <LinkedText>
                  {t('lists.because', { action: labels.join(', '), because })}
                </LinkedText>
              </Text>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
