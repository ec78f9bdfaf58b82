// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text, VisuallyHidden } from '@backstage/ui';
import { useId, useState } from 'react';
import { fairwayComponentsTranslationRef } from '../translation';
import { DiffText } from './DiffText';
import edge from '../scrollEdge.module.css';
import styles from './DiffView.module.css';
import { DiffFile, DiffLine } from './parseUnifiedDiff';

/** Lines that are drawn at first: more make the page slow. */
const FIRST_LINES = 1000;

const SIGNS = { added: '+', removed: '−', context: '', note: '' };

const Line = (props: { line: DiffLine }) => {
  const { kind, text, oldLine, newLine } = props.line;
  const { t } = useTranslationRef(fairwayComponentsTranslationRef);
  return (
    <tr className={styles[kind]}>
      <td className={styles.number}>{oldLine}</td>
      <td className={styles.number}>{newLine}</td>
      <td className={styles.sign}>
        <span aria-hidden="true">{SIGNS[kind]}</span>
        {(kind === 'added' || kind === 'removed') && (
          <VisuallyHidden>{t(`diff.${kind}`)}</VisuallyHidden>
        )}
      </td>
      <td className={styles.text}>
        <DiffText text={text} />
      </td>
    </tr>
  );
};

/** One file of a diff: header, then the lines in a region that scrolls. */
export const DiffFileView = (props: {
  file: DiffFile;
  headingLevel: 'h3' | 'h4' | 'h5';
}) => {
  const { file, headingLevel } = props;
  const { t } = useTranslationRef(fairwayComponentsTranslationRef);
  const [isComplete, setComplete] = useState(false);
  const headingId = useId();

  const rows: (DiffLine | string)[] = file.hunks.flatMap(hunk => [
    hunk.header,
    ...hunk.lines,
  ]);
  const shown = isComplete ? rows : rows.slice(0, FIRST_LINES);
  const kind =
    file.change === 'renamed'
      ? t('diff.renamed', { path: file.previousPath ?? '' })
      : t(`diff.${file.change}`);

  return (
    <section className={styles.file} aria-labelledby={headingId}>
      <header className={styles.header}>
        <Text
          as={headingLevel}
          id={headingId}
          variant="body-medium"
          weight="bold"
          className={styles.path}
        >
          {file.path}
        </Text>
        <Text variant="body-small">
          {kind}
          {!file.isBinary &&
            ` · ${t('diff.lines', {
              added: `+${file.added}`,
              removed: `−${file.removed}`,
            })}`}
        </Text>
      </header>
      {rows.length === 0 ? (
        <Text as="p" variant="body-small" className={styles.note}>
          {t(file.isBinary ? 'diff.binary' : 'diff.noLines')}
        </Text>
      ) : (
        // A region that scrolls has to be reachable by keyboard.
        <div
          className={`${styles.scroll} ${edge.fading}`}
          role="region"
          aria-label={t('diff.region', { path: file.path })}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          <table className={styles.table}>
            <thead>
              <tr>
                {(['oldLine', 'newLine', 'sign', 'content'] as const).map(
                  column => (
                    <th key={column} scope="col">
                      <VisuallyHidden>{t(`diff.${column}`)}</VisuallyHidden>
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {shown.map((row, index) =>
                typeof row === 'string' ? (
                  <tr key={index} className={styles.hunk}>
                    <td colSpan={4}>{row}</td>
                  </tr>
                ) : (
                  <Line key={index} line={row} />
                ),
              )}
            </tbody>
          </table>
        </div>
      )}
      {shown.length < rows.length && (
        <Button variant="tertiary" onPress={() => setComplete(true)}>
          {t('diff.more', { count: rows.length - shown.length })}
        </Button>
      )}
    </section>
  );
};
