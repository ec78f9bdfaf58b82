// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Skeleton, VisuallyHidden } from '@backstage/ui';
import {
  EntityLinks,
  LoadError,
  RelativeTime,
  ScrollTable,
  type TemporaryAccess,
} from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../translation';
import { useTemporaryAccess } from './useTemporaryAccess';

const COLUMNS = ['what', 'environment', 'who', 'ends'] as const;

/** Temporary access that `only` picks, or the words for none. */
export const AccessTable = (props: {
  label: string;
  empty: string;
  only: (access: TemporaryAccess) => boolean;
}) => {
  const { label, empty, only } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const { value, isLoading, reload } = useTemporaryAccess();
  if (!value) {
    return (
      <div role="status">
        <VisuallyHidden>{t('endings.loading')}</VisuallyHidden>
        <Skeleton width="100%" height={60} aria-hidden="true" />
      </div>
    );
  }
  const shown = value.access.filter(only);
  return (
    <>
      {value.failed.map(({ error, title }) => (
        <LoadError
          key={title}
          error={error}
          title={t('endings.error', { title })}
          notAllowedTitle={t('endings.notAllowed', { title })}
          onRetry={reload}
          isRetrying={isLoading}
        />
      ))}
      {shown.length === 0 && value.failed.length === 0 && <p>{empty}</p>}
      {shown.length > 0 && (
        <ScrollTable
          label={label}
          columns={COLUMNS.map(column => t(`endings.columns.${column}`))}
        >
          {shown.map(
            ({ environment, expiresAt, holderRefs, id, page, title }) => (
              <tr key={id}>
                <th scope="row">
                  {page ? <Link href={page}>{title}</Link> : title}
                </th>
                <td>{environment ?? t('endings.everywhere')}</td>
                <td>
                  <EntityLinks refs={holderRefs} defaultKind="group" />
                </td>
                <td>
                  <RelativeTime value={expiresAt} />
                </td>
              </tr>
            ),
          )}
        </ScrollTable>
      )}
    </>
  );
};
