// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BreakGlassRecord,
  DecidingRule,
  ExplainResponse,
  MatrixCell,
  MatrixPage,
  MeResponse,
  MyTargetsResponse,
  PolicyStatusResponse,
  SimulateResponse,
  WhoCan,
} from '@fairway/backstage-plugin-ownership-common';

export const REVISION = 'sha256:5b2f9d0c';
const AT = '2026-11-22T10:00:00.000Z';

const TEAMS = ['everyone', 'platform', 'netops', 'data', 'payments'];
const ENVIRONMENTS = ['dev', 'prod'];

/** A person of a team that may open break-glass grants. */
export const me = (overrides: Partial<MeResponse> = {}): MeResponse => ({
  userEntityRef: 'user:default/pat',
  teams: ['platform'],
  administrator: false,
  breakGlass: { maxMinutes: 60, require: ['reason', 'ticket'], approvals: 1 },
  ...overrides,
});

export const myTargets = (): MyTargetsResponse => ({
  revision: REVISION,
  action: 'service.plan',
  targets: ENVIRONMENTS.map(environment => ({
    environment,
    accounts: [],
    clusters: [],
    decision: 'allow',
    by: 'plan-anywhere',
    message: '',
    askFor: [],
    needs: [],
  })),
});

/** The policy is as the file says. */
export const policyStatus = (
  overrides: Partial<PolicyStatusResponse> = {},
): PolicyStatusResponse => ({
  state: 'current',
  revision: REVISION,
  loadedAt: AT,
  source: 'policy.yaml',
  checkedAt: AT,
  problems: [],
  ...overrides,
});

/** The last edit has an unknown team on line 27. */
export const outdatedStatus = () =>
  policyStatus({
    state: 'outdated',
    problems: [
      {
        severity: 'error',
        file: 'policy.yaml',
        line: 27,
        column: 14,
        message: 'The team "paymnts" does not exist. Write "payments".',
      },
      {
        severity: 'warning',
        file: 'policy.yaml',
        line: 30,
        column: 5,
        message: 'No case covers the rule "owners-prod".',
      },
    ],
  });

const OWNERS: Record<string, string> = {
  'service:networking': 'netops',
  'service:payments-api': 'payments',
};

const cellOf = (team: string, environment: string, on: string): MatrixCell => {
  if (OWNERS[on] !== team) {
    return { team, decision: 'deny', by: 'default', needs: [] };
  }
  return environment === 'prod'
    ? { team, decision: 'needs', by: 'owners-prod', needs: ['changeTicket'] }
    : { team, decision: 'allow', by: 'owners-nonprod', needs: [] };
};

/** Two services, two environments; owners deploy to dev, and to prod with a change ticket. */
export function matrixPage(query: URLSearchParams): MatrixPage {
  const action = query.get('action') ?? 'service.deploy';
  const isStore = action.startsWith('store.');
  const environment = query.get('environment');
  const service = query.get('service');
  const team = query.get('team');
  const teams = team ? [team] : TEAMS;
  const things = isStore ? ['store:kafka-prod'] : Object.keys(OWNERS);
  const rows = ENVIRONMENTS.filter(each => !isStore || each === 'prod')
    .filter(each => !environment || each === environment)
    .flatMap(each =>
      things
        .filter(on => !service || on === `service:${service}`)
        .map(on => ({
          on,
          environment: each,
          cells: teams.map(name => cellOf(name, each, on)),
        })),
    );
  return {
    revision: REVISION,
    action,
    at: AT,
    teams,
    rows,
    total: rows.length,
  };
}

const ruleOf = (overrides: Partial<DecidingRule> = {}): DecidingRule => ({
  target: 'service:payments-api',
  id: 'owners-prod',
  line: 29,
  selectors: ['owner:service'],
  condition: 'request.changeTicket is given',
  why: 'Production needs a change ticket.',
  ...overrides,
});

/** The payments team may, with a change ticket; the freeze refuses nobody in particular. */
export const whoCan = (overrides: Partial<WhoCan> = {}): WhoCan => ({
  revision: REVISION,
  at: AT,
  target: {
    action: 'service.deploy',
    environment: 'prod',
    service: 'payments-api',
  },
  targetRef: 'prod/payments-api',
  message:
    'service.deploy on prod/payments-api: team:payments with request.changeTicket.',
  entries: [
    {
      who: ['team:payments'],
      groups: ['group:default/payments'],
      decision: 'needs',
      by: 'owners-prod',
      needs: ['changeTicket'],
      message: 'Production needs a change ticket.',
      rules: [ruleOf()],
    },
  ],
  except: [],
  everyoneElse: {
    decision: 'deny',
    by: 'default',
    needs: [],
    message: 'No rule allows service.deploy on prod/payments-api.',
    askFor: ['group:default/payments'],
  },
  ...overrides,
});

