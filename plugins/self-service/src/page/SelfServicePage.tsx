// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  BreadcrumbEntry,
  NotFoundErrorPage,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { WindowTitle } from '@fairway/requests-react';
import type { ReactNode } from 'react';
import { matchPath, useParams } from 'react-router-dom';
import { rootRouteRef } from '../routes';
import { selfServiceTranslationRef } from '../translation';

const NotFound = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const rootLink = useRouteRef(rootRouteRef);
  return (
    <BreadcrumbEntry
      entry={{ label: t('page.notFound'), href: rootLink?.() ?? '' }}
    >
      <NotFoundErrorPage />
    </BreadcrumbEntry>
  );
};

/** Around the page that the framework makes of our tabs: a title of the window, and words where there is no such tab. */
export const SelfServicePage = (props: {
  /** Of the tabs, also of those that other plugins add. */
  paths: string[];
  children: ReactNode;
}) => {
  const { paths, children } = props;
  const { '*': rest = '' } = useParams();
  const isKnown =
    rest === '' ||
    paths.some(path => matchPath(`/${path}/*`, `/${rest}`) !== null);
  return (
    <>
      <WindowTitle />
      {children}
      {!isKnown && <NotFound />}
    </>
  );
};
