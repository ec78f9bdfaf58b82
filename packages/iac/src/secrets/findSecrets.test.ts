// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { findSecrets } from './findSecrets';

// In pieces, so that this file has none.
const GITHUB = `ghp\_${'a1B2'.repeat(9)}`;
const AWS = `AKIA${'Q2W3E4R5T6Y7U8I9'}`;
const NPM = `npm\_${'a1B2'.repeat(9)}`;
const SENDGRID = `SG.${'a'.repeat(22)}.${'b'.repeat(43)}`;

const linesOf = async (text: string, path = 'a/terragrunt.hcl') =>
  (await findSecrets(text, { path })).map(({ rule, line }) => [rule, line]);

describe('findSecrets', () => {
  it('finds what has a form of its own, once a line, in the order of the text', async () => {
    const text = `a = "${AWS}"\nb = "fine"\nc = "${GITHUB}"\n`;
    expect(await linesOf(text)).toEqual([
      ['form', 1],
      ['form', 3],
    ]);
  });

  it.each([
    ['npm', NPM],
    ['sendgrid', SENDGRID],
  ])('finds what secretlint knows besides: %s', async (rule, secret) => {
    expect(await linesOf(`# ours\ntoken = "${secret}"\n`)).toEqual([[rule, 2]]);
  });

  it('never tells the secret', async () => {
    const found = await findSecrets(`a = "${AWS}"\nb = "${SENDGRID}"\n`, {
      path: 'a.tf',
    });
    expect(found).toHaveLength(2);
    expect(JSON.stringify(found)).not.toContain(SENDGRID.slice(4, 20));
    expect(JSON.stringify(found)).not.toContain(AWS.slice(4));
  });

  it('cannot be switched off by a comment in the text', async () => {
    const text = `# secretlint-disable\ntoken = "${NPM}" # secretlint-disable-line\n`;
    expect(await linesOf(text)).toEqual([['npm', 2]]);
  });

  it('looks at the lines that it is told', async () => {
    const text = `a = "${AWS}"\nb = "${NPM}"\n`;
    expect(
      await findSecrets(text, { path: 'a.tf', isLooked: line => line === 2 }),
    ).toEqual([expect.objectContaining({ line: 2 })]);
  });

  it('finds nothing in an ordinary unit', async () => {
    const text = `terraform {\n  source = "git::https://git.example.com/acme/m.git//modules/x?ref=v1.1.0"\n}\n\ninputs = {\n  password = dependency.secrets.outputs.password\n  key      = "arn:aws:kms:eu-west-1:111111111111:key/0b9c9e2e"\n}\n`;
    expect(await linesOf(text)).toEqual([]);
  });
});
