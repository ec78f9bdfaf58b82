// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import type { ComponentType, ReactElement } from 'react';
import { Navigate, useParams } from 'react-router-dom';
import {
  NewTopicPage,
  ResetPage,
  SUBJECT_ASKS,
  type SubjectAsk,
  SubjectAskPage,
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

const SubjectAskRoute = () => {
  const { environment = '', name = '', ask = '' } = useParams();
  if (!SUBJECT_ASKS.includes(ask as SubjectAsk)) return <NotFoundErrorPage />;
  return (
    <SubjectAskPage
      key={`${environment}/${name}/${ask}`}
      environment={environment}
      name={name}
      ask={ask as SubjectAsk}
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

/** Every page by its path below /kafka. */
export const PAGES: Readonly<Record<string, ReactElement>> = {
  '/': <Navigate to="environments" replace />,
  '/environments': <EnvironmentsPage />,
  '/new-environment': <EnvironmentForm />,
  '/environments/:name': <Named page={EnvironmentPage} />,
  '/environments/:name/edit': <Named page={EnvironmentForm} />,
  '/applications': <ApplicationsPage />,
  '/new-application': <ApplicationForm />,
  '/applications/:name': <Named page={ApplicationPage} />,
  '/applications/:name/new-environment': <InstanceRoute />,
  '/groups': <GroupsPage />,
  '/groups/:environment/:name': <GroupRoute />,
  '/subjects': <SubjectsPage />,
  '/subjects/:environment/:name': <SubjectRoute />,
  '/subjects/:environment/:name/:ask': <SubjectAskRoute />,
  '/drift': <DriftPage />,
  '/policies': <PoliciesPage />,
  '/new-policy': <PolicyForm />,
  '/policies/:name': <Named page={PolicyPage} />,
  '/policies/:name/edit': <Named page={PolicyForm} />,
  '/topics': <TopicsPage />,
  '/topics/new': <NewTopicPage />,
  '/topics/:environment/:name/:ask': <TopicAskRoute />,
  '/groups/:environment/:name/reset': <ResetRoute />,
  '/topics/:environment/:name': <TopicRoute />,
  '/my-requests': <MyRequests />,
  '/to-decide': <ToDecide />,
  '/requests': <AllRequests />,
  '/requests/:id': <RequestRoute />,
  '/requests/:id/revise': <ReviseRoute />,
  '*': <NotFoundErrorPage />,
};
