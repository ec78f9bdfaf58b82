// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The lint configuration of every package, and with it the layering of docs/architecture.md:
// common -> node and react libraries -> plugins and modules -> app and backend.
const fs = require('node:fs');
const path = require('node:path');
const { builtinModules } = require('node:module');
const factory = require('@backstage/cli/config/eslint-factory');

const BROWSER_LIBRARIES = [
  'react',
  'react-dom',
  'react-router-dom',
  '@backstage/ui',
];
const SERVER_LIBRARIES = [
  'express',
  'knex',
  ...builtinModules.flatMap(name => [name, `node:${name}`]),
];

/** What a package of a role may import of ours (by role), and which foreign modules it may not. */
const LAYERS = {
  'common-library': {
    ours: ['common-library'],
    never: [...BROWSER_LIBRARIES, ...SERVER_LIBRARIES],
    because: 'a common library runs everywhere: no React, Node.js or database',
  },
  'node-library': {
    ours: ['common-library', 'node-library'],
    never: BROWSER_LIBRARIES,
    because: 'a node library has no user interface',
  },
  'web-library': {
    ours: ['common-library', 'web-library'],
    never: SERVER_LIBRARIES,
    because: 'this package runs in the browser',
  },
  'frontend-plugin': {
    ours: ['common-library', 'web-library'],
    never: SERVER_LIBRARIES,
    because: 'this package runs in the browser',
  },
  'backend-plugin': {
    ours: ['common-library', 'node-library'],
    never: BROWSER_LIBRARIES,
    because: 'a backend has no user interface',
  },
  'backend-plugin-module': {
    ours: ['common-library', 'node-library'],
    never: BROWSER_LIBRARIES,
    because: 'a backend has no user interface',
  },
  cli: {
    ours: ['common-library', 'node-library'],
    never: BROWSER_LIBRARIES,
    because: 'a command line has no user interface of this kind',
  },
};

const ourPackages = ['packages', 'plugins'].flatMap(group =>
  fs
    .readdirSync(path.join(__dirname, group))
    .map(folder => path.join(__dirname, group, folder, 'package.json'))
    .filter(file => fs.existsSync(file))
    .map(file => JSON.parse(fs.readFileSync(file, 'utf8'))),
);

function restrictions(role) {
  const layer = LAYERS[role];
  if (!layer) return [];
  return [
    ...layer.never.map(name => ({
      name,
      message: `Not here: ${layer.because}.`,
    })),
    ...ourPackages
      .filter(({ backstage }) => !layer.ours.includes(backstage.role))
      .map(({ name }) => ({
        name,
        message: `Imports go down only (docs/architecture.md): a ${role} imports ${layer.ours.join(
          ' and ',
        )} packages.`,
      })),
  ];
}

module.exports = function layeredConfig(dir, extra = {}) {
  const { backstage } = require(path.join(dir, 'package.json'));
  return factory(dir, {
    plugins: ['notice'],
    rules: {
      'notice/notice': [
        'error',
        {
          mustMatch:
            'Copyright \\d{4} The Fairway Authors\\n// SPDX-License-Identifier: Apache-2\\.0',
          template:
            '// Copyright 2026 The Fairway Authors\n// SPDX-License-Identifier: Apache-2.0\n\n',
        },
      ],
      'no-console': backstage.role === 'cli' ? 'off' : 'error',
    },
    restrictedSrcImports: restrictions(backstage.role),
    ...extra,
  });
};
