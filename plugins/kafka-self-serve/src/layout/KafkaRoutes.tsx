// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Container } from '@backstage/ui';
import { Route, Routes } from 'react-router-dom';
import { Navigation } from './Navigation';
import { PAGES } from './pages';

/** Everything under /kafka. The framework draws the header with the h1. */
export const KafkaRoutes = () => (
  <Container py="4">
    <Navigation>
      <Routes>
        {Object.entries(PAGES).map(([path, element]) => (
          <Route key={path} path={path} element={element} />
        ))}
      </Routes>
    </Navigation>
  </Container>
);
