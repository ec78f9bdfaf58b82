// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { PlannedTarget } from '@fairway/backstage-plugin-self-service-common';
import { ScrollTable } from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../translation';
import { Code } from './Fact';

/** What the change touches, as the ownership policy is asked about it. */
export const Targets = (props: { targets: PlannedTarget[] }) => {
  const { targets } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  if (targets.length === 0) {
    return <Text as="p">{t('change.targets.none')}</Text>;
  }
  return (
    <ScrollTable
      label={t('change.targets.label')}
      columns={[
        t('change.targets.target'),
        t('change.targets.environment'),
        t('change.targets.module'),
        t('change.targets.account'),
        t('change.targets.action'),
        t('change.targets.path'),
      ]}
    >
      {targets.map(target => {
        const { path, service, environment, module, account, action } = target;
        return (
          <tr key={`${path} ${action}`}>
            <td>{service}</td>
            <td>{environment}</td>
            <td>
              {module ? `${module.name} ${module.version}` : t('change.none')}
            </td>
            <td>{account ?? t('change.none')}</td>
            <td>
              {t(
                action === 'service.destroy'
                  ? 'change.targets.destroy'
                  : 'change.targets.deploy',
              )}
            </td>
            <td>
              <Code>{path}</Code>
            </td>
          </tr>
        );
      })}
    </ScrollTable>
  );
};
