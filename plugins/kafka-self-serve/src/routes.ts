// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** All of the plugin; leads to the environments. */
export const rootRouteRef = createRouteRef();

const below = <Path extends string>(path: Path) =>
  createSubRouteRef({ parent: rootRouteRef, path });

/** The Kafka environments. */
export const environmentsRouteRef = below('/environments');
/** One environment. */
export const environmentRouteRef = below('/environments/:name');
/** What produces and consumes. */
export const applicationsRouteRef = below('/applications');
/** One application. */
export const applicationRouteRef = below('/applications/:name');
/** The form that asks for one. */
export const newApplicationRouteRef = below('/new-application');
/** Consumer groups of all environments. */
export const groupsRouteRef = below('/groups');
/** One consumer group. Names are encoded by whoever resolves the route. */
export const groupRouteRef = below('/groups/:environment/:name');
/** Subjects of all environments. */
export const subjectsRouteRef = below('/subjects');
/** One subject. */
export const subjectRouteRef = below('/subjects/:environment/:name');
/** What is not as it should be, and what nobody owns. */
export const driftRouteRef = below('/drift');
/** Rules for topics. */
export const policiesRouteRef = below('/policies');
/** Topics of all environments. */
export const topicsRouteRef = below('/topics');
/** One topic. Names are encoded by whoever resolves the route. */
export const topicRouteRef = below('/topics/:environment/:name');
/** The form of a new topic. */
export const newTopicRouteRef = below('/topics/new');
/** The form that resets the offsets of a group. */
export const offsetResetRouteRef = below('/groups/:environment/:name/reset');
/** One's own requests. */
export const myRequestsRouteRef = below('/my-requests');
/** What one may decide about now. */
export const toDecideRouteRef = below('/to-decide');
/** Everybody's requests, for administrators. */
export const requestsRouteRef = below('/requests');
/** One request. */
export const requestRouteRef = below('/requests/:id');
/** The form that edits what a request asks for. */
export const reviseRouteRef = below('/requests/:id/revise');
