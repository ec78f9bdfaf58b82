// What scripts/build.mjs writes has Go's own wasm_exec.js in it.
module.exports = require('../../eslint.layers.js')(__dirname, {
  ignorePatterns: ['dist-wasm'],
});
