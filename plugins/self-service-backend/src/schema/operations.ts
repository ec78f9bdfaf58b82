// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type ApiOperation, REQUEST_OPERATIONS } from '@fairway/requests-node';
import { portLogSchema, portRunSchema } from '../reports/portReports';
import {
  reportInputSchema,
  reportTokenInputSchema,
} from '../reports/reportInput';
import {
  actionFormQuery,
  entityActionsQuery,
} from '../hub/createActionsRouter';
import {
  dependentsQuery,
  filesQuery,
  unitQuery,
  unitsQuery,
} from '../router/createRepositoriesRouter';
import {
  expiringQuery,
  extendSchema,
  keepSchema,
  resourcesQuery,
} from '../router/createResourcesRouter';

const PEOPLE = 'signed-in people';
const PIPELINES =
  'whoever holds a report token of this request, and external services that `selfService.report.subjects` lets report; never for people';
const REPORTERS = {
  who: PIPELINES,
  answer: '{ requestId: string, attempt: number, repeated: boolean }',
  security: ['report', 'backstage'],
};

const REPORT: ApiOperation[] = [
  {
    id: 'getPendingReports',
    method: 'get',
    path: '/report/pending',
    summary: 'Merged changes whose apply nobody has reported the end of',
    who: 'external services that `selfService.report.subjects` lets report',
    answer: 'PendingReports',
  },
  {
    id: 'swapReportToken',
    method: 'post',
    path: '/report/token',
    summary:
      'Swaps the OIDC token of a pipeline for a report token of the request whose merge it runs for',
    who: 'pipelines of `selfService.report.issuers`; the token is in the body',
    answer: 'ReportTokenAnswer',
    body: reportTokenInputSchema,
    security: [],
  },
  {
    id: 'report',
    method: 'post',
    path: '/requests/{id}/report',
    summary: 'Says how the apply goes: state, links, lines for the log',
    body: reportInputSchema,
    ...REPORTERS,
  },
  {
    id: 'reportAsPortRun',
    method: 'patch',
    path: '/requests/{id}/report',
    summary: "The same in the body of Port's `PATCH /v1/actions/runs/:id`",
    body: portRunSchema,
    ...REPORTERS,
  },
  {
    id: 'reportAsPortLog',
    method: 'post',
    path: '/requests/{id}/report/logs',
    summary: "The same in the body of Port's `POST /v1/actions/runs/:id/logs`",
    body: portLogSchema,
    ...REPORTERS,
  },
];

const RESOURCES: ApiOperation[] = [
  {
    id: 'listResources',
    method: 'get',
    path: '/resources',
    summary:
      'What requests have made, in Git and elsewhere, with the ends of those that have one',
    who: `${PEOPLE}, their own; administrators with \`view=all\` those of everybody`,
    answer: 'ResourcePage',
    query: resourcesQuery,
  },
  {
    id: 'listExpiring',
    method: 'get',
    path: '/expiring',
    summary:
      'What requests have made and what ends by itself, the next to end first. Access that ends is with who gives it: `GET /api/kafka-self-serve/grants?state=ending` and `GET /api/ownership/break-glass`',
    who: `${PEOPLE}, their own; administrators with \`view=all\` those of everybody`,
    answer: 'ResourcePage',
    query: expiringQuery,
  },
  {
    id: 'getResource',
    method: 'get',
    path: '/resources/{id}',
    summary: 'One of them, with its history',
    who: PEOPLE,
    answer: 'ResourceDetail',
  },
  {
    id: 'extendResource',
    method: 'post',
    path: '/resources/{id}/extend',
    summary:
      'Gives it a later end; one that is later than its maximum becomes a request (202)',
    who: 'those whom it belongs to, and administrators',
    answer: 'ExtendAnswer',
    body: extendSchema,
  },
  {
    id: 'keepResource',
    method: 'post',
    path: '/resources/{id}/keep',
    summary: 'Takes back the removal of what has come to its end',
    who: 'those whom it belongs to, and administrators',
    answer: 'ResourceDetail',
    body: keepSchema,
  },
];

const READS: ApiOperation[] = [
  {
    id: 'listModules',
    method: 'get',
    path: '/modules',
    summary: 'The vetted modules with their versions',
    who: PEOPLE,
    answer: '{ items: VettedModule[] }',
  },
  {
    id: 'getModule',
    method: 'get',
    path: '/modules/{name}',
    summary: 'One of them',
    who: PEOPLE,
    answer: 'VettedModule',
  },
  {
    id: 'inspectModule',
    method: 'get',
    path: '/modules/{name}/versions/{version}',
    summary: 'What it takes and gives at one version',
    who: PEOPLE,
    answer: 'ModuleInspection',
  },
  {
    id: 'readFiles',
    method: 'get',
    path: '/repositories/files',
    summary: 'Files at the tip of the default branch',
    who: 'people who may plan what the files belong to',
    answer: 'RepositoryFilesAnswer',
    query: filesQuery,
  },
  {
    id: 'getDependents',
    method: 'get',
    path: '/repositories/dependents',
    summary: 'Units that need the one in a folder',
    who: 'people who may plan it',
    answer: 'DependentsAnswer',
    query: dependentsQuery,
  },
  {
    id: 'listUnits',
    method: 'get',
    path: '/repositories/units',
    summary: 'Units with their modules, of one environment where one is named',
    who: 'people who may plan them; of the others only the number',
    answer: 'UnitsAnswer',
    query: unitsQuery,
  },
  {
    id: 'readUnit',
    method: 'get',
    path: '/repositories/unit',
    summary: 'What a unit sets now: values, references, dependencies',
    who: 'people who may plan it',
    answer: 'UnitAnswer',
    query: unitQuery,
  },
  {
    id: 'getEntities',
    method: 'get',
    path: '/entities',
    summary: 'What is there and asked for, and the modules, for the catalog',
    who: 'services, such as the catalog',
    answer: 'EntitiesAnswer',
    tagged: true,
  },
  {
    id: 'listActions',
    method: 'get',
    path: '/actions',
    summary:
      'Self-service actions, with where the caller may run them and who approves',
    who: PEOPLE,
    answer: 'ActionsAnswer',
  },
  {
    id: 'getActionStatistics',
    method: 'get',
    path: '/actions/statistics',
    summary: "How long they take, and the caller's recent ones",
    who: PEOPLE,
    answer: 'ActionStatisticsAnswer',
  },
  {
    id: 'listEntityActions',
    method: 'get',
    path: '/actions/entity',
    summary: 'What can be done with an entity, and where the caller may',
    who: 'people who may see the entity',
    answer: 'EntityActionsAnswer',
    query: entityActionsQuery,
  },
  {
    id: 'getActionForm',
    method: 'get',
    path: '/actions/form',
    summary: 'What the form of such an action starts with, from Git',
    who: 'people who may plan what is read',
    answer: 'ActionFormAnswer',
    query: actionFormQuery,
  },
  {
    id: 'getDrift',
    method: 'get',
    path: '/drift',
    summary:
      'Where Git, the catalog and the last apply differ, with what puts it right',
    who: 'people who may plan it; of the others only the number',
    answer: 'DriftAnswer',
  },
  {
    id: 'getOpenApi',
    method: 'get',
    path: '/openapi.json',
    summary: 'This document',
    who: PEOPLE,
    answer: 'an OpenAPI 3.1 document',
  },
];

/** Every route of the plugin; types of answers are those of self-service-common and requests-common. */
export const OPERATIONS: readonly ApiOperation[] = [
  ...REQUEST_OPERATIONS,
  ...REPORT,
  ...RESOURCES,
  ...READS,
];
