// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DecidingRule } from '@fairway/backstage-plugin-ownership-common';
import { ownershipTranslationRef } from '../../translation';
import styles from './WhoCanPage.module.css';

/** `policy.yaml line 34`, as far as it is known. */
function usePlace() {
  const { t } = useTranslationRef(ownershipTranslationRef);
  return ({ file, line }: DecidingRule): string | undefined => {
    if (line === undefined) return undefined;
    const number = String(line);
    return file
      ? t('rules.fileLine', { file, line: number })
      : t('rules.line', { line: number });
  };
}

/** The rules behind an answer: where they stand, on what condition, and why. */
export const RuleList = (props: { rules: DecidingRule[] }) => {
  const { t } = useTranslationRef(ownershipTranslationRef);
  const placeOf = usePlace();
  return (
    <ul className={styles.rules}>
      {props.rules.map(rule => {
        const facts = [
          placeOf(rule),
          rule.selectors.length > 0 &&
            t('rules.for', { selectors: rule.selectors.join(', ') }),
          rule.condition && t('rules.when', { condition: rule.condition }),
        ].filter(Boolean);
        return (
          <li key={`${rule.target} ${rule.id}`}>
            <code>{rule.target}</code> {t('rules.by')} <code>{rule.id}</code>
            {facts.length > 0 && ` (${facts.join('; ')})`}
            {rule.why && <div>{rule.why}</div>}
          </li>
        );
      })}
    </ul>
  );
};
