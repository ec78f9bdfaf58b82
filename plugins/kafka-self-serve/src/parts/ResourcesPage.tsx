// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Link } from '@backstage/ui';
import type {
  KafkaPage,
  OwnedBy,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { ReactNode } from 'react';
import { useLinks } from '../layout/useLinks';
import { kafkaSelfServeTranslationRef } from '../translation';
import { EnvironmentName } from './EnvironmentName';
import { Owner } from './Owner';
import { Page } from './Page';
import { PagedList } from './PagedList';
import type { ListQuery } from './useListQuery';

/** The area of what belongs to topics: a list of all of it, by name, environment and owner first. */
export function ResourcesPage<
  T extends OwnedBy & { environment: string },
>(props: {
  area: 'groups' | 'subjects';
  /** Titles of the columns after the first three. */
  columns: string[];
  /** Kept by the caller, in a `useCallback`. */
  load: (query: ListQuery, signal: AbortSignal) => Promise<KafkaPage<T>>;
  /** What it is called. */
  nameOf: (item: T) => string;
  /** Address of its page. */
  pageOf: (environment: string, name: string) => string;
  /** The cells after the first three. */
  cells: (item: T) => ReactNode;
}) {
  const { area, columns, load, nameOf, pageOf, cells } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { topics } = useLinks();
  const title = t(`${area}.title`);
  return (
    <Page title={title} isArea>
      <PagedList
        words={{
          label: title,
          search: t(`${area}.search`),
          loading: t(`${area}.loading`),
          error: t(`${area}.error`),
          notAllowed: t(`${area}.notAllowed`),
        }}
        empty={{
          title: t(`${area}.empty.title`),
          text: t(`${area}.empty.text`),
          action: (
            <ButtonLink variant="secondary" href={topics}>
              {t(`${area}.empty.topics`)}
            </ButtonLink>
          ),
        }}
        columns={[
          ...(['name', 'environment', 'owner'] as const).map(column =>
            t(`${area}.columns.${column}`),
          ),
          ...columns,
        ]}
        withMine
        load={load}
        row={item => {
          const { environment, ownerRef } = item;
          const name = nameOf(item);
          return (
            <tr key={`${environment}/${name}`}>
              <th scope="row">
                <Link href={pageOf(environment, name)}>{name}</Link>
              </th>
              <td>
                <EnvironmentName name={environment} />
              </td>
              <td>
                <Owner ownerRef={ownerRef} />
              </td>
              {cells(item)}
            </tr>
          );
        }}
      />
    </Page>
  );
}
