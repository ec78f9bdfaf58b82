module.exports = require('../../eslint.layers.js')(__dirname, {
  overrides: [
    {
      // Playwright's fixtures have a function `use`, and start the portal with the root's scripts.
      files: ['e2e-tests/**'],
      rules: {
        'react-hooks/rules-of-hooks': 'off',
        '@backstage/no-relative-monorepo-imports': 'off',
      },
    },
  ],
});
