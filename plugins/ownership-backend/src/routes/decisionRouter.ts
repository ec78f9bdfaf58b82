// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ExplainResponse,
  OwnershipDecision,
  OwnershipSubject,
  OwnershipTarget,
} from '@fairway/backstage-plugin-ownership-common';
import {
  auditBreakGlassUse,
  checkRequestAttributes,
  type CompiledPolicy,
  decideWithGrants,
  normalizeTarget,
  requiredApprovals,
} from '@fairway/backstage-plugin-ownership-node';
import type express from 'express';
import Router from 'express-promise-router';
import { backendError } from '../errors';
import { type Person, teamsOf } from '../people/People';
import { decideBody, explainBody, parseBody } from '../schema/bodies';
import type { RouterOptions } from './types';

type DecisionRouterOptions = Pick<
  RouterOptions,
  | 'auditor'
  | 'breakGlass'
  | 'clock'
  | 'httpAuth'
  | 'metrics'
  | 'people'
  | 'policy'
>;

/** Decides, and explains, about one target. */
export function createDecisionRouter(
  options: DecisionRouterOptions,
): express.Router {
  const { auditor, breakGlass, clock, httpAuth, metrics } = options;
  const { people, policy } = options;
  const router = Router();

  router.post('/decide', async (req, res) => {
    const subject = await decidesFor(req, options);
    const { target, request } = parseBody(decideBody, req.body);
    try {
      const { policy: compiled } = policy.current();
      checkRequestAttributes(compiled, request);
      const query = { subject, target, request, at: clock() };
      const grants = await breakGlass.active();
      const { decision, used } = decideWithGrants(compiled, query, grants);
      if (used) await auditBreakGlassUse(auditor, { decision, grant: used });
      metrics.decided(used ? 'break-glass' : decision.decision);
      const body: OwnershipDecision = decision;
      res.set('Cache-Control', 'no-store').json(body);
    } catch (error) {
      metrics.decided('error');
      throw error;
    }
  });

  router.post('/explain', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { target, request, at, userEntityRef } = parseBody(
      explainBody,
      req.body,
    );
    const { policy: compiled } = policy.current();
    checkRequestAttributes(compiled, request);
    const person = await people.person(credentials);
    const asked = { compiled, person, target, other: userEntityRef };
    const subject = explainsOther(asked)
      ? await people.subjectOf(asked.other)
      : person.subject;
    const moment = at === undefined ? clock() : new Date(at);
    const query = { subject, target, request, at: moment };
    const grants = await breakGlass.active();
    const { decision } = decideWithGrants(compiled, query, grants);
    const { mode, stages } = requiredApprovals(compiled, query);
    const body: ExplainResponse = {
      userEntityRef: subject.userEntityRef,
      at: moment.toISOString(),
      decision,
      approvals: {
        mode,
        stages: stages.map(({ entry, line, from, count }) => ({
          entry,
          line,
          from,
          count,
        })),
      },
    };
    res.set('Cache-Control', 'no-store').json(body);
  });

  return router;
}

/** A person decides for themselves, a service for the person that it names. */
async function decidesFor(
  req: express.Request,
  options: DecisionRouterOptions,
): Promise<OwnershipSubject> {
  const { httpAuth, people } = options;
  const { principal } = await httpAuth.credentials(req, {
    allow: ['user', 'service'],
  });
  const { userEntityRef } = parseBody(decideBody, req.body);
  if (principal.type === 'service') {
    if (userEntityRef === undefined) {
      throw backendError('ownership-user-missing');
    }
    return people.subjectOf(userEntityRef);
  }
  const subject = await people.subjectOf(principal.userEntityRef);
  if (userEntityRef !== undefined && !isSame(userEntityRef, subject)) {
    throw backendError('ownership-not-yourself', {
      user: subject.userEntityRef,
      other: userEntityRef,
    });
  }
  return subject;
}

/** Whether somebody else is asked about, by whom that is allowed to. */
function explainsOther(asked: {
  compiled: CompiledPolicy;
  person: Person;
  target: OwnershipTarget;
  other: string | undefined;
}): asked is typeof asked & { other: string } {
  const { compiled, person, target, other } = asked;
  if (other === undefined || isSame(other, person.subject)) return false;
  const { environment, service } = normalizeTarget(compiled, target);
  const owners = [
    ...(compiled.environments.get(environment ?? '')?.owners ?? []),
    ...(compiled.services.get(service ?? '')?.owners ?? []),
  ];
  const teams = teamsOf(compiled, person.subject);
  if (!person.administrator && !owners.some(team => teams.includes(team))) {
    throw backendError('ownership-not-yourself', {
      user: person.subject.userEntityRef,
      other,
    });
  }
  return true;
}

function isSame(userEntityRef: string, subject: OwnershipSubject): boolean {
  return userEntityRef.toLocaleLowerCase('en-US') === subject.userEntityRef;
}
