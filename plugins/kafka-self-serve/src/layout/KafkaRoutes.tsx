// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import type { ComponentType } from 'react';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import {
  NewTopicPage,
  ResetPage,
  TOPIC_ASKS,
  TopicAskPage,
  type TopicAsk,
} from '../pages/ask';
import {
  ApplicationForm,
  ApplicationPage,
  ApplicationsPage,
  InstanceForm,
} from '../pages/applications';
import { DriftPage } from '../pages/drift';
import {
  EnvironmentForm,
  EnvironmentPage,
  EnvironmentsPage,
} from '../pages/environments';
import { GroupPage, GroupsPage } from '../pages/groups';
import { PoliciesPage, PolicyForm, PolicyPage } from '../pages/policies';
import {
  AllRequests,
  MyRequests,
  OneRequest,
  ToDecide,
} from '../pages/requests';
import { RevisePage } from '../pages/revise';
import { SubjectPage, SubjectsPage } from '../pages/subjects';
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

const ReviseRoute = () => {
  const { id = '' } = useParams();
  return <RevisePage key={id} id={id} />;
};

/** A page of what its address names, anew for another one: nothing of the one before may stay on it. */
const Named = (props: { page: ComponentType<{ name: string }> }) => {
  const { page: Page } = props;
  const { name = '' } = useParams();
  return <Page key={name} name={name} />;
};

const InstanceRoute = () => {
  const { name = '' } = useParams();
  return <InstanceForm key={name} application={name} />;
};

const GroupRoute = () => {
  const { environment = '', name = '' } = useParams();
  return (
    <GroupPage
      key={`${environment}/${name}`}
      environment={environment}
      groupId={name}
    />
  );
};

const SubjectRoute = () => {
  const { environment = '', name = '' } = useParams();
  return (
    <SubjectPage
      key={`${environment}/${name}`}
      environment={environment}
      name={name}
    />
  );
};

/** Everything under /kafka. The framework draws the header with the h1. */
export const KafkaRoutes = () => (
  <Container py="4">
    <Navigation>
      <Routes>
        <Route path="/" element={<Navigate to="environments" replace />} />
        <Route path="/environments" element={<EnvironmentsPage />} />
        <Route path="/new-environment" element={<EnvironmentForm />} />
        <Route
          path="/environments/:name"
          element={<Named page={EnvironmentPage} />}
        />
        <Route
          path="/environments/:name/edit"
          element={<Named page={EnvironmentForm} />}
        />
        <Route path="/applications" element={<ApplicationsPage />} />
        <Route path="/new-application" element={<ApplicationForm />} />
        <Route
          path="/applications/:name"
          element={<Named page={ApplicationPage} />}
        />
        <Route
          path="/applications/:name/new-environment"
          element={<InstanceRoute />}
        />
        <Route path="/groups" element={<GroupsPage />} />
        <Route path="/groups/:environment/:name" element={<GroupRoute />} />
        <Route path="/subjects" element={<SubjectsPage />} />
        <Route path="/subjects/:environment/:name" element={<SubjectRoute />} />
        <Route path="/drift" element={<DriftPage />} />
        <Route path="/policies" element={<PoliciesPage />} />
        <Route path="/new-policy" element={<PolicyForm />} />
        <Route path="/policies/:name" element={<Named page={PolicyPage} />} />
        <Route
          path="/policies/:name/edit"
          element={<Named page={PolicyForm} />}
        />
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
        <Route path="/requests/:id/revise" element={<ReviseRoute />} />
        <Route path="*" element={<NotFoundErrorPage />} />
      </Routes>
    </Navigation>
  </Container>
);
