// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** One route as the OpenAPI document and the README describe it. */
export interface Operation {
  id: string;
  method: 'get' | 'post';
  /** OpenAPI's way: `/break-glass/{id}/approve`. */
  path: string;
  summary: string;
  who: string;
  /** Type of the answer in ownership-common. */
  answer: string;
  body?: 'decide' | 'empty' | 'explain' | 'openBreakGlass' | 'simulate';
  /** Names of query parameters, `!` for a required one. */
  query?: string[];
  /** Those of them that may be repeated. */
  repeated?: string[];
  status?: number;
  /** Answers an ETag, and 304. */
  tagged?: boolean;
}

const REQUEST = 'request.<attribute>';

export const OPERATIONS: Operation[] = [
  {
    id: 'getPolicy',
    method: 'get',
    path: '/policy',
    summary: 'The policy that decides, with the open break-glass grants',
    who: 'services',
    answer: 'PolicyResponse',
    tagged: true,
  },
  {
    id: 'getPolicyStatus',
    method: 'get',
    path: '/policy/status',
    summary: 'Which revision decides, and what is wrong with the files',
    who: 'signed-in people',
    answer: 'PolicyStatusResponse',
  },
  {
    id: 'getMe',
    method: 'get',
    path: '/me',
    summary: 'Who the person is to the policy',
    who: 'people of the catalog',
    answer: 'MeResponse',
  },
  {
    id: 'getMyTargets',
    method: 'get',
    path: '/me/targets',
    summary: 'Each environment with yes or no, why, and whom to ask',
    who: 'people of the catalog',
    answer: 'MyTargetsResponse',
    query: ['action!', 'service', REQUEST],
  },
  {
    id: 'decide',
    method: 'post',
    path: '/decide',
    summary: 'Decides about one target',
    who: 'people of the catalog, for themselves; services, for a named person',
    answer: 'OwnershipDecision',
    body: 'decide',
  },
  {
    id: 'explain',
    method: 'post',
    path: '/explain',
    summary: 'Decides, and says who would have to approve',
    who: 'people of the catalog, for themselves; administrators and the owners of the named environment or service, for others',
    answer: 'ExplainResponse',
    body: 'explain',
  },
  {
    id: 'simulate',
    method: 'post',
    path: '/simulate',
    summary: 'Judges a draft of the policy and says who would gain and lose',
    who: 'people in a team of the policy and administrators',
    answer: 'SimulateResponse',
    body: 'simulate',
  },
  {
    id: 'whoCan',
    method: 'get',
    path: '/who-can',
    summary: 'Who may do something',
    who: 'people of the catalog',
    answer: 'WhoCan',
    query: [
      'action!',
      'environment',
      'service',
      'account',
      'network',
      'cluster',
      'store',
      REQUEST,
    ],
    repeated: ['store'],
  },
  {
    id: 'getMatrix',
    method: 'get',
    path: '/matrix',
    summary: 'Which teams may do an action to what, where',
    who: 'people of the catalog',
    answer: 'MatrixPage',
    query: ['action', 'environment', 'service', 'team', 'offset', 'limit'],
  },
  {
    id: 'getRevisions',
    method: 'get',
    path: '/revisions',
    summary: 'The revisions that were in force, newest first',
    who: 'people in a team of the policy and administrators',
    answer: 'RevisionsResponse',
  },
  {
    id: 'getDiff',
    method: 'get',
    path: '/diff',
    summary: 'Who gained and who lost from one revision to another',
    who: 'people in a team of the policy and administrators',
    answer: 'PolicyDiff',
    query: ['from!', 'to!'],
  },
  {
    id: 'getEntities',
    method: 'get',
    path: '/entities',
    summary: 'The environments as entities of the catalog',
    who: 'services',
    answer: 'OwnershipEntitiesResponse',
    tagged: true,
  },
  {
    id: 'getBreakGlass',
    method: 'get',
    path: '/break-glass',
    summary: 'All grants for those who may approve, the own ones for others',
    who: 'people of the catalog',
    answer: 'BreakGlassResponse',
  },
  {
    id: 'openBreakGlass',
    method: 'post',
    path: '/break-glass',
    summary: 'Asks for a grant',
    who: 'members of the teams that the policy names under breakGlass',
    answer: 'BreakGlassRecord',
    body: 'openBreakGlass',
    status: 201,
  },
  {
    id: 'approveBreakGlass',
    method: 'post',
    path: '/break-glass/{id}/approve',
    summary: "Approves somebody else's grant",
    who: 'members of those teams and administrators, never the one who asked',
    answer: 'BreakGlassRecord',
    body: 'empty',
  },
  {
    id: 'closeBreakGlass',
    method: 'post',
    path: '/break-glass/{id}/close',
    summary: 'Ends a grant before its time',
    who: 'the one who asked, members of those teams and administrators',
    answer: 'BreakGlassRecord',
    body: 'empty',
  },
  {
    id: 'getOpenApi',
    method: 'get',
    path: '/openapi.json',
    summary: 'This document',
    who: 'everybody who is signed in and services',
    answer: 'an OpenAPI 3.1 document',
  },
];
