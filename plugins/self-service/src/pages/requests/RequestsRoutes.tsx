// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { Route, Routes, useParams } from 'react-router-dom';
import { RevisePage } from '../RevisePage';
import { OneRequest } from './OneRequest';
import { RequestLists } from './RequestLists';

const RequestRoute = () => {
  const { id = '' } = useParams();
  // A new page for a new id: nothing of the request before may stay on it.
  return <OneRequest key={id} id={id} />;
};

const ReviseRoute = () => {
  const { id = '' } = useParams();
  return <RevisePage key={id} id={id} />;
};

/** What lies under the tab of requests. The framework draws the header with the h1. */
export const RequestsRoutes = () => (
  <Container py="4">
    <Routes>
      <Route path="/" element={<RequestLists selected="mine" />} />
      <Route
        path="/to-decide"
        element={<RequestLists selected="to-decide" />}
      />
      <Route path="/all" element={<RequestLists selected="all" />} />
      <Route path="/:id" element={<RequestRoute />} />
      <Route path="/:id/revise" element={<ReviseRoute />} />
      <Route path="*" element={<NotFoundErrorPage />} />
    </Routes>
  </Container>
);
