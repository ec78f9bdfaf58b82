// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The values of a stack's unit are held against its module through its template, as the inputs of a unit are.
import { person } from '../__testUtils__/portal';
import { moduleSource, useGate } from '../__testUtils__/useGate';
import { DEV, LIVE } from '../__testUtils__/world';

jest.setTimeout(60_000);

const PATH = `${DEV}/terragrunt.stack.hcl`;
const source = `terraform {\n  source = "${moduleSource('bucket')}"\n}\n`;
const TEMPLATES: Record<string, string> = {
  named: `${source}
inputs = {
  name                = values.name
  storage_class       = try(values.class, "standard")
  days                = values.days
  block_public_access = true
}
`,
  whole: `${source}\ninputs = values\n`,
};

const gate = useGate();

beforeAll(() =>
  gate.push(
    Object.fromEntries(
      Object.entries(TEMPLATES).map(([name, content]) => [
        `_envcommon/units/${name}/terragrunt.hcl`,
        content,
      ]),
    ),
  ),
);

async function ask(template: string, values: string[]) {
  const lines = values.map(value => `    ${value}\n`).join('');
  const content = `unit "store" {\n  source = "../../../../_envcommon/units/${template}"\n  path   = "store"\n\n  values = {\n${lines}  }\n}\n`;
  const { body } = await gate.portal.send('post', '/requests/preview', {
    as: person('dan'),
    body: {
      kind: 'change',
      payload: { repoUrl: LIVE, files: [{ path: PATH, content }] },
    },
  });
  return body;
}

const GOOD = ['name = "store"', 'days = 30'];

it.each<[string, string, string[]]>([
  ['each value that the template names', 'named', GOOD],
  ['one that it falls back from', 'named', [...GOOD, 'class = "archive"']],
  [
    'all of them where they are the inputs',
    'whole',
    [...GOOD, 'block_public_access = true'],
  ],
])('passes %s', async (_, template, values) => {
  const body = await ask(template, values);
  expect(body.error).toBeUndefined();
  expect(body.plan.targets).toHaveLength(1);
});

it.each<[string, string, string[], RegExp]>([
  [
    'a value of another type',
    'named',
    ['name = "store"', 'days = "many"'],
    /days .*number/,
  ],
  [
    'a value that the module refuses',
    'named',
    ['name = "Store 1"', 'days = 30'],
    /name is "Store 1", which does not match .*\(pattern\)/,
  ],
  [
    'a value under the name that the template has for it',
    'named',
    [...GOOD, 'class = "tape"'],
    /storage_class is "tape"; use one of standard, archive/,
  ],
  [
    'a value that is left out',
    'named',
    ['days = 30'],
    /name is left out, and the template of the unit reads "values\.name"/,
  ],
  [
    'a value that nothing reads',
    'named',
    [...GOOD, 'storage_class = "archive"'],
    /storage_class is no value that the template of the unit reads/,
  ],
  [
    'an unknown input',
    'whole',
    [...GOOD, 'block_public_access = true', 'colour = "red"'],
    /colour .*\(unknown\)/,
  ],
  ['a forced input that is left out', 'whole', GOOD, /\(forced\)/],
  [
    'a hidden input',
    'whole',
    [...GOOD, 'block_public_access = true', 'kms_key = "k"'],
    /kms_key is nobody's to set/,
  ],
  [
    'a sensitive input in plain text',
    'whole',
    [...GOOD, 'block_public_access = true', 'access_token = "x"'],
    /access_token is sensitive/,
  ],
])('refuses %s', async (_, template, values, message) => {
  const { error } = await ask(template, values);
  expect(error).toMatchObject({ code: 'inputs-refused' });
  expect(error.message).toContain(`The inputs of "${PATH}#store" are not`);
  expect(error.message).toMatch(message);
});

it('says which values it could not hold against the module', async () => {
  const body = await ask('named', ['name = local.name', 'days = 30']);
  expect(body.error).toBeUndefined();
  expect(body.checks).toContainEqual({
    name: `Inputs of ${PATH}#store`,
    state: 'skipped',
    summary: expect.stringContaining('name'),
  });
});
