// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text, TextAreaField } from '@backstage/ui';
import { selfServiceTranslationRef } from '../../translation';
import styles from './RevisePage.module.css';
import { type RevisedFile, withLineEnds } from './revision';

const FEWEST_ROWS = 6;
const MOST_ROWS = 28;

/** One file of the change, to edit, or to take out of it. The tab key leads on: the field keeps nobody in. */
export const FileField = (props: {
  file: RevisedFile;
  onChange: (file: RevisedFile) => void;
}) => {
  const { file, onChange } = props;
  const { path, content, isLeftOut } = file;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const isEdited = content !== undefined && !isLeftOut;
  const rows = (content?.split('\n').length ?? 0) + 1;
  return (
    <li className={styles.file}>
      {isEdited ? (
        <TextAreaField
          label={path}
          className={styles.text}
          rows={Math.min(Math.max(rows, FEWEST_ROWS), MOST_ROWS)}
          value={content}
          onChange={typed =>
            onChange({ ...file, content: withLineEnds(content, typed) })
          }
          spellCheck="false"
          autoCorrect="off"
        />
      ) : (
        <div>
          <Text as="p" weight="bold" className={styles.path}>
            {path}
          </Text>
          <Text as="p" color="secondary">
            {t(isLeftOut ? 'revise.file.leftOut' : 'revise.file.deletes')}
          </Text>
        </div>
      )}
      <Button
        size="small"
        variant="secondary"
        aria-label={t(
          isLeftOut ? 'revise.file.putBackOf' : 'revise.file.leaveOutOf',
          { path },
        )}
        onPress={() => onChange({ ...file, isLeftOut: !isLeftOut })}
      >
        {t(isLeftOut ? 'revise.file.putBack' : 'revise.file.leaveOut')}
      </Button>
    </li>
  );
};
