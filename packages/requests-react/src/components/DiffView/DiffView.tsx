// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { useMemo } from 'react';
import { CopyButton } from '../CopyableCode';
import { fairwayComponentsTranslationRef } from '../translation';
import { DiffFileView } from './DiffFileView';
import { parseUnifiedDiff } from './parseUnifiedDiff';

/** A unified diff, file by file. */
export const DiffView = (props: {
  /** As git prints it. */
  diff: string;
  /** Of the files' names. */
  headingLevel?: 'h3' | 'h4' | 'h5';
}) => {
  const { diff, headingLevel = 'h4' } = props;
  const { t } = useTranslationRef(fairwayComponentsTranslationRef);
  const files = useMemo(() => parseUnifiedDiff(diff), [diff]);
  if (files.length === 0) {
    return <Text as="p">{t('diff.empty')}</Text>;
  }
  const sum = (key: 'added' | 'removed') =>
    files.reduce((total, file) => total + file[key], 0);
  return (
    <Flex direction="column" gap="4">
      <Flex align="center" justify="between" gap="3">
        <Text>
          {t('diff.summary', {
            files: t('diff.files', { count: files.length }),
            lines: t('diff.lines', {
              added: `+${sum('added')}`,
              removed: `−${sum('removed')}`,
            }),
          })}
        </Text>
        <CopyButton value={diff} label={t('diff.copyLabel')} />
      </Flex>
      {files.map((file, index) => (
        <DiffFileView key={index} file={file} headingLevel={headingLevel} />
      ))}
    </Flex>
  );
};
