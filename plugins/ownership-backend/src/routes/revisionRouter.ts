// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  PolicyDiff,
  RevisionsResponse,
} from '@fairway/backstage-plugin-ownership-common';
import {
  type CompiledPolicy,
  diffPolicies,
  loadPolicy,
} from '@fairway/backstage-plugin-ownership-node';
import type express from 'express';
import Router from 'express-promise-router';
import { backendError } from '../errors';
import { demandTeam } from '../people/People';
import { textOf } from '../policy/problems';
import { parseQuery, required } from './query';
import type { RouterOptions } from './types';

/** The revisions that were in force, and what changed between two of them. */
export function createRevisionRouter(
  options: Pick<
    RouterOptions,
    'clock' | 'httpAuth' | 'people' | 'policy' | 'revisions'
  >,
): express.Router {
  const { clock, httpAuth, people, policy, revisions } = options;
  const router = Router();

  router.get('/revisions', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    parseQuery(req.query, {});
    const { policy: compiled, revision: current } = policy.current();
    demandTeam(compiled, await people.person(credentials));
    const stored = await revisions.list();
    // A revision that came into force twice is current where it did so last.
    const last = stored.find(({ revision }) => revision === current);
    const body: RevisionsResponse = {
      items: stored.map(({ number, revision, source, loadedAt }) => ({
        revision,
        source,
        loadedAt,
        current: number === last?.number,
      })),
    };
    res.set('Cache-Control', 'no-store').json(body);
  });

  router.get('/diff', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { policy: current } = policy.current();
    demandTeam(current, await people.person(credentials));
    const query = parseQuery(req.query, { one: ['from', 'to'] });
    const from = required(query.from, { key: 'from', value: '<revision>' });
    const to = required(query.to, { key: 'to', value: '<revision>' });
    const [before, after] = await Promise.all(
      [from, to].map(each => compiledOf(each, { current, revisions })),
    );
    const body: PolicyDiff = diffPolicies(before, after, { at: clock() });
    res.set('Cache-Control', 'no-store').json(body);
  });

  return router;
}

async function compiledOf(
  revision: string,
  options: {
    current: CompiledPolicy;
    revisions: RouterOptions['revisions'];
  },
): Promise<CompiledPolicy> {
  const { current, revisions } = options;
  if (revision === current.revision) return current;
  const stored = await revisions.find(revision);
  if (!stored) throw backendError('ownership-revision-unknown', { revision });
  const { policy, errors } = loadPolicy(stored.text, { source: stored.source });
  if (!policy) {
    throw backendError('ownership-revision-unreadable', {
      revision,
      problem: textOf(errors[0]),
    });
  }
  return policy;
}
