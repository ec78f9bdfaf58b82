// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Actions that touch the workspace alone.
import { join } from 'node:path';
import { parse } from 'yaml';
import { newTask, type Task } from '../__testUtils__/runAction';
import { DEV, SOURCE } from '../__testUtils__/repositories';
import { proposeStep } from '../__testUtils__/templates';
import { createWorld, type World } from '../__testUtils__/world';
import { createStackUnitAction } from './createStackUnitAction';
import { examples as stackExamples } from './createStackUnitAction.examples';
import { createTerraformModuleAction } from './createTerraformModuleAction';
import { examples as moduleExamples } from './createTerraformModuleAction.examples';
import { createValidateAction } from './createValidateAction';
import { examples as validateExamples } from './createValidateAction.examples';

jest.setTimeout(60_000);

const stack = createStackUnitAction();
const terraform = createTerraformModuleAction();
const validate = createValidateAction();
const TEMPLATE =
  'git::https://git.example.com/acme/units.git//units/postgres?ref=v1.1.0';

let world: World;
let task: Task;

beforeAll(async () => {
  world = await createWorld();
});

afterAll(() => world.remove());

beforeEach(async () => {
  task = await newTask();
});

afterEach(() => task.remove());

it.each(
  [...stackExamples, ...moduleExamples, ...validateExamples].map(
    ({ description, example }) => [description, example],
  ),
)('the example runs: %s', async (_, example) => {
  const { body } = await world.dryRun('pia', {
    steps: parse(example).steps,
    values: {},
  });
  expect(body.error).toBeUndefined();
  expect(body.log.at(-1).body.message).toMatch(/Finished step/);
});

describe('iac:terragrunt:stack:unit', () => {
  const db = (more: object = {}) => ({
    stackPath: DEV,
    unitName: 'db',
    source: TEMPLATE,
    values: { name: 'orders' },
    ...more,
  });
  const path = `${DEV}/terragrunt.stack.hcl`;

  it('adds a unit, changes it, and takes it out, with everything else as it was', async () => {
    const before =
      '# ours\nunit "net" {\n  source = "./net"\n  path   = "net"\n}\n';
    await task.write(path, before);
    expect(await task.run(stack, db())).toEqual({
      path,
      files: [path],
      action: 'created',
    });
    expect((await task.run(stack, db())).action).toBe('unchanged');
    const changed = await task.run(stack, db({ values: { name: 'stock' } }));
    expect(changed.action).toBe('updated');
    expect(await task.read(path)).toBe(`${before}
unit "db" {
  source = "${TEMPLATE}"
  path   = "db"

  values = {
    name = "stock"
  }
}
`);
    const removed = await task.run(stack, db({ state: 'absent' }));
    expect(removed.action).toBe('removed');
    expect((await task.read(path)).trimEnd()).toBe(before.trimEnd());
    const again = await task.run(stack, db({ state: 'absent' }));
    expect(again).toEqual({ path, files: [], action: 'unchanged' });
  });

  it('never changes the key of the state, and needs a source', async () => {
    await task.run(stack, db());
    await expect(
      task.run(stack, db({ unitPath: 'other' })),
    ).rejects.toMatchObject({ code: 'unit-invalid' });
    await expect(
      task.run(stack, db({ source: undefined })),
    ).rejects.toMatchObject({ code: 'stack-unit-without-source' });
  });
});

describe('iac:terraform:module', () => {
  it('writes the call with values as text', async () => {
    const input = {
      targetPath: 'network/dev',
      moduleName: 'network',
      source: 'acme/network/aws',
      version: '1.2.3',
      inputs: { name: '${file("/etc/passwd")}' },
    };
    const path = 'network/dev/network.tf';
    expect(await task.run(terraform, input)).toEqual({ path, files: [path] });
    expect(await task.read(path)).toContain(
      '  name = "$${file(\\"/etc/passwd\\")}"\n',
    );
    await expect(task.run(terraform, input)).rejects.toMatchObject({
      code: 'workspace-file-exists',
    });
  });
});

it.each<[string, string, RegExp]>([
  ['a stack of other templates', stackExamples[0].example, /not in the vetted/],
  ['Terraform outside of the layout', moduleExamples[0].example, /layout/],
])('%s is refused when it is proposed', async (_, example, words) => {
  const [first] = parse(example).steps;
  const { body } = await world.dryRun('pia', {
    steps: [first, proposeStep()],
    values: { name: 'x' },
  });
  expect(body.error.message).toMatch(words);
});

it('a call of a vetted module in its place is proposed', async () => {
  const { body } = await world.dryRun('pia', {
    steps: [
      {
        id: 'call',
        name: 'Call the module',
        action: 'iac:terraform:module',
        input: {
          targetPath: `${DEV}/plain`,
          moduleName: 'orders',
          source: `${SOURCE}//modules/postgres-database`,
          version: 'v1.1.0',
          inputs: { name: 'orders', owner_team: 'payments' },
        },
      },
      proposeStep(),
    ],
    values: { name: 'x' },
  });
  expect(body.error).toBeUndefined();
});

