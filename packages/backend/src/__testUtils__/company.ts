// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The demo's company in a temporary folder: its people, policy and repositories, with templates of the tests.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { JsonObject } from '@backstage/types';
import { NETWORK_UNIT, SKELETON_FOLDER, TEMPLATES } from './templates';

const ROOT = resolve(__dirname, '../../../..');
const SEED = pathToFileURL(join(ROOT, 'scripts/lib/seed.mjs')).href;
const run = promisify(execFile);

export const LIVE = 'local?owner=acme&repo=infrastructure-live';

/**
 * What the tests change of the demo's policy: a freeze that depends on the day goes into the past, and topics touch the
 * cluster of their environment, named or not.
 */
function forTests(policy: string): string {
  const changed = policy
    .replace("'2026-12-20T00:00:00Z'", "'2019-12-20T00:00:00Z'")
    .replace("'2027-01-03T00:00:00Z'", "'2020-01-03T00:00:00Z'")
    .replace(
      'kafka-topic: { owners: [data] }',
      'kafka-topic: { owners: [data], stores: [kafka-dev, kafka-staging, kafka-prod] }',
    );
  if (
    !/2019-12-20[^]*2020-01-03/.test(changed) ||
    !/kafka-topic:.*stores/.test(changed)
  ) {
    throw new Error(
      'The policy of the demo is not written as this test expects it',
    );
  }
  return changed;
}

export type Company = Awaited<ReturnType<typeof createCompany>>;

/** `templates`, YAML documents, are beside those of every test. */
export async function createCompany({
  templates = [],
}: { templates?: string[] } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'fairway-portal-'));
  const examples = join(ROOT, 'examples');
  const repositories = join(folder, 'git');
  await run(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { seedRepositories } from ${JSON.stringify(SEED)};
     seedRepositories(${JSON.stringify({ examples, into: repositories })});`,
  ]);
  await cp(join(examples, 'org.yaml'), join(folder, 'org.yaml'));
  const policyFile = join(folder, 'policy.yaml');
  const policy = await readFile(
    join(examples, 'ownership/policy.yaml'),
    'utf8',
  );
  await writeFile(policyFile, forTests(policy));
  await writeFile(
    join(folder, 'templates.yaml'),
    // JSON documents are YAML documents too.
    [...TEMPLATES.map(template => JSON.stringify(template)), ...templates].join(
      '\n---\n',
    ),
  );
  const skeleton = join(folder, SKELETON_FOLDER);
  await mkdir(skeleton);
  await writeFile(join(skeleton, 'terragrunt.hcl'), NETWORK_UNIT);
  const workspaces = join(folder, 'workspaces');
  await mkdir(workspaces);

  const config: JsonObject = {
    app: { baseUrl: 'http://localhost:3000' },
    backend: { baseUrl: 'http://localhost:7007', workingDirectory: workspaces },
    permission: { enabled: true },
    catalog: {
      locations: [
        {
          type: 'file',
          target: join(folder, 'org.yaml'),
          rules: [{ allow: ['User', 'Group'] }],
        },
        {
          type: 'file',
          target: join(folder, 'templates.yaml'),
          rules: [{ allow: ['Template'] }],
        },
      ],
    },
    ownership: {
      policy: { file: policyFile },
      permissions: {
        administrators: ['group:default/platform'],
        templateAuthors: ['group:default/template-authors'],
      },
    },
    selfService: {
      repositories: [{ repoUrl: LIVE, apply: 'none' }],
      modules: {
        repoUrl: 'local?owner=acme&repo=infrastructure-modules',
        source: 'git::https://github.com/acme/infrastructure-modules.git',
      },
      local: { root: repositories },
      newRepositories: [{ host: 'local', owner: 'acme', environment: 'dev' }],
      // Nobody of the platform team, whose members see what they own without it.
      administrators: ['group:default/template-authors'],
      dispatch: {
        jobs: { type: 'webhook', url: 'https://jobs.acme.invalid/' },
      },
    },
  };
  const gitDir = join(repositories, 'acme', 'infrastructure-live.git');
  return {
    config,
    /** What the portal has written. */
    async branches(): Promise<string[]> {
      const { stdout } = await run('git', [
        '-C',
        gitDir,
        'for-each-ref',
        '--format=%(refname:short)',
        'refs/heads/fairway/',
      ]);
      return stdout.split('\n').filter(Boolean);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
