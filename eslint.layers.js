// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The lint configuration of every package, and with it the layering of docs/architecture.md:
// common -> node and react libraries -> plugins and modules -> app and backend.
const path = require('node:path');
const factory = require('@backstage/cli/config/eslint-factory');

const NODE_BUILTINS = require('node:module').builtinModules.flatMap(name => [
  name,
  `node:${name}`,
]);

const restriction = (names, message) =>
  names.map(name => ({ name, message }));

/** What a package of a role may not import in its sources. */
const RESTRICTED = {
  'common-library': [
    ...restriction(
      ['react', 'react-dom', 'react-router-dom', '@backstage/ui'],
      'A common library runs everywhere: no React in it.',
    ),
    ...restriction(
      ['knex', 'express', ...NODE_BUILTINS],
      'A common library runs everywhere: no Node.js and no database in it.',
    ),
  ],
  'node-library': restriction(
    ['react', 'react-dom', 'react-router-dom', '@backstage/ui'],
    'A node library has no user interface.',
  ),
};
const WEB = restriction(
  ['knex', 'express', ...NODE_BUILTINS],
  'This package runs in the browser.',
);
RESTRICTED['web-library'] = WEB;
RESTRICTED['frontend-plugin'] = WEB;

/** Imports go down only: which of our packages a role never reaches, as glob patterns. */
const UPWARD = {
  'common-library': ['@fairway/*', '!@fairway/*-common'],
  'node-library': [
    '@fairway/*-backend',
    '@fairway/*-backend-module-*',
    'app',
    'backend',
  ],
  'backend-plugin': ['@fairway/*-backend', '@fairway/*-backend-module-*'],
  'backend-plugin-module': ['@fairway/*-backend'],
};

module.exports = function layeredConfig(dir, extra = {}) {
  const { backstage } = require(path.join(dir, 'package.json'));
  const upward = UPWARD[backstage.role];
  return factory(dir, {
    plugins: ['notice'],
    rules: {
      'notice/notice': [
        'error',
        {
          mustMatch: 'Copyright \\d{4} The Fairway Authors\\n// SPDX-License-Identifier: Apache-2\\.0',
          template:
            '// Copyright 2026 The Fairway Authors\n// SPDX-License-Identifier: Apache-2.0\n\n',
        },
      ],
      'no-console': backstage.role === 'cli' ? 'off' : 'error',
    },
    restrictedSrcImports: RESTRICTED[backstage.role] ?? [],
    restrictedImportPatterns: upward
      ? [
          {
            group: upward,
            message:
              'Imports go down only (docs/architecture.md): common, node and react libraries, plugins and modules, app and backend.',
          },
        ]
      : [],
    ...extra,
  });
};
