// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { ChangePlan } from '@fairway/backstage-plugin-self-service-common';
import { ScrollTable } from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../translation';
import { Code } from './Fact';

/** The files and what becomes of each. */
export const Files = (props: { files: ChangePlan['files'] }) => {
  const { files } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  if (files.length === 0) {
    return <Text as="p">{t('change.files.none')}</Text>;
  }
  return (
    <ScrollTable
      label={t('change.files.label')}
      columns={[t('change.files.path'), t('change.files.action')]}
    >
      {files.map(({ path, action }) => (
        <tr key={path}>
          <td>
            <Code>{path}</Code>
          </td>
          <td>{t(`change.files.${action}`)}</td>
        </tr>
      ))}
    </ScrollTable>
  );
};
