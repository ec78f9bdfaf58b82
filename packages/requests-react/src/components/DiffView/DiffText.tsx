// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { fairwayComponentsTranslationRef } from '../translation';
import styles from './DiffView.module.css';

/** Characters that are not seen or that turn the reading direction, so that a diff could look like what it is not. */
const HIDDEN =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class
  /([\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff])/;

const codePoint = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Text of a line with invisible characters made visible. */
export const DiffText = (props: { text: string }) => {
  const { t } = useTranslationRef(fairwayComponentsTranslationRef);
  if (!HIDDEN.test(props.text)) return <>{props.text}</>;
  return (
    <>
      {props.text.split(HIDDEN).map((part, index) => {
        // split() with one group puts the matches at the odd places.
        if (index % 2 === 0) return part;
        const name = codePoint(part);
        return (
          <span
            key={index}
            className={styles.hidden}
            title={t('diff.character', { codePoint: name })}
          >
            {name}
          </span>
        );
      })}
    </>
  );
};
