// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { POLICY_TEXT, policyOf } from './__testUtils__/fixtures';
import { decide } from './decide';
import { matrix, type MatrixOptions } from './matrix';

const at = new Date('2026-06-01T10:00:00Z');
const policy = policyOf(POLICY_TEXT);
const ask = (options: Partial<MatrixOptions>) =>
  matrix(policy, { action: 'service.deploy', at, ...options });

describe('matrix', () => {
  it('has a row for every service in every environment and a cell for every team', () => {
    const { teams, rows, revision } = ask({});
    expect(revision).toBe(policy.revision);
    expect(teams).toEqual([
      'everyone',
      'platform',
      'netops',
      'data',
      'payments',
    ]);
    expect(rows).toHaveLength(12);
    expect(rows.every(({ cells }) => cells.length === 5)).toBe(true);
  });

  it('answers each cell as decide does for a member of that team', () => {
    for (const action of ['service.deploy', 'store.change', 'dispatch.run']) {
      for (const { on, environment, cells } of ask({ action }).rows) {
        for (const { team, decision, by } of cells) {
          const [kind, name] = on.split(':');
          const answer = decide(policy, {
            subject: {
              userEntityRef: 'user:default/somebody',
              groupEntityRefs: [...(policy.teams.get(team)?.groups ?? [])],
            },
            target: {
              action,
              environment,
              ...(kind === 'service' && { service: name }),
              ...(kind === 'store' && { stores: [name] }),
            },
            at,
          });
          expect([on, environment, team, decision === 'allow']).toEqual([
            on,
            environment,
            team,
            answer.decision === 'allow',
          ]);
          expect(decision === 'needs' ? answer.by : by).toBe(answer.by);
        }
      }
    }
  });

  it('filters by names, whatever their spelling', () => {
    const { rows, teams } = ask({
      teams: ['Payments'],
      services: ['PAYMENTS-API'],
      environments: ['production'],
    });
    expect(teams).toEqual(['payments']);
    expect(rows).toEqual([
      {
        on: 'service:payments-api',
        environment: 'prod',
        cells: [
          {
            team: 'payments',
            decision: 'needs',
            by: 'owners-prod',
            needs: ['changeTicket'],
          },
        ],
      },
    ]);
  });

  it('counts attributes that are given', () => {
    const { rows } = ask({
      teams: ['payments'],
      services: ['payments-api'],
      environments: ['prod'],
      request: { changeTicket: 'CHG1' },
    });
    expect(rows[0].cells[0].decision).toBe('allow');
  });

  it('lists stores in their own environment for the actions of stores', () => {
    const { rows } = ask({ action: 'store.change' });
    expect(rows.map(({ on, environment }) => `${on} ${environment}`)).toEqual([
      'store:kafka-prod prod',
      'store:pg-payments prod',
    ]);
  });

  it('shows the weakest answer of a team of several groups', () => {
    const wide = policyOf(
      POLICY_TEXT.replace(
        'groups: [group:default/payments]',
        'groups: [group:default/payments, group:default/interns]',
      ).replace(
        'rules: ',
        `rules:
  - { id: no-interns, effect: deny, to: ['group:default/interns'], actions: [service.deploy] }
#`,
      ),
    );
    const { rows } = matrix(wide, {
      action: 'service.deploy',
      at,
      teams: ['payments'],
      services: ['payments-api'],
      environments: ['dev'],
    });
    expect(rows[0].cells[0]).toMatchObject({
      decision: 'deny',
      by: 'no-interns',
    });
  });

  it.each([
    [{ action: 'service.deplay' }, 'did you mean "service.deploy"?'],
    [
      { teams: ['payment'] },
      'policy.yaml has no team "payment": did you mean "payments"?',
    ],
    [{ environments: ['qa'] }, 'policy.yaml has no environment "qa"'],
    [{ services: ['payments'] }, 'policy.yaml has no service "payments"'],
  ])('refuses %j by name', (options, message) => {
    expect(() => ask(options)).toThrow(message);
  });
});
