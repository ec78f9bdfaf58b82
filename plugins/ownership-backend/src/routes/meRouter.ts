// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  MeResponse,
  MyTargetsResponse,
} from '@fairway/backstage-plugin-ownership-common';
import {
  checkNames,
  checkRequestAttributes,
  myTargetsWithGrants,
} from '@fairway/backstage-plugin-ownership-node';
import type express from 'express';
import Router from 'express-promise-router';
import { teamsOf } from '../people/People';
import { parseQuery, required } from './query';
import type { RouterOptions } from './types';

/** Who the person is who asks, and what they may do. */
export function createMeRouter(
  options: Pick<
    RouterOptions,
    'httpAuth' | 'policy' | 'people' | 'breakGlass' | 'clock'
  >,
): express.Router {
  const { httpAuth, policy, people, breakGlass, clock } = options;
  const router = Router();

  router.get('/', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    parseQuery(req.query, {});
    const { policy: compiled } = policy.current();
    const person = await people.person(credentials);
    const body: MeResponse = {
      userEntityRef: person.subject.userEntityRef,
      teams: teamsOf(compiled, person.subject),
      administrator: person.administrator,
      breakGlass: breakGlass.termsFor(person),
    };
    res.set('Cache-Control', 'no-store').json(body);
  });

  router.get('/targets', async (req, res) => {
    const { principal } = await httpAuth.credentials(req, { allow: ['user'] });
    const { request, service, ...query } = parseQuery(req.query, {
      one: ['action', 'service'],
      request: true,
    });
    const example = { key: 'action', value: 'service.deploy' };
    const action = required(query.action, example);
    const { policy: compiled, revision } = policy.current();
    checkNames(compiled, { action, service });
    checkRequestAttributes(compiled, request);
    const subject = await people.subjectOf(principal.userEntityRef);
    const asked = { subject, action, service, request, at: clock() };
    const grants = await breakGlass.active();
    const body: MyTargetsResponse = {
      revision,
      action,
      service,
      targets: myTargetsWithGrants(compiled, asked, grants),
    };
    res.set('Cache-Control', 'no-store').json(body);
  });

  return router;
}
