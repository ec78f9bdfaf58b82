// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { Route, Routes, useParams } from 'react-router-dom';
import { ChangePage } from './ChangePage';
import { ChangesPage } from './ChangesPage';

const ChangeRoute = () => {
  const { id = '' } = useParams();
  // A new page for a new id: nothing of the change before may stay on it.
  return <ChangePage key={id} id={id} />;
};

/** What lies under the plugin's page. The framework draws the header with the h1. */
export const SelfServiceRoutes = () => (
  <Container py="4">
    <Routes>
      <Route path="/" element={<ChangesPage />} />
      <Route path="/changes/:id" element={<ChangeRoute />} />
      <Route path="*" element={<NotFoundErrorPage />} />
    </Routes>
  </Container>
);
