// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  MatrixPage,
  SimulateResponse,
  WhoCan,
} from '@fairway/backstage-plugin-ownership-common';
import {
  checkNames,
  checkRequestAttributes,
  diffPolicies,
  matrix,
  whoCan,
} from '@fairway/backstage-plugin-ownership-node';
import type express from 'express';
import Router from 'express-promise-router';
import { demandTeam } from '../people/People';
import { checkPolicy, revisionOf, warningsOf } from '../policy/checkPolicy';
import { isError } from '../policy/problems';
import { parseBody, simulateBody } from '../schema/bodies';
import { parseQuery, required, wholeNumber } from './query';
import type { RouterOptions } from './types';

const DRAFT = 'draft.yaml';
const DRAFT_TESTS = 'draft.tests.yaml';
const PAGE = 100;
const MAX_PAGE = 500;

/** Questions about the policy as a whole, and about drafts of it. */
export function createQuestionRouter(
  options: Pick<RouterOptions, 'clock' | 'httpAuth' | 'people' | 'policy'>,
): express.Router {
  const { clock, httpAuth, people, policy } = options;
  const router = Router();

  router.get('/who-can', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await people.person(credentials);
    const { request, store, ...query } = parseQuery(req.query, {
      one: [
        'action',
        'environment',
        'service',
        'account',
        'network',
        'cluster',
      ],
      many: ['store'],
      request: true,
    });
    const example = { key: 'action', value: 'service.deploy' };
    const action = required(query.action, example);
    const { policy: compiled } = policy.current();
    checkNames(compiled, { ...query, action });
    checkRequestAttributes(compiled, request);
    const target = { ...query, action, ...(store.length && { stores: store }) };
    const body: WhoCan = whoCan(compiled, { target, request, at: clock() });
    res.set('Cache-Control', 'no-store').json(body);
  });

  router.get('/matrix', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await people.person(credentials);
    const { action = 'service.deploy', ...query } = parseQuery(req.query, {
      one: ['action', 'environment', 'service', 'team', 'offset', 'limit'],
    });
    const { environment, service, team } = query;
    const offset = wholeNumber(query.offset, {
      key: 'offset',
      min: 0,
      max: 1_000_000,
      otherwise: 0,
    });
    const limit = wholeNumber(query.limit, {
      key: 'limit',
      min: 1,
      max: MAX_PAGE,
      otherwise: PAGE,
    });
    const { policy: compiled } = policy.current();
    checkNames(compiled, { action, environment, service });
    const all = matrix(compiled, {
      action,
      at: clock(),
      ...(environment !== undefined && { environments: [environment] }),
      ...(service !== undefined && { services: [service] }),
      ...(team !== undefined && { teams: [team] }),
    });
    const body: MatrixPage = {
      ...all,
      rows: all.rows.slice(offset, offset + limit),
      total: all.rows.length,
    };
    res.set('Cache-Control', 'no-store').json(body);
  });

  router.post('/simulate', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const person = await people.person(credentials);
    // Where nothing decides yet, an administrator may still try out the first policy.
    const current = person.administrator ? policy.peek() : policy.current();
    if (current) demandTeam(current.policy, person);
    const draft = parseBody(simulateBody, req.body);
    const configured = current?.tests[0];
    const tests =
      draft.tests === undefined
        ? configured
        : { name: DRAFT_TESTS, text: draft.tests };
    const { loaded, compiled, problems, report } = checkPolicy(
      { policy: { name: DRAFT, text: draft.policy }, tests },
      clock().toISOString(),
    );
    const body: SimulateResponse = {
      revision: revisionOf(draft.policy),
      currentRevision: current?.revision,
      accepted: loaded !== undefined,
      problems: [...problems, ...(loaded ? warningsOf(loaded, undefined) : [])],
      tests: report?.problems.some(isError) ? undefined : report,
      changes:
        current &&
        compiled &&
        diffPolicies(current.policy, compiled, { at: clock() }),
    };
    res.set('Cache-Control', 'no-store').json(body);
  });

  return router;
}