describe('iac:validate', () => {
  const UNIT = `${DEV}/a-db/terragrunt.hcl`;
  const run = (input: object = {}) =>
    task.run(validate, { failOn: 'never', ...input });
  const found = async (content: string, path = UNIT, input: object = {}) => {
    await task.write(path, content);
    const { findings } = await run(input);
    return findings.map(
      ({ rule, severity, line }: Record<string, unknown>) =>
        `${rule} ${severity} ${line}`,
    );
  };
  const source = (text: string) => `terraform {\n  source = "${text}"\n}\n`;

  it.each<[string, string, string[]]>([
    ['a version tag', source('git::https://x.example/a.git//m?ref=v1.2.0'), []],
    [
      'a commit',
      source(`git::https://x.example/a.git//m?ref=${'a'.repeat(40)}`),
      [],
    ],
    ['a path', source('../modules/m'), []],
    [
      'a branch',
      source('git::https://x.example/a.git//m?ref=main'),
      ['unpinned-source error 2'],
    ],
    [
      'no version',
      source('git::https://x.example/a.git//m'),
      ['unpinned-source error 2'],
    ],
    [
      'a version that cannot be told',
      source('git::https://x.example/a.git//m?ref=${run_cmd("x")}'),
      ['unpinned-source warning 2'],
    ],
    [
      'a password in plain text, deep inside',
      'inputs = {\n  list = [{\n    admin_password = "hunter2"\n  }]\n}\n',
      ['secret-literal error 3'],
    ],
    [
      'places where secrets are, and none',
      'inputs = {\n  password = ""\n  db_secret = "arn:aws:secretsmanager:x"\n  token = dependency.a.outputs.b\n  token_ttl = "5m"\n}\n',
      [],
    ],
    ['an access key', `# AKIA${'Q'.repeat(16)}\n`, ['secret-literal error 1']],
    ['what does not parse', 'a = {\n', ['syntax error 2']],
  ])('looks at %s', async (_, content, expected) => {
    expect(await found(content)).toEqual(expected);
  });

  it('looks at names, tags and YAML', async () => {
    expect(await found('', `${DEV}/A_db/terragrunt.hcl`)).toEqual([
      'naming error 1',
    ]);
    const tagged = 'inputs = {\n  tags = { owner = "x" }\n}\n';
    expect(
      await found(tagged, UNIT, { paths: [UNIT], requiredTags: ['owner'] }),
    ).toEqual([]);
    expect(
      await found(tagged, UNIT, {
        paths: [UNIT],
        requiredTags: ['owner', 'cost'],
      }),
    ).toEqual(['required-tags error 2']);
    expect(
      await found('a: 1\nb: [\n', 'values.yaml', { paths: ['values.yaml'] }),
    ).toEqual(['syntax error 3']);
  });

  it('fails the step on errors, and on warnings when told', async () => {
    await task.write(UNIT, 'inputs = { password = "hunter2" }\n');
    await expect(task.run(validate, {})).rejects.toMatchObject({
      code: 'validation-failed',
      message: expect.stringMatching(/a-db\/terragrunt.hcl:1 error secret-lit/),
    });
    await task.write(UNIT, source('${run_cmd("x")}'));
    expect(await task.run(validate, {})).toMatchObject({ passed: true });
    await expect(
      task.run(validate, { failOn: 'warning' }),
    ).rejects.toMatchObject({ code: 'validation-failed' });
  });

  it('looks for secrets with a scanner', async () => {
    await task.write(UNIT, `# npm_${'a1B2'.repeat(9)}\n`);
    const output = await run({ engines: ['builtin', 'secrets'] });
    expect(output).toMatchObject({
      passed: false,
      findings: [{ engine: 'secrets', rule: 'npm', path: UNIT, line: 1 }],
      notRun: [],
    });
    expect(JSON.stringify(output)).not.toContain('a1B2');
  });

  it("asks the company's own policy where there is one", async () => {
    const rego = {
      bundle: join(__dirname, '../validation/__fixtures__/policy.tar.gz'),
      entrypoint: 'fairway/findings',
    };
    const own = createValidateAction({ rego });
    const engines = ['builtin', 'secrets', 'rego'];
    await task.write(UNIT, 'inputs = { backup_days = 9 }\n');
    expect(await task.run(own, { engines })).toEqual({
      passed: true,
      findings: [],
      notRun: [],
    });
    await task.write(UNIT, 'inputs = { backup_days = 1 }\n');
    await expect(task.run(own, { engines })).rejects.toMatchObject({
      code: 'validation-failed',
      message: `${UNIT}:3 error backups: Backups are kept for 1 days; keep them for 7.`,
    });
  });

  it('has not passed while an engine that was asked for did not run', async () => {
    await task.write(UNIT, '');
    const output = await run({ engines: ['builtin', 'rego'] });
    expect(output).toEqual({
      passed: false,
      findings: [],
      notRun: [
        { engine: 'rego', reason: expect.stringContaining('No Rego policy') },
      ],
    });
    await expect(
      task.run(validate, { engines: ['rego'] }),
    ).rejects.toMatchObject({ code: 'validation-failed' });
  });

  it('says when a path is not there', async () => {
    await expect(run({ paths: ['nowhere'] })).rejects.toMatchObject({
      code: 'workspace-file-missing',
    });
  });
});
