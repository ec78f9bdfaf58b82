// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Link, Text } from '@backstage/ui';
import type { ApplicationSummary } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { EntityLink } from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { useLinks } from '../../layout/useLinks';
import { EnvironmentNames, type ListQuery, Page, PagedList } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';

const COLUMNS = [
  'name',
  'owner',
  'component',
  'environments',
  'topics',
] as const;

const Row = (props: { application: ApplicationSummary }) => {
  const { name, displayName, description, ...application } = props.application;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { applicationOf } = useLinks();
  return (
    <tr>
      <th scope="row">
        <Link href={applicationOf(name)}>{displayName ?? name}</Link>
        {description && (
          <Text as="p" variant="body-small" color="secondary">
            {description}
          </Text>
        )}
      </th>
      <td>
        <EntityLink entityRef={application.ownerRef} defaultKind="group" />
      </td>
      <td>
        <EntityLink
          entityRef={application.componentRef}
          defaultKind="component"
        />
      </td>
      <td>
        {application.environments.length === 0 ? (
          t('applications.nowhere')
        ) : (
          <EnvironmentNames names={application.environments} />
        )}
      </td>
      <td>{application.topics}</td>
    </tr>
  );
};

/** The applications that the person may see. */
export const ApplicationsPage = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { newApplication } = useLinks();
  return (
    <Page
      title={t('applications.title')}
      isArea
      text={t('applications.text')}
      action={
        <ButtonLink variant="primary" href={newApplication}>
          {t('applications.ask')}
        </ButtonLink>
      }
    >
      <PagedList
        words={{
          label: t('applications.title'),
          search: t('applications.search'),
          loading: t('applications.loading'),
          error: t('applications.error'),
          notAllowed: t('applications.notAllowed'),
        }}
        empty={{
          title: t('applications.empty.title'),
          text: t('applications.empty.text'),
        }}
        columns={COLUMNS.map(column => t(`applications.columns.${column}`))}
        withMine
        load={useCallback(
          (query: ListQuery, signal: AbortSignal) =>
            api.applications(query, { signal }),
          [api],
        )}
        row={application => (
          <Row key={application.name} application={application} />
        )}
      />
    </Page>
  );
};
