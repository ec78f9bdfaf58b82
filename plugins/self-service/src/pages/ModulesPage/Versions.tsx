// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { VettedModule } from '@fairway/backstage-plugin-self-service-common';
import { ScrollTable, Section, StateBadge } from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../../translation';

/** Which versions may be used, and why not the others. */
export const Versions = (props: { module: VettedModule; shown?: string }) => {
  const { module, shown } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  if (module.versions.length === 0) return null;
  return (
    <Section title={t('modules.versions.title')}>
      <ScrollTable
        label={t('modules.versions.label')}
        columns={[
          t('modules.versions.version'),
          t('modules.versions.state'),
          t('modules.versions.reason'),
        ]}
      >
        {module.versions.map(({ version, status, reason }) => (
          <tr key={version}>
            <th scope="row">
              {version === shown ? (
                <>
                  {version} <em>{t('modules.versions.shown')}</em>
                </>
              ) : (
                <Link
                  href={`?version=${encodeURIComponent(version)}`}
                  aria-label={t('modules.versions.show', { version })}
                >
                  {version}
                </Link>
              )}
            </th>
            <td>
              <StateBadge tone={status === 'approved' ? 'success' : 'danger'}>
                {t(`modules.versions.${status}`)}
              </StateBadge>
            </td>
            <td>{reason}</td>
          </tr>
        ))}
      </ScrollTable>
    </Section>
  );
};
