// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge, Radio } from '@backstage/ui';
import type { MyTarget } from '@fairway/backstage-plugin-ownership-common';
import { useId } from 'react';
import { EntityLinks, StateBadge } from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../../translation';
import { withArticle } from '../../words';
import styles from './FairwayEnvironment.module.css';
import { withoutAsk } from './question';

/** One environment: usable, or grey with the reason, whom to ask and what would help. */
export const EnvironmentOption = (props: {
  target: MyTarget;
  isChosen: boolean;
  /** Title of the form field that holds an attribute, if there is one. */
  fieldOf: (attribute: string) => string | undefined;
}) => {
  const { target, isChosen, fieldOf } = props;
  const { environment, tier, decision, by, message, askFor, needs } = target;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const descriptionId = useId();
  const isRefused = decision !== 'allow';

  const need = (attribute: string) => {
    const field = fieldOf(attribute);
    const words = { attribute: withArticle(attribute) };
    return field
      ? t('environment.needsField', { ...words, field })
      : t('environment.needs', words);
  };

  return (
    <div className={styles.option}>
      <Radio
        value={environment}
        // Tab goes to the chosen one, so that stays open though it is refused
        // by now; the form does not let it pass.
        isDisabled={isRefused && !isChosen}
        aria-describedby={descriptionId}
      >
        <span className={styles.name}>
          {environment}
          {tier && (
            <Badge className={styles.tier}>
              {t('environment.tier', { tier })}
            </Badge>
          )}
          {isRefused && (
            <StateBadge tone="neutral">{t('environment.refused')}</StateBadge>
          )}
        </span>
      </Radio>
      {/* Not inside the label: it holds links and would become the name. */}
      <div id={descriptionId} className={styles.description}>
        {isRefused ? (
          <>
            {needs.map(attribute => (
              <p key={attribute} className={styles.need}>
                {need(attribute)}
              </p>
            ))}
            <p className={styles.reason}>{withoutAsk(message, askFor)}</p>
            {/* With something to fill in, it is no rule that stands against it. */}
            {needs.length === 0 && (
              <p>{t('environment.refusedBy', { rule: by })}</p>
            )}
            {askFor.length > 0 && (
              <p>
                {t(
                  needs.length === 0
                    ? 'environment.askFor'
                    : 'environment.askForElse',
                )}{' '}
                <EntityLinks refs={askFor} defaultKind="group" />
              </p>
            )}
          </>
        ) : (
          <p>{t('environment.allowedBy', { rule: by })}</p>
        )}
      </div>
    </div>
  );
};
