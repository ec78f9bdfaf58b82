// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text, VisuallyHidden } from '@backstage/ui';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { lineDiff, readable } from './lineDiff';
import styles from './subjects.module.css';

const MARKS = { same: ' ', added: '+', removed: '−' };

/** Two schemas line by line; what became of a line is said, not only coloured. */
export const SchemaDiff = (props: {
  before: string;
  after: string;
  label: string;
}) => {
  const { label } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const lines = lineDiff(readable(props.before), readable(props.after));
  if (lines.every(({ kind }) => kind === 'same')) {
    return <Text as="p">{t('subjects.one.same')}</Text>;
  }
  return (
    // A region that scrolls has to be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.diff} role="region" aria-label={label} tabIndex={0}>
      {lines.map(({ kind, text }, index) => (
        <div key={index} className={styles[kind]}>
          <span aria-hidden="true">{MARKS[kind]} </span>
          {kind !== 'same' && (
            <VisuallyHidden>{t(`subjects.one.${kind}`)} </VisuallyHidden>
          )}
          {text}
        </div>
      ))}
    </div>
  );
};
