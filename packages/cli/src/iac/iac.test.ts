// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/* eslint-disable-next-line no-restricted-syntax */
const BIN = resolve(__dirname, '../../bin/fairway');

// Each command starts a process that compiles its sources.
jest.setTimeout(60_000);

const UNIT = `# Ask before the weekend.\r
include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "git::https://git.example.com/acme/modules.git//modules/db?ref=v1.0.0"
}

inputs = {
  name       = "orders-db" # the one and only
  storage_gb = 50
  size       = "small"
  subnet_ids = dependency.network.outputs.ids
}

dependency "network" {
  config_path = "../network"
}
`;

const VALUES = `# Who pays, decides.
image:
  tag: 2.14.0 # released on Monday
replicas: 2
---
second: true
`;

const variable = (name: string, more = '') =>
  `variable "${name}" {\n  description = "The ${name}."\n  type = string\n${more}}\n`;
const MODULE = {
  'v1.0.0': `${variable('name')}${variable('note', '  default = ""\n')}`,
  'v1.1.0': `${variable('name')}${variable('class')}`,
};

describe('fairway iac', () => {
  let folder: string;
  /** What one command has compiled, the next one need not. */
  const compiled = mkdtempSync(join(tmpdir(), 'fairway-compiled-'));

  afterAll(() => rmSync(compiled, { recursive: true }));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fairway-iac-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  };

  /** The real command, as a person or a pipeline runs it. */
  const iac = (
    args: string[],
    options: { input?: string | Buffer; env?: Record<string, string> } = {},
  ) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [BIN, 'iac', ...args],
      {
        encoding: 'utf8',
        cwd: folder,
        input: options.input ?? '',
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          NODE_COMPILE_CACHE: compiled,
          ...options.env,
        },
      },
    );
    return { status, stdout, stderr };
  };

  describe('get', () => {
    it('prints text as it is, and everything else as JSON', () => {
      write('terragrunt.hcl', UNIT);
      expect(iac(['get', 'terragrunt.hcl', 'inputs.name'])).toEqual({
        status: 0,
        stdout: 'orders-db\n',
        stderr: '',
      });
      const { stdout } = iac(['get', 'terragrunt.hcl', 'dependency.network']);
      expect(JSON.parse(stdout)).toEqual({ config_path: '../network' });
      expect(
        iac(['get', 'terragrunt.hcl', 'inputs.name', '--json']).stdout,
      ).toBe('"orders-db"\n');
    });

    it('reads YAML from stdin, of the document that is asked for', () => {
      const args = ['get', '-', '--format', 'yaml'];
      expect(iac([...args, 'replicas'], { input: VALUES }).stdout).toBe('2\n');
      expect(
        iac([...args, 'second', '--document', '1'], { input: VALUES }).stdout,
      ).toBe('true\n');
    });

    it('evaluates nothing, and prints an expression only where it is asked for', () => {
      write('terragrunt.hcl', UNIT);
      const refused = iac(['get', 'terragrunt.hcl', 'inputs']);
      expect(refused.stderr).toBe(
        'At "inputs" in "terragrunt.hcl" stands an expression, on line 14: dependency.network.outputs.ids. It is not evaluated; --expression prints it as it stands. (cli-value-not-literal)\n',
      );
      expect(refused.status).toBe(2);
      const args = ['get', 'terragrunt.hcl', 'inputs.subnet_ids'];
      expect(iac([...args, '--expression']).stdout).toBe(
        'dependency.network.outputs.ids\n',
      );
    });

    it('says what is not there', () => {
      write('values.yaml', VALUES);
      const { status, stdout, stderr } = iac([
        ...['get', 'values.yaml', 'image.digest'],
      ]);
      expect(stderr).toBe(
        'There is no "image.digest" in "values.yaml". At its top is: image, replicas. (cli-value-missing)\n',
      );
      expect(stdout).toBe('');
      expect(status).toBe(2);
    });

    it('refuses numbers that JSON would change, and what is no JSON', () => {
      write(
        'a.hcl',
        'n = { big = [9007199254740993] }\nsame = [1.10, -50, 0.00, 120]\n',
      );
      write(
        'a.yaml',
        'big: 9007199254740993\nsame: [12, -1, 0o17]\nend: .inf\nbytes: !!binary aGk=\n',
      );
      const refusal = (file: string, path: string) => {
        const { status, stdout, stderr } = iac(['get', file, path]);
        expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
        expect(stderr).toContain('(cli-value-not-json)');
        return /stands (.*?), which/.exec(stderr)?.[1];
      };
      expect(refusal('a.hcl', 'n')).toBe('the number 9007199254740993');
      expect(refusal('a.yaml', 'big')).toBe('the number 9007199254740993');
      expect(refusal('a.yaml', 'end')).toBe('the number Infinity');
      expect(refusal('a.yaml', 'bytes')).toMatch(/^a (Buffer|Uint8Array)$/);
      const same = (file: string) =>
        JSON.parse(iac(['get', file, 'same']).stdout);
      expect(same('a.hcl')).toEqual([1.1, -50, 0, 120]);
      expect(same('a.yaml')).toEqual([12, -1, 15]);
    });

    it('chooses none of two values under one name', () => {
      write('a.hcl', 'a = 1\nb = [{\n  c = 1\n  c = 2\n}]\n');
      expect(iac(['get', 'a.hcl', 'b.0.c'])).toEqual({
        status: 2,
        stdout: '',
        stderr: 'a.hcl:4:3: "c" is there twice. Keep one (cli-file-invalid)\n',
      });
    });
  });

  describe('set', () => {
    it('changes the bytes of the values and no other, line ends too', () => {
      write('terragrunt.hcl', UNIT);
      const { status, stdout } = iac([
        ...[
          'set',
          'terragrunt.hcl',
          'inputs.storage_gb=100',
          'inputs.size=big',
        ],
      ]);
      expect(stdout).toBe(
        UNIT.replace('= 50', '= 100').replace('"small"', '"big"'),
      );
      expect(status).toBe(0);
      // Without --write the file stays.
      expect(readFileSync(join(folder, 'terragrunt.hcl'), 'utf8')).toBe(UNIT);
    });

    it('keeps a template in a value text, in HCL and in YAML', () => {
      const hostile = '${run_cmd("id")} %{ if true }';
      const hcl = iac(['set', '-', '--format', 'hcl', `a=${hostile}`], {
        input: 'a = 1\n',
      });
      expect(hcl.stdout).toBe('a = "$${run_cmd(\\"id\\")} %%{ if true }"\n');
      const back = iac(['get', '-', '--format', 'hcl', 'a'], {
        input: hcl.stdout,
      });
      expect(back.stdout).toBe(`${hostile}\n`);
      const yaml = iac(['set', '-', '--format', 'yaml', 'a=*anchor'], {
        input: 'a: 1\n',
      });
      expect(
        iac(['get', '-', '--format', 'yaml', 'a'], { input: yaml.stdout })
          .stdout,
      ).toBe('*anchor\n');
    });

    it('replaces what is there in YAML, and adds what is not', () => {
      const { stdout } = iac(
        [
          ...['set', '-', '--format', 'yaml'],
          ...['image.tag=2.15.0', 'labels["app.kubernetes.io/name"]=x'],
        ],
        { input: 'image:\n  tag: 2.14.0 # released on Monday\n' },
      );
      expect(stdout).toBe(
        'image:\n  tag: 2.15.0 # released on Monday\nlabels:\n  app.kubernetes.io/name: x\n',
      );
    });

    it('takes JSON as JSON and a bare word as text', () => {
      const { stdout } = iac(
        [
          ...['set', '-', '--format', 'hcl'],
          ...['a=["x",1]', 'b=true', 'c=v1.1.0', 'd="true"', 'e='],
        ],
        { input: '' },
      );
      const back = (name: string) =>
        iac(['get', '-', '--format', 'hcl', name, '--json'], { input: stdout })
          .stdout;
      expect(JSON.parse(back('a'))).toEqual(['x', 1]);
      expect(['b', 'c', 'd', 'e'].map(back)).toEqual([
        'true\n',
        '"v1.1.0"\n',
        '"true"\n',
        '""\n',
      ]);
    });

    it.each([
      ['a=1.10', 'The value 1.10 could be text, or the number 1.1.'],
      ['a={"b":1', 'The value {"b":1 begins like JSON and is none.'],
      ['a', '"a" is not a path with a value.'],
      ['a..b=1', 'a name is missing before ".b=1"'],
      ['a[b]=1', '"a[b]=1" is not a path'],
    ])('refuses %s', (value, message) => {
      const { status, stdout, stderr } = iac(
        ['set', '-', '--format', 'hcl', value],
        { input: 'x = 1\n' },
      );
      expect(stderr).toContain(message);
      expect(stdout).toBe('');
      expect(status).toBe(2);
    });

    it('writes in place, keeps the mode and the link, and leaves nothing beside it', () => {
      const path = write('real/run.hcl', 'a = 1\n');
      chmodSync(path, 0o750);
      symlinkSync('real/run.hcl', join(folder, 'link.hcl'));
      expect(iac(['set', 'link.hcl', 'a=2', '--write'])).toEqual({
        status: 0,
        stdout: '',
        stderr: '',
      });
      expect(readFileSync(path, 'utf8')).toBe('a = 2\n');
      expect(statSync(path).mode & 0o777).toBe(0o750);
      expect(readlinkSync(join(folder, 'link.hcl'))).toBe('real/run.hcl');
      expect(readdirSync(join(folder, 'real'))).toEqual(['run.hcl']);
      const again = iac(['set', 'link.hcl', 'a=2', '--write', '--json']);
      expect(JSON.parse(again.stdout)).toEqual({ changed: false });
    });

    it.each([
      ['hcl', 'a = {\n  b = \n', '-:2:5: This is not valid HCL'],
      ['yaml', 'a: [1\nb: 2\n', '-:2:1: This is not valid YAML'],
      ['hcl', 'a = 1\na = 2\n', '-:2:1: "a" is there twice'],
    ])(
      'refuses %s that does not parse, with its place',
      (format, input, said) => {
        const { status, stdout, stderr } = iac(
          ['set', '-', '--format', format, 'a=1'],
          { input },
        );
        expect(stderr).toContain(said);
        expect(stdout).toBe('');
        expect(status).toBe(2);
      },
    );

    it('changes all or nothing', () => {
      const path = write('a.hcl', 'a = 1\nb = f()\n');
      const { status, stderr } = iac([
        ...['set', 'a.hcl', 'a=2', 'b.c=1', '--write'],
      ]);
      expect(stderr).toContain('a.hcl:2:5: At "b" stands a call of f');
      expect(status).toBe(2);
      expect(readFileSync(path, 'utf8')).toBe('a = 1\nb = f()\n');
    });

    it('refuses bytes that are not UTF-8, stdin in place, and a format that nobody said', () => {
      const path = write('latin.hcl', Buffer.from([0x61, 0x3d, 0x22, 0xe9]));
      expect(iac(['set', 'latin.hcl', 'a=1', '--write']).stderr).toBe(
        'latin.hcl: It is not UTF-8 text (cli-file-invalid)\n',
      );
      expect(readFileSync(path)).toHaveLength(4);
      expect(
        iac(['set', '-', '--format', 'hcl', 'a=1', '--write']).stderr,
      ).toContain('cannot be written in place');
      expect(iac(['set', 'values.txt', 'a=1']).stderr).toContain(
        'Give --format hcl or --format yaml.',
      );
    });
  });

  it('unset takes values and blocks away, and nothing else', () => {
    write('terragrunt.hcl', UNIT);
    const { stdout } = iac([
      ...['unset', 'terragrunt.hcl', 'inputs.size', 'dependency.network'],
    ]);
    expect(stdout).toBe(
      UNIT.replace('  size       = "small"\n', '').replace(
        /\ndependency[\s\S]*$/,
        '',
      ),
    );
    const yaml = iac(['unset', '-', '--format', 'yaml', 'image.tag'], {
      input: 'image:\n  name: x\n  tag: 1\n',
    });
    expect(yaml.stdout).toBe('image:\n  name: x\n');
    expect(iac(['unset', 'terragrunt.hcl', 'inputs.nothing']).status).toBe(2);
  });

  describe('schema', () => {
    it('says what a module takes, as a table and as JSON Schema', () => {
      write('db/variables.tf', MODULE['v1.0.0']);
      expect(iac(['schema', 'db']).stdout).toBe(
        'name  string, required    The name.\nnote  string, default ""  The note.\n',
      );
      const { stdout } = iac(['schema', 'db', '--json']);
      expect(JSON.parse(stdout)).toMatchObject({
        schema: { properties: { name: { type: 'string' } } },
        requiredInputs: ['name'],
      });
    });

    it('refuses a folder without a module, and one that is not there', () => {
      mkdirSync(join(folder, 'empty'));
      expect(iac(['schema', 'empty']).stderr).toContain(
        'could not be read (there is no .tf file)',
      );
      expect(iac(['schema', 'nowhere'])).toMatchObject({ status: 2 });
    });
  });

  /** A repository of modules behind an address, as a person's Git settings can say. */
  const repository = () => {
    const work = join(folder, 'work');
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', work, ...args], {
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_AUTHOR_NAME: 'Acme',
          GIT_AUTHOR_EMAIL: 'a@acme.example',
          GIT_COMMITTER_NAME: 'Acme',
          GIT_COMMITTER_EMAIL: 'a@acme.example',
        },
      });
    mkdirSync(work);
    git('init', '--quiet');
    for (const version of ['v1.0.0', 'v1.1.0'] as const) {
      write('work/modules/db/variables.tf', MODULE[version]);
      git('add', '.');
      git('commit', '--quiet', '-m', version);
      git('tag', version);
    }
    write(
      'gitconfig',
      `[url "file://${work}"]\n  insteadOf = https://git.example.com/acme/modules.git\n`,
    );
    return { GIT_CONFIG_GLOBAL: join(folder, 'gitconfig') };
  };
  const at = (version: string) =>
    `git::https://git.example.com/acme/modules.git//modules/db?ref=${version}`;

  it('reads a module from Git at a version', () => {
    const env = repository();
    expect(iac(['schema', at('v1.1.0')], { env }).stdout).toContain('class');
    const { status, stderr } = iac(['schema', at('v9.0.0')], { env });
    expect(stderr).toContain('?ref=v9.0.0" could not be read (fatal: ');
    expect(status).toBe(2);
    expect(
      iac(['schema', 'git::ext::sh -c id//modules/db?ref=v1'], { env }).status,
    ).toBe(2);
  });

  it('upgrade-plan says what has to be answered, and for a unit what is left to answer', () => {
    const env = repository();
    const versions = [at('v1.0.0'), at('v1.1.0')];
    expect(iac(['upgrade-plan', ...versions], { env })).toMatchObject({
      status: 1,
      stdout: 'required  class\ngone      note\n',
    });
    const unit = ['--unit', 'terragrunt.hcl', '--json'];
    write('terragrunt.hcl', UNIT.replace('size ', 'class'));
    const answered = iac(['upgrade-plan', ...versions, ...unit], { env });
    expect(JSON.parse(answered.stdout)).toMatchObject({
      unanswered: [],
      toRemove: [],
    });
    expect(answered.status).toBe(0);
    write('terragrunt.hcl', UNIT.replace('size ', 'note '));
    const open = iac(['upgrade-plan', ...versions, ...unit], { env });
    expect(JSON.parse(open.stdout)).toMatchObject({
      unanswered: ['class'],
      toRemove: ['note'],
    });
    expect(open.status).toBe(1);
  });

  describe('validate', () => {
    it('tells errors with their places, and ends with 1', () => {
      write('live/a/terragrunt.hcl', UNIT);
      write('live/b/broken.hcl', 'a = {\n');
      write('live/c/values.yaml', 'a: [\n');
      write('live/.git/ignored.hcl', 'a = {\n');
      const { status, stdout } = iac(['validate', 'live']);
      expect(stdout).toMatch(
        /^live\/b\/broken\.hcl:\d+:\d+: .+ \(syntax\)\nlive\/c\/values\.yaml:\d+:\d+: .+ \(syntax\)\n3 files, 2 errors, 0 warnings\n$/,
      );
      expect(status).toBe(1);
    });

    it('finds what is named twice, once', () => {
      const twice = UNIT.replace('  size ', '  name = "b"\n  size ');
      write('a/terragrunt.hcl', twice);
      write('a/more.hcl', 'b {\n  c = 1\n  c = 2\n}\n');
      const { status, stdout } = iac(['validate', 'a']);
      expect(stdout).toBe(
        'a/more.hcl:3:3: "c" is there twice. Keep one (duplicate)\na/terragrunt.hcl:13:3: "name" is there twice. Keep one (duplicate)\n2 files, 2 errors, 0 warnings\n',
      );
      expect(status).toBe(1);
    });

    it('compares the versions of units with the modules that are vetted', () => {
      write(
        'iac-catalog.yaml',
        'apiVersion: fairway.dev/v1\nkind: ModuleCatalog\nmodules:\n  db: { title: Database, description: One., path: modules/db, service: db, versions: { v1.1.0: approved, v1.0.0: { status: blocked, reason: It leaks } } }\n',
      );
      write('live/a/terragrunt.hcl', UNIT);
      const vetted = [
        ...['--catalog', 'iac-catalog.yaml'],
        ...['--modules', 'git::https://git.example.com/acme/modules.git'],
      ];
      const refused = iac(['validate', 'live', ...vetted]);
      expect(refused.stdout).toContain(
        'live/a/terragrunt.hcl:7:1: The version "v1.0.0" of the module "db" is blocked: It leaks.',
      );
      expect(refused.status).toBe(1);
      write('live/a/terragrunt.hcl', UNIT.replace('v1.0.0', 'v1.1.0'));
      expect(iac(['validate', 'live', ...vetted]).status).toBe(0);
    });

    it('warns of what a portal cannot read, and fails on it where that is asked for', () => {
      write('a/terragrunt.hcl', UNIT.replace('= 50', '= max(1, 2)'));
      const { status, stdout } = iac(['validate', 'a']);
      expect(stdout).toContain('a/terragrunt.hcl:12:16: warning: ');
      expect(status).toBe(0);
      expect(iac(['validate', 'a', '--strict']).status).toBe(1);
    });
  });
});
