// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ApiOperation } from '@fairway/requests-node';
import {
  aclsQuery,
  applicationsQuery,
  credentialsQuery,
  driftQuery,
  exportQuery,
  grantsQuery,
  groupsQuery,
  importSuggestionsQuery,
  limitsQuery,
  orphansQuery,
  searchQuery,
  subjectsQuery,
  topicsQuery,
} from '../router/queries';
import { ADMINISTRATORS, PEOPLE, SERVICES } from './who';

type Read = Pick<ApiOperation, 'answer' | 'id' | 'path' | 'summary'> &
  Partial<ApiOperation>;

const read = (operation: Read): ApiOperation => ({
  method: 'get',
  who: PEOPLE,
  ...operation,
});

/** What changes nothing. */
export const READS: readonly ApiOperation[] = [
  read({
    id: 'listEnvironments',
    path: '/environments',
    summary: 'The environments, in their order',
    answer: 'EnvironmentsAnswer',
  }),
  read({
    id: 'getEnvironment',
    path: '/environments/{name}',
    summary: 'One of them',
    answer: 'KafkaEnvironmentView',
  }),
  read({
    id: 'exportDefinitions',
    path: '/definitions',
    summary:
      'Environments and topic policies as the configuration takes them, without secrets',
    who: ADMINISTRATORS,
    answer: 'YAML',
    media: ['application/yaml'],
  }),
  read({
    id: 'listConnections',
    path: '/connections',
    summary: 'Connections of the configuration, without secrets',
    who: ADMINISTRATORS,
    answer: '{ items: ConnectionView[] }',
  }),
  read({
    id: 'listApplications',
    path: '/applications',
    summary: 'One page of applications',
    answer: 'KafkaPage<ApplicationSummary>',
    query: applicationsQuery,
  }),
  read({
    id: 'getApplication',
    path: '/applications/{name}',
    summary: 'An application with its instances, access and open requests',
    answer: 'ApplicationDetail',
  }),
  read({
    id: 'listLimits',
    path: '/limits',
    summary: 'What instances may use, and use',
    answer: '{ items: LimitsView[] }',
    query: limitsQuery,
  }),
  read({
    id: 'listGrants',
    path: '/grants',
    summary: 'One page of access that was granted',
    answer: 'KafkaPage<GrantView>',
    query: grantsQuery,
  }),
  read({
    id: 'listCredentials',
    path: '/credentials',
    summary: 'One page of SCRAM users, without passwords',
    answer: 'KafkaPage<CredentialView>',
    query: credentialsQuery,
  }),
  read({
    id: 'listTopics',
    path: '/topics',
    summary: 'One page of topics; `label` is `key` or `key=value`',
    answer: 'KafkaPage<TopicSummary>',
    query: topicsQuery,
  }),
  read({
    id: 'getTopic',
    path: '/topics/{environment}/{name}',
    summary: 'A topic, read from its cluster where that answers',
    answer: 'TopicDetail',
  }),
  read({
    id: 'listGroups',
    path: '/groups',
    summary: 'One page of consumer groups with their lag',
    answer: 'KafkaPage<GroupSummary>',
    query: groupsQuery,
  }),
  read({
    id: 'getGroup',
    path: '/groups/{environment}/{groupId}',
    summary: 'A consumer group with its members and offsets',
    answer: 'GroupDetail',
  }),
  read({
    id: 'listSubjects',
    path: '/subjects',
    summary: 'One page of subjects of the schema registries',
    answer: 'KafkaPage<SubjectSummary>',
    query: subjectsQuery,
  }),
  read({
    id: 'getSubject',
    path: '/subjects/{environment}/{name}',
    summary: 'A subject with its versions',
    answer: 'SubjectDetail',
  }),
  read({
    id: 'getSubjectVersion',
    path: '/subjects/{environment}/{name}/versions/{version}',
    summary: 'One version with its schema',
    answer: 'SubjectVersionView',
  }),
  read({
    id: 'listAcls',
    path: '/acls',
    summary: 'One page of the ACLs that are on the clusters',
    answer: 'KafkaPage<AclView>',
    query: aclsQuery,
  }),
  read({
    id: 'listPolicies',
    path: '/policies',
    summary: 'The topic policies',
    answer: 'PoliciesAnswer',
  }),
  read({
    id: 'getPolicy',
    path: '/policies/{name}',
    summary: 'One of them',
    answer: 'TopicPolicyView',
  }),
  read({
    id: 'listDrift',
    path: '/drift',
    summary: 'One page of what is not as it is desired',
    answer: 'KafkaPage<DriftEntry>',
    query: driftQuery,
  }),
  read({
    id: 'listOrphans',
    path: '/orphans',
    summary: 'One page of what nobody owns',
    answer: 'KafkaPage<OrphanView>',
    query: orphansQuery,
  }),
  read({
    id: 'listImportSuggestions',
    path: '/import-suggestions',
    summary: 'Owners that topics without one seem to have',
    who: ADMINISTRATORS,
    answer: 'KafkaPage<ImportSuggestion>',
    query: importSuggestionsQuery,
  }),
  read({
    id: 'exportFile',
    path: '/files/export',
    summary: 'What is desired, as a file that `fairway kafka apply` reads',
    answer: 'YAML',
    media: ['application/yaml'],
    query: exportQuery,
  }),
  read({
    id: 'getEntities',
    path: '/entities',
    summary: 'Topics and subjects for the catalog',
    who: SERVICES,
    answer: 'EntitiesAnswer',
    tagged: true,
  }),
  read({
    id: 'searchTopics',
    path: '/search/topics',
    summary: 'One page of the topics that everybody may find',
    who: 'services, such as the search',
    answer: 'KafkaPage<TopicSummary>',
    query: searchQuery,
  }),
  read({
    id: 'getOpenApi',
    path: '/openapi.json',
    summary: 'This document',
    answer: 'an OpenAPI 3.1 document',
  }),
];
