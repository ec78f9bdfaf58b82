// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { NotFoundErrorPage, useRouteRef } from '@backstage/frontend-plugin-api';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import { requestRouteRef, requestsRouteRef } from '../../routes';

const ToRequests = () => {
  const requestsLink = useRouteRef(requestsRouteRef);
  return requestsLink ? (
    <Navigate to={requestsLink()} replace />
  ) : (
    <NotFoundErrorPage />
  );
};

const ToRequest = () => {
  const { id = '' } = useParams();
  const requestLink = useRouteRef(requestRouteRef);
  return requestLink ? (
    <Navigate to={requestLink({ id })} replace />
  ) : (
    <NotFoundErrorPage />
  );
};

/** A change is a request now, with the same id. */
export const ChangesRedirect = () => (
  <Routes>
    <Route path="/" element={<ToRequests />} />
    <Route path="/:id" element={<ToRequest />} />
    <Route path="*" element={<NotFoundErrorPage />} />
  </Routes>
);
