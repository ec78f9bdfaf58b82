// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Takes the operations that the double of GitHub answers out of GitHub's OpenAPI description, as JSON Schema. To renew it:
//
//   npm pack @octokit/openapi && tar xzf octokit-openapi-*.tgz
//   node packages/git-host/scripts/extractGitHubOpenApi.mjs package
//
// A double answers a part of what GitHub does: nothing is required of it, and nothing that GitHub does not have is allowed.
// It is read as the schema "github".
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const REPOSITORY = '/repos/{owner}/{repo}';
const OPERATIONS = [
  'GET ',
  'GET /git/ref/{ref}',
  'GET /git/matching-refs/{ref}',
  'GET /git/tags/{tag_sha}',
  'POST /git/refs',
  'PATCH /git/refs/{ref}',
  'DELETE /git/refs/{ref}',
  'GET /git/commits/{commit_sha}',
  'POST /git/commits',
  'GET /git/trees/{tree_sha}',
  'POST /git/trees',
  'GET /git/blobs/{file_sha}',
  'POST /git/blobs',
  'GET /commits',
  'GET /commits/{ref}/status',
  'GET /commits/{ref}/check-runs',
  'GET /contents/{path}',
  'PUT /contents/{path}',
  'GET /compare/{basehead}',
  'GET /pulls',
  'POST /pulls',
  'GET /pulls/{pull_number}',
  'PATCH /pulls/{pull_number}',
  'PUT /pulls/{pull_number}/merge',
  'GET /pulls/{pull_number}/reviews',
  'POST /pulls/{pull_number}/requested_reviewers',
  'POST /issues/{issue_number}/labels',
  'POST /statuses/{sha}',
  'GET /deployments',
  'GET /deployments/{deployment_id}/statuses',
  'POST /actions/workflows/{workflow_id}/dispatches',
  'GET /actions/workflows/{workflow_id}/runs',
  'GET /actions/runs/{run_id}',
  'GET /actions/runs/{run_id}/jobs',
];
/** Those that are not of one repository. */
const ELSEWHERE = ['GET /user', 'POST /user/repos', 'POST /orgs/{org}/repos'];
/** Nothing is required; the others say what a value is, and nothing that is checked of it. */
const LEFT_OUT = new Set([
  'required',
  'format',
  'title',
  'description',
  'example',
  'examples',
  'default',
  'deprecated',
  'readOnly',
  'writeOnly',
  'externalDocs',
]);

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  throw new Error('Name the folder of the unpacked package @octokit/openapi.');
}
const read = path => readFileSync(join(folder, path), 'utf8');
const description = JSON.parse(read('generated/api.github.com.json'));
const { name, version } = JSON.parse(read('package.json'));
const definitions = {};

/** Of something that is answered: an object has no other fields than these. */
function whole(schema) {
  const found = part(schema);
  const isOpen = found.type === 'object' && !found.properties;
  const isObject = ['properties', '$ref', 'allOf', 'anyOf'].some(
    key => key in found,
  );
  return isObject && !isOpen
    ? { ...found, unevaluatedProperties: false }
    : found;
}

/** Of something that is answered, or of one of the schemas that together are of it. */
function part(schema) {
  if (schema.$ref) {
    const key = schema.$ref.split('/').at(-1);
    if (!(key in definitions)) {
      definitions[key] = {};
      definitions[key] = part(description.components.schemas[key]);
    }
    return { $ref: `github#/$defs/${key}` };
  }
  const { nullable, oneOf, anyOf, ...others } = schema;
  const found = {};
  for (const [key, value] of Object.entries(others)) {
    if (LEFT_OUT.has(key) || key.startsWith('x-')) continue;
    found[key] = value;
  }
  const choices = oneOf ?? anyOf;
  // With nothing required, an answer can be of more than one of them.
  if (choices) found.anyOf = choices.map(part);
  if (found.allOf) found.allOf = found.allOf.map(part);
  if (found.items) found.items = whole(found.items);
  if (typeof found.additionalProperties === 'object') {
    found.additionalProperties = whole(found.additionalProperties);
  }
  if (found.properties) {
    found.properties = Object.fromEntries(
      Object.entries(found.properties).map(([key, value]) => [
        key,
        whole(value),
      ]),
    );
  }
  if (!nullable) return found;
  if (found.enum && !found.enum.includes(null)) found.enum.push(null);
  if (found.type) return { ...found, type: [found.type, 'null'] };
  return { anyOf: [found, { type: 'null' }] };
}

function answersOf(operation, under) {
  const [method, path] = operation.split(' ');
  const { responses } =
    description.paths[`${under}${path}`][method.toLowerCase()];
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => {
      const { content } = response.$ref
        ? description.components.responses[response.$ref.split('/').at(-1)]
        : response;
      const { schema } = content?.['application/json'] ?? {};
      // Without a schema nothing is answered.
      return [status, schema ? whole(schema) : false];
    }),
  );
}

const operations = [
  ...OPERATIONS.map(operation => [operation, answersOf(operation, REPOSITORY)]),
  ...ELSEWHERE.map(operation => [operation, answersOf(operation, '')]),
];
// Forgotten there: what a fork that is gone had is nobody's any more.
for (const key of ['pull-request', 'pull-request-simple']) {
  const head = definitions[key].properties.head.properties;
  head.repo = { anyOf: [head.repo, { type: 'null' }] };
}

const lines = entries =>
  entries
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(',\n');
const target = join(
  import.meta.dirname,
  '../src/github/__fixtures__/githubOpenApi.json',
);
writeFileSync(
  target,
  `{
"source": ${JSON.stringify(`${name} ${version}: GitHub's OpenAPI description`)},
"license": ${JSON.stringify(read('LICENSE').trim())},
"operations": {
${lines(operations)}
},
"$defs": {
${lines(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1)))}
}
}
`,
);
