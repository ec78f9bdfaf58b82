// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { Route, Routes, useParams } from 'react-router-dom';
import { ModuleList } from './ModuleList';
import { ModulePage } from './ModulePage';

const ModuleRoute = () => {
  const { name = '' } = useParams();
  // A new page for a new name: nothing of the module before may stay on it.
  return <ModulePage key={name} name={name} />;
};

/** What lies under the tab of modules. The framework draws the header with the h1. */
export const ModulesRoutes = () => (
  <Container py="4">
    <Routes>
      <Route path="/" element={<ModuleList />} />
      <Route path="/:name" element={<ModuleRoute />} />
      <Route path="*" element={<NotFoundErrorPage />} />
    </Routes>
  </Container>
);
