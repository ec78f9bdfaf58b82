// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The command against a portal that answers as the scaffolder does; scripts/templates.test.mjs runs it against the real one.
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/* eslint-disable-next-line no-restricted-syntax */
const BIN = resolve(__dirname, '../../bin/fairway');

// Each command starts a process that compiles its sources.
jest.setTimeout(60_000);

const TEMPLATE = `apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: { name: database }
spec:
  type: infrastructure
  steps:
    - { id: unit, action: iac:terragrunt:unit }
    - { id: propose, action: git:change:propose }
  output:
    links: [{ title: x, url: '\${{ steps.propose.output.requestUrl }}' }]
`;

const diff = (name: string) =>
  `diff --git a/${name} b/${name}\nnew file mode 100644\nindex 0000000..6058adf\n--- /dev/null\n+++ b/${name}\n@@ -0,0 +1,2 @@\n+size = 1\n+  commit: 73f7410e54d89c3cf244a37f98d0ada230508087\n`;

const tokenOf = (person: string) =>
  `x.${Buffer.from(JSON.stringify({ sub: person })).toString('base64url')}.y`;

describe('fairway template test', () => {
  let folder: string;
  let portal: Server;
  /** What was asked of the portal. */
  let asked: { token?: string; body: any }[];
  let answer: (values: any) => { status: number; body: object };

  const write = (name: string, content: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fairway-templates-'));
    asked = [];
    answer = ({ name }) => ({
      status: 200,
      body: { output: { fairwayChange0: { diff: diff(name) } } },
    });
    portal = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const send = ({ status, body }: { status: number; body: object }) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      };
      if (request.url === '/api/auth/personas/refresh') {
        const person = String(request.headers['x-fairway-persona']);
        send(
          person.endsWith('/nobody')
            ? { status: 401, body: {} }
            : {
                status: 200,
                body: { backstageIdentity: { token: tokenOf(person) } },
              },
        );
        return;
      }
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      asked.push({ token: request.headers.authorization, body });
      send(answer(body.values));
    });
    await new Promise<void>(done => {
      portal.listen(0, '127.0.0.1', done);
    });
    write('database/template.yaml', TEMPLATE);
  });

  afterEach(async () => {
    await new Promise(done => {
      portal.close(done);
    });
    rmSync(folder, { recursive: true });
  });

  const read = (name: string) => readFileSync(join(folder, name), 'utf8');

  /** The real command; not spawnSync, since the portal is in this process. */
  const run = async (...args: string[]) => {
    const { port } = portal.address() as AddressInfo;
    const child = spawn(
      process.execPath,
      [BIN, 'template', 'test', folder, ...args],
      {
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          FAIRWAY_URL: `http://127.0.0.1:${port}`,
        },
      },
    );
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', data => {
      stdout += data;
    });
    child.stderr.on('data', data => {
      stderr += data;
    });
    const status = await new Promise(done => {
      child.once('close', done);
    });
    return { status, stdout, stderr };
  };

  const AS_PIA = ['--token', tokenOf('user:default/pia')];

  it('fails without a golden file, keeps one, and passes then', async () => {
    write('database/tests/dev.yaml', 'values: { name: a.hcl }\n');
    const first = await run(...AS_PIA);
    expect(first.stdout).toContain('FAILED    database/dev');
    expect(first.stdout).toContain('0 passed, 1 failed, 0 not run\n');
    expect(first.status).toBe(1);
    expect(existsSync(join(folder, 'database/tests/dev.golden.diff'))).toBe(
      false,
    );
    expect((await run(...AS_PIA, '--update')).status).toBe(0);
    // Without what changes when the template did not.
    expect(read('database/tests/dev.golden.diff')).toBe(
      'diff --git a/a.hcl b/a.hcl\nnew file mode 100644\n--- /dev/null\n+++ b/a.hcl\n@@ -0,0 +1,2 @@\n+size = 1\n+  commit: <commit>\n',
    );
    expect(await run(...AS_PIA)).toEqual({
      status: 0,
      stdout: 'ok        database/dev\n\n1 passed, 0 failed, 0 not run\n',
      stderr: '',
    });
  });

  it('sends the template of this machine with what its steps may fetch, and not its tests', async () => {
    write('database/tests/dev.yaml', 'values: { name: a.hcl }\n');
    write('database/skeleton/README.md', 'Hello\n');
    await run(...AS_PIA, '--update');
    const [{ token, body }] = asked;
    expect(token).toBe(`Bearer ${tokenOf('user:default/pia')}`);
    expect(body.template.metadata.name).toBe('database');
    expect(body.template.spec.output).toEqual({
      fairwayChange0: "${{ steps['propose'].output }}",
    });
    expect(
      body.directoryContents.map((file: { path: string }) => file.path).sort(),
    ).toEqual(['skeleton/README.md', 'template.yaml']);
  });

  it('does not mind the order of the files', async () => {
    write('database/tests/dev.yaml', 'values: { name: a.hcl }\n');
    const inOrder = (...names: string[]) => {
      answer = () => ({
        status: 200,
        body: {
          output: { fairwayChange0: { diff: names.map(diff).join('') } },
        },
      });
    };
    inOrder('a.hcl', 'b.hcl');
    await run(...AS_PIA, '--update');
    inOrder('b.hcl', 'a.hcl');
    expect((await run(...AS_PIA)).status).toBe(0);
    inOrder('b.hcl');
    expect((await run(...AS_PIA)).status).toBe(1);
  });

  it('shows where a change is another', async () => {
    write('database/tests/dev.yaml', 'values: { name: a.hcl }\n');
    await run(...AS_PIA, '--update');
    answer = () => ({
      status: 200,
      body: {
        output: {
          fairwayChange0: {
            diff: diff('a.hcl').replace('size = 1', 'size = 2'),
          },
        },
      },
    });
    const { status, stdout } = await run(...AS_PIA);
    expect(stdout).toContain('          - +size = 1\n          + +size = 2\n');
    expect(status).toBe(1);
  });

  it('keeps a refusal too, without the line of the policy', async () => {
    write('database/tests/no.yaml', 'values: { name: a.hcl }\n');
    answer = () => ({
      status: 403,
      body: { error: { message: 'Not there: rule x, line 37' } },
    });
    await run(...AS_PIA, '--update');
    expect(read('database/tests/no.golden.diff')).toBe(
      'Refused: Not there: rule x, line …\n',
    );
    expect((await run(...AS_PIA)).status).toBe(0);
  });

  it('never keeps what is broken', async () => {
    write('database/tests/dev.yaml', 'values: { name: a.hcl }\n');
    answer = () => ({
      status: 500,
      body: { error: { message: 'No such filter' } },
    });
    const { status, stdout } = await run(...AS_PIA, '--update');
    expect(stdout).toContain('No such filter');
    expect(status).toBe(1);
    expect(existsSync(join(folder, 'database/tests/dev.golden.diff'))).toBe(
      false,
    );
  });

  it('does not pass what it could not run, and says why', async () => {
    const values = 'values: { name: a.hcl }\n';
    write('database/tests/a.yaml', `as: user:default/pia\n${values}`);
    write('database/tests/b.yaml', `as: user:default/otto\n${values}`);
    write('untested/template.yaml', TEMPLATE.replace('database', 'untested'));
    await run('--personas', '--update');
    const { status, stdout } = await run(...AS_PIA);
    expect(stdout).toContain(
      "not run   database/b\n          it is for user:default/otto, and the token is user:default/pia's\n",
    );
    expect(stdout).toContain('not run   untested/(none)\n');
    expect(stdout).toContain('1 passed, 0 failed, 2 not run\n');
    expect(status).toBe(1);
    expect(await run(...AS_PIA, '--mine')).toMatchObject({
      stdout: 'ok        database/a\n\n1 passed, 0 failed, 0 not run\n',
      status: 0,
    });
    const nobody = await run('--token', tokenOf('user:default/dan'), '--mine');
    expect(nobody.stderr).toContain('There is no case to run');
    expect(nobody.status).toBe(2);
  });

  it('signs in as the person of each case where a portal has personas', async () => {
    write(
      'database/tests/a.yaml',
      'as: user:default/otto\nvalues: { name: a.hcl }\n',
    );
    write(
      'database/tests/b.yaml',
      'as: user:default/nobody\nvalues: { name: a.hcl }\n',
    );
    const { stdout } = await run('--personas', '--update', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      written: 1,
      notRun: 1,
      cases: [
        { case: 'a', state: 'written' },
        {
          case: 'b',
          state: 'not-run',
          detail: ['the portal has no persona user:default/nobody'],
        },
      ],
    });
    expect(asked.map(({ token }) => token)).toEqual([
      `Bearer ${tokenOf('user:default/otto')}`,
    ]);
  });

  it.each<[string, string, string]>([
    ['a case without values', 'as: user:default/pia\n', 'it has no values'],
    ['a case of other keys', 'value: {}\n', 'it has "value"'],
    ['a person who is none', 'as: pia\nvalues: {}\n', '"pia" is no person'],
  ])('refuses %s', async (_, text, message) => {
    write('database/tests/dev.yaml', text);
    const { status, stderr } = await run(...AS_PIA);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  it('says what is missing: a token, the right to run dry, a portal, a case', async () => {
    expect((await run(...AS_PIA)).stderr).toContain('There is no case to run');
    write('database/tests/dev.yaml', 'values: { name: a.hcl }\n');
    expect((await run()).stderr).toContain('The token of a person is missing.');
    answer = () => ({
      status: 403,
      body: { error: { name: 'NotAllowedError', message: '' } },
    });
    const refused = await run(...AS_PIA);
    expect(refused.stderr).toContain('ownership.permissions.templateAuthors');
    expect(refused.status).toBe(2);
    const nowhere = await run(...AS_PIA, '--url', 'http://127.0.0.1:1');
    expect(nowhere.stderr).toContain('does not answer');
  });
});
