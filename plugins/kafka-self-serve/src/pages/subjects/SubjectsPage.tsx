// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { useLinks } from '../../layout/useLinks';
import { type ListQuery, ResourcesPage } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { PhaseBadge } from '../../words';

const COLUMNS = ['format', 'version', 'compatibility', 'phase'] as const;

/** The subjects of the schema registries that the person may see. */
export const SubjectsPage = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { subjectOf } = useLinks();
  return (
    <ResourcesPage
      area="subjects"
      columns={COLUMNS.map(column => t(`subjects.columns.${column}`))}
      load={useCallback(
        (query: ListQuery, signal: AbortSignal) =>
          api.subjects(query, { signal }),
        [api],
      )}
      nameOf={({ name }) => name}
      pageOf={subjectOf}
      cells={({ format, version, compatibility, phase }) => (
        <>
          <td>{format}</td>
          <td>{version}</td>
          <td>{compatibility ?? t('subjects.registry')}</td>
          <td>
            <PhaseBadge phase={phase} />
          </td>
        </>
      )}
    />
  );
};