/** Refused, with a near miss and two stages of approval. */
export const explanation = (
  overrides: Partial<ExplainResponse> = {},
): ExplainResponse => ({
  userEntityRef: 'user:default/pia',
  at: AT,
  decision: {
    decision: 'deny',
    by: 'default',
    revision: REVISION,
    message:
      'No rule allows service.deploy on prod/payments-api. owners-prod would allow this with a change ticket.',
    legs: [
      {
        target: 'service:payments-api',
        decision: 'deny',
        by: 'default',
        skipped: [
          {
            id: 'owners-prod',
            line: 29,
            because: 'needs request.changeTicket',
          },
        ],
      },
    ],
    askFor: ['group:default/payments'],
    targetRef: 'prod/payments-api',
    target: {
      action: 'service.deploy',
      environment: 'prod',
      service: 'payments-api',
    },
  },
  approvals: {
    mode: 'stages',
    stages: [
      {
        entry: 'prod-owner',
        line: 51,
        from: ['group:default/platform'],
        count: 1,
      },
      {
        entry: 'destroy-two',
        line: 52,
        from: ['group:default/payments', 'user:default/pat'],
        count: 2,
      },
    ],
  },
  ...overrides,
});

/** A draft that would be taken, and takes something from the payments team. */
export const simulation = (
  overrides: Partial<SimulateResponse> = {},
): SimulateResponse => ({
  revision: 'sha256:draft',
  currentRevision: REVISION,
  accepted: true,
  problems: [
    {
      severity: 'warning',
      file: 'draft.yaml',
      line: 3,
      column: 5,
      message: 'No case covers the rule "payments-topics".',
    },
  ],
  tests: {
    revision: 'sha256:draft',
    passed: 1,
    failed: 0,
    problems: [],
    cases: [
      {
        number: 1,
        line: 6,
        title: 'nia service.deploy networking in dev',
        passed: true,
        expected: { decision: 'allow', by: 'owners-nonprod' },
        explain: false,
      },
    ],
  },
  changes: {
    before: REVISION,
    after: 'sha256:draft',
    at: AT,
    message: '1 gains, 1 loses.',
    gains: [
      {
        who: 'group:default/netops',
        teams: ['netops'],
        action: 'service.deploy',
        environment: 'prod',
        on: 'service:networking',
        before: {
          decision: 'needs',
          by: 'owners-prod',
          needs: ['changeTicket'],
          message: 'with request.changeTicket',
        },
        after: {
          decision: 'allow',
          by: 'netops-prod',
          needs: [],
          message: 'allowed',
        },
      },
    ],
    loses: [
      {
        who: 'group:default/payments',
        teams: ['payments'],
        action: 'service.deploy',
        environment: 'dev',
        on: 'service:payments-api',
        before: {
          decision: 'allow',
          by: 'owners-nonprod',
          needs: [],
          message: 'allowed',
        },
        after: {
          decision: 'deny',
          by: 'default',
          needs: [],
          message: 'not allowed',
        },
      },
    ],
    changes: [],
    approvals: [
      {
        who: ['everyone'],
        action: 'service.deploy',
        environment: 'prod',
        on: 'service:networking',
        before: '1 of group:default/platform (prod-owner)',
        after: 'nobody (nonprod-auto)',
      },
    ],
    rules: [{ id: 'netops-prod', effect: 'allow', change: 'added', line: 31 }],
    sections: ['limits'],
  },
  ...overrides,
});

/** A grant that waits for the person who looks at it. */
export const grantOf = (
  overrides: Partial<BreakGlassRecord> = {},
): BreakGlassRecord => ({
  id: 'grant-1',
  state: 'waiting',
  userEntityRef: 'user:default/ada',
  reason: 'The payment queue is stuck.',
  ticket: 'INC-7',
  minutes: 30,
  environment: 'prod',
  service: 'payments-api',
  requestedAt: new Date(Date.now() - 5 * 60_000).toISOString(),
  expiresAt: new Date(Date.now() + 25.5 * 60_000).toISOString(),
  approvedBy: [],
  approvalsNeeded: 1,
  mayApprove: true,
  mayClose: false,
  ...overrides,
});
