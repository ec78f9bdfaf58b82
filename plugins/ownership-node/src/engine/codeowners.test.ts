// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { exportCodeowners } from './codeowners';
import { POLICY_TEXT, policyOf } from './__testUtils__/fixtures';

const repo = 'infrastructure-live';
const policy = policyOf(POLICY_TEXT);

/** The owners that a host finds for a path: of the last line that matches. */
function ownersOf(text: string, path: string): string | undefined {
  const lines = text
    .split('\n')
    .filter(line => line && !line.startsWith('#'))
    .map(line => line.match(/^(\S+)\s+(.+)$/)?.slice(1) as [string, string]);
  return lines.filter(([pattern]) => matches(pattern, path)).at(-1)?.[1];
}

function matches(pattern: string, path: string): boolean {
  const anchored = pattern.slice(0, -1).includes('/');
  const body = pattern
    .replace(/^\//, '')
    .split('/')
    .map(part =>
      part
        .replace(/[.+]/g, '\\$&')
        .replace(/\*+/g, found => (found === '**' ? '.*' : '[^/]*')),
    )
    .join('/')
    .replace(/^\.\*\//, '(.*/)?')
    .replace(/\/$/, '/.*');
  return new RegExp(`^${anchored ? '' : '(.*/)?'}${body}$`).test(path);
}

describe('exportCodeowners', () => {
  it('is one file with the owners of environments, services and protected paths', () => {
    expect(exportCodeowners(policy, { repo })).toMatchInlineSnapshot(`
      "# Made from policy.yaml with \`fairway ownership export-codeowners\`. Do not edit by hand: change the policy.
      # The last line that matches wins.

      # Whatever no line below is about
      *  @acme/platform

      # Environments
      /live/*/*/dev/         @acme/platform
      /live/*/*/staging/     @acme/platform
      /live/*/*/stage/       @acme/platform
      /live/*/*/prod/        @acme/platform
      /live/*/*/production/  @acme/platform
      /deploy/dev/           @acme/platform
      /deploy/staging/       @acme/platform
      /deploy/stage/         @acme/platform
      /deploy/prod/          @acme/platform
      /deploy/production/    @acme/platform

      # Services
      /deploy/*/accounts/      @acme/netops
      /deploy/*/networking/    @acme/netops
      /deploy/*/kafka-topic/   @acme/data-platform
      /deploy/*/payments-api/  @acme/payments

      # Protected
      /.github/       @acme/platform
      **/_envcommon/  @acme/platform
      **/root.hcl     @acme/platform
      **/account.hcl  @acme/platform
      **/region.hcl   @acme/platform
      **/env.hcl      @acme/platform
      **/CODEOWNERS   @acme/platform
      "
    `);
  });

  it.each([
    ['deploy/prod/payments-api/values.yaml', '@acme/payments'],
    ['deploy/production/kafka-topic/values.yaml', '@acme/data-platform'],
    [
      'live/acme-prod/eu-west-1/prod/orders-db/terragrunt.hcl',
      '@acme/platform',
    ],
    ['live/acme-prod/account.hcl', '@acme/keepers'],
    ['live/acme-prod/eu-west-1/prod/README.md', '@acme/platform'],
    ['live/acme-dev/eu-west-1/dev/network/terragrunt.hcl', '@acme/netops'],
    ['deploy/prod/payments-api/root.hcl', '@acme/keepers'],
    ['.github/workflows/apply.yaml', '@acme/keepers'],
    ['CODEOWNERS', '@acme/keepers'],
    ['_envcommon/x.hcl', '@acme/keepers'],
    ['README.md', '@acme/keepers'],
  ])('gives %s to %s', (path, owners) => {
    const text = exportCodeowners(
      policyOf(
        POLICY_TEXT.replace(
          'teams:',
          "teams:\n  keepers: { groups: [group:default/keepers], codeowners: '@acme/keepers' }",
        ),
      ),
      {
        repo,
        protectedOwners: ['keepers'],
        units: [
          {
            folder: 'live/acme-dev/eu-west-1/dev/network',
            service: 'networking',
          },
        ],
      },
    );
    expect(ownersOf(text, path)).toBe(owners);
  });

  it('adds the owners of the stores that a unit touches', () => {
    const text = exportCodeowners(policy, {
      repo,
      units: [
        {
          folder: '/live/acme-prod/eu-west-1/prod/pg-payments/',
          service: 'kafka-topic',
          stores: ['pg-payments'],
        },
      ],
    });
    expect(text).toContain(
      '/live/acme-prod/eu-west-1/prod/pg-payments/  @acme/data-platform @acme/payments\n',
    );
  });

  it('gives protected paths to whom the policy lets change them', () => {
    const text = exportCodeowners(
      policyOf(
        POLICY_TEXT.replace(
          /rules: .*\n/,
          "rules:\n  - { id: keep, effect: allow, to: ['team:netops'], actions: [protected-path.change], when: { attr: request.changeTicket, exists: true } }\n",
        ),
      ),
      { repo, protectedGlobs: ['**/{root,account}.hcl', 'ci/[ab].yaml'] },
    );
    expect(text).toMatch(
      /# Protected\n\*\*\/root.hcl +@acme\/netops\n\*\*\/account.hcl +@acme\/netops\n\/ci\/\?.yaml +@acme\/netops\n/,
    );
  });

  it('refuses a team without a name for CODEOWNERS: an empty line would open the path', () => {
    const text = POLICY_TEXT.replace(", codeowners: '@acme/netops'", '');
    expect(() => exportCodeowners(policyOf(text), { repo })).toThrow(
      'The team "netops" owns "/deploy/*/accounts/" and has no name for CODEOWNERS (policy.yaml, line 10). Write codeowners: \'@org/team\' there.',
    );
  });

  it.each([
    [
      { repo: 'other' },
      'No entry of layout in policy.yaml is about the repository "other". Name one of those that are there: infrastructure-live.',
    ],
    [
      { repo, protectedGlobs: ['!(a)/**'] },
      'The glob "!(a)/**" cannot be written in a CODEOWNERS file.',
    ],
    [
      { repo, units: [{ folder: 'x', service: 'y' }] },
      'policy.yaml has no service "y"',
    ],
  ])('refuses %j', (options, message) => {
    expect(() => exportCodeowners(policy, options)).toThrow(message);
  });
});
