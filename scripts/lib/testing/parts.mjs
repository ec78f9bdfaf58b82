// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { backstageCli } from '../portal.mjs';
import { startPostgres } from '../postgres.mjs';
import { BROKER_TESTS, kafkaPart } from './kafka-part.mjs';
import { commandPart, readJest, readPlaywright, reportPart } from './part.mjs';

const node = process.execPath;

/** The variable by which Backstage's TestDatabases finds a PostgreSQL 18. */
const POSTGRES_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

async function withPostgres({ root }) {
  const database = await startPostgres({ root });
  return {
    env: { [POSTGRES_VARIABLE]: database.connectionString },
    stop: database.stop,
  };
}

/** As `yarn api-reports` in the root package.json, which writes them anew. */
const API_REPORTS = [
  '--allow-all-warnings',
  '-o',
  'ae-wrong-input-file-type,ae-undocumented',
  '--exclude',
  'packages/app,packages/backend',
];

/** Every part of `npm test`, as lanes: the parts of a lane run one after another, lanes side by side. */
export function testLanes(root) {
  const bin = (name, file) =>
    createRequire(path.join(root, 'package.json')).resolve(`${name}/${file}`);
  const cli = backstageCli(root);
  const scriptTests = fs
    .readdirSync(path.join(root, 'scripts'), { recursive: true })
    .filter(file => file.endsWith('.test.mjs'))
    .map(file => path.join('scripts', file))
    .sort();
  return [
    [
      // The declarations that it writes are what the API reports are made of.
      commandPart('types', node, [bin('typescript', 'bin/tsc')]),
      commandPart('API reports', node, [
        bin('@backstage/repo-tools', 'bin/backstage-repo-tools'),
        'api-reports',
        '--ci',
        ...API_REPORTS,
      ]),
      commandPart('lint', node, [cli, 'repo', 'lint', '--max-warnings', '0']),
      commandPart('formatting', node, [
        bin('prettier', 'bin-prettier.js'),
        '--check',
        '.',
      ]),
      commandPart('configuration', node, [cli, 'config:check', '--strict']),
      commandPart('production configuration', node, [
        cli,
        'config:check',
        '--strict',
        '--lax',
        '--config',
        'app-config.yaml',
        '--config',
        'app-config.production.yaml',
      ]),
      reportPart('scripts', {
        command: ({ report }) => [
          node,
          '--test',
          `--test-reporter=${path.join(
            root,
            'scripts/lib/testing/count-reporter.mjs',
          )}`,
          `--test-reporter-destination=${report}`,
          '--test-reporter=spec',
          '--test-reporter-destination=stdout',
          ...scriptTests,
        ],
        read: counts => counts,
      }),
      kafkaPart(root),
    ],
    [
      reportPart('unit and integration', {
        prepare: withPostgres,
        command: ({ report }) => [
          node,
          cli,
          'repo',
          'test',
          '--no-watch',
          '--testPathIgnorePatterns',
          BROKER_TESTS,
          '--json',
          '--outputFile',
          report,
        ],
        read: readJest,
      }),
    ],
  ];
}

/** The browser tests come last and alone: they take both cores. They start what they need. */
export function browserPart(root) {
  const playwright = createRequire(path.join(root, 'package.json')).resolve(
    '@playwright/test/cli',
  );
  return reportPart('browser', {
    command: () => [node, playwright, 'test'],
    read: readPlaywright,
  });
}
