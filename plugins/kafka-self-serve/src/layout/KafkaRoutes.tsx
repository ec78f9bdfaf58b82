// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { Container, Flex } from '@backstage/ui';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import {
  NewTopicPage,
  ResetPage,
  TOPIC_ASKS,
  type TopicAsk,
  TopicAskPage,
} from '../pages/ask';
import { EnvironmentsPage } from '../pages/environments';
import {
  AllRequests,
  MyRequests,
  OneRequest,
  ToDecide,
} from '../pages/requests';
import { TopicPage, TopicsPage } from '../pages/topics';
import { Navigation } from './Navigation';

const TopicRoute = () => {
  const { environment = '', name = '' } = useParams();
  // A new page for another topic: nothing of the one before may stay on it.
  return (
    <TopicPage
      key={`${environment}/${name}`}
      environment={environment}
      name={name}
    />
  );
};

const TopicAskRoute = () => {
  const { environment = '', name = '', ask = '' } = useParams();
  if (!TOPIC_ASKS.includes(ask as TopicAsk)) return <NotFoundErrorPage />;
  return (
    <TopicAskPage
      key={`${environment}/${name}/${ask}`}
      environment={environment}
      name={name}
      ask={ask as TopicAsk}
    />
  );
};

const ResetRoute = () => {
  const { environment = '', name = '' } = useParams();
  return (
    <ResetPage
      key={`${environment}/${name}`}
      environment={environment}
      group={name}
    />
  );
};

const RequestRoute = () => {
  const { id = '' } = useParams();
  return <OneRequest key={id} id={id} />;
};

/** Everything under /kafka. The framework draws the header with the h1. */
export const KafkaRoutes = () => (
  <Container py="4">
    <Flex direction="column" gap="4">
      <Navigation />
      <Routes>
        <Route path="/" element={<Navigate to="environments" replace />} />
        <Route path="/environments" element={<EnvironmentsPage />} />
        <Route path="/topics" element={<TopicsPage />} />
        <Route path="/topics/new" element={<NewTopicPage />} />
        <Route
          path="/topics/:environment/:name/:ask"
          element={<TopicAskRoute />}
        />
        <Route
          path="/groups/:environment/:name/reset"
          element={<ResetRoute />}
        />
        <Route path="/topics/:environment/:name" element={<TopicRoute />} />
        <Route path="/my-requests" element={<MyRequests />} />
        <Route path="/to-decide" element={<ToDecide />} />
        <Route path="/requests" element={<AllRequests />} />
        <Route path="/requests/:id" element={<RequestRoute />} />
        <Route path="*" element={<NotFoundErrorPage />} />
      </Routes>
    </Flex>
  </Container>
);
