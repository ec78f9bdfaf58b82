// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Holds what a double answers against GitHub's OpenAPI description: the status is one that the operation has, and every
// field is one that GitHub answers there, of a type and with a value that it can have.
import Ajv from 'ajv/dist/2019';
import description from '../__fixtures__/githubOpenApi.json';
import type { DoubleAnswer, DoubleRequest } from './GitHubDouble';

/** By status; false where nothing is answered. */
type Answers = Record<string, object | false>;

/** What GitHub answers to anything: who asks is unknown, not allowed to, not to know of it, or too busy; or it is broken. */
const GENERAL = [401, 403, 404, 429, 451, 500, 502, 503];
const REFUSAL = { $ref: 'github#/$defs/basic-error' };
/** Said by GitHub for a commit, a branch or an input that is not there, and forgotten in its description. */
const FORGOTTEN: Record<string, number> = {
  'GET /commits/{ref}/status': 422,
  'GET /commits/{ref}/check-runs': 422,
  'POST /statuses/{sha}': 422,
  'POST /actions/workflows/{workflow_id}/dispatches': 422,
};

const { operations, ...schema } = description;
const ajv = new Ajv({ strict: false });
ajv.addSchema({ $id: 'github', $defs: schema.$defs });

const patterns = Object.entries(operations as Record<string, Answers>).map(
  ([name, answers]) => {
    const [method, path] = name.split(' ');
    const pattern = path
      .replace(/\{(org|\w+_(number|id))\}/g, '[^/]+')
      .replace(/\{\w+\}/g, '.+');
    return { name, answers, method, pattern: new RegExp(`^${pattern}$`) };
  },
);

/** Another media type than the one that is described. */
const isDiff = (accept = '') => accept.includes('diff');

/** What is wrong with an answer; undefined where GitHub could give it. */
export function unlikeGitHub(
  { method, path, headers }: DoubleRequest,
  { status = 200, body }: DoubleAnswer,
): string | undefined {
  // GraphQL is not in the description.
  if (path === '/api/graphql') return undefined;
  const asked = method === 'HEAD' ? 'GET' : method;
  const place = path.replace(/^\/api\/v3/, '');
  const operation = patterns.find(
    known => known.method === asked && known.pattern.test(place),
  );
  const said = `${method} ${path}: ${status}`;
  if (!operation) return `${said}: no operation of the extract`;
  const isGeneral =
    GENERAL.includes(status) || FORGOTTEN[operation.name] === status;
  const answer =
    operation.answers[String(status)] ?? (isGeneral ? REFUSAL : undefined);
  if (answer === undefined) return `${said}: no status of ${operation.name}`;
  if (method === 'HEAD' || (status === 200 && isDiff(headers.accept))) {
    return undefined;
  }
  // What a refusal says is not always described.
  const shape = answer === false && status >= 400 ? REFUSAL : answer;
  if (shape === false) {
    return body === undefined ? undefined : `${said}: it answers no body`;
  }
  if (ajv.validate(shape, body)) return undefined;
  const [{ instancePath, message, params }] = ajv.errors!;
  return `${said}: body${instancePath} ${message} ${JSON.stringify(params)}`;
}
