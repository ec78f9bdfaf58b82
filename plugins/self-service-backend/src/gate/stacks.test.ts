// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Stacks, decided unit by unit: who may, what is refused, and what somebody tries.
import { BLOCKED, moduleSource, useGate } from '../__testUtils__/useGate';
import { DEV, MODULES_SOURCE, PROD, unit } from '../__testUtils__/world';

jest.setTimeout(60_000);

const { ask, push } = useGate();

describe('stacks', () => {
  const path = `${DEV}/terragrunt.stack.hcl`;
  const GIT = `${MODULES_SOURCE}//units/postgres?ref=v1.1.0`;
  const block = (
    name: string,
    {
      source = `"${GIT}"`,
      at = name,
      version = 'v1.1.0',
      more = '',
    }: { source?: string; at?: string; version?: string; more?: string } = {},
  ) =>
    `unit "${name}" {\n  source = ${source}\n  path   = "${at}"\n${more}\n  values = {\n    name    = "orders"\n    version = "${version}"\n  }\n}\n`;
  const NETWORK =
    'unit "net" {\n  source = "../../../../_envcommon/units/network"\n  path   = "net"\n\n  values = {\n    version = "v1.1.0"\n  }\n}\n';

  beforeAll(() =>
    push({
      '_envcommon/units/network/terragrunt.hcl': `terraform {\n  source = "${moduleSource(
        'network',
        '${values.version}',
      )}"\n}\n`,
      'units/open/terragrunt.hcl': `terraform {\n  source = "${moduleSource(
        'postgres-database',
      )}"\n}\n`,
    }),
  );

  it('have a target for each unit, by its template, its values and its folder', async () => {
    expect(await ask({ [path]: block('orders-db') })).toEqual({
      targets: [
        `service.deploy dev/postgres-database?account=111111111111 ${DEV}/orders-db`,
      ],
    });
    expect(await ask({ [path]: NETWORK }, 'nia')).toEqual({
      targets: [
        `service.deploy dev/networking?account=111111111111 ${DEV}/net`,
      ],
    });
  });

  it('are decided unit by unit', async () => {
    const both = `${block('orders-db')}\n${NETWORK}`;
    expect((await ask({ [path]: both })).code).toBe('policy-denied');
    await push({ [path]: NETWORK });
    expect((await ask({ [path]: both })).targets).toEqual([
      `service.deploy dev/postgres-database?account=111111111111 ${DEV}/orders-db`,
    ]);
    // A comment is everybody's whose units are in the stack.
    expect((await ask({ [path]: `# ours\n${NETWORK}` })).code).toBe(
      'policy-denied',
    );
    // Who takes a unit out destroys it.
    expect((await ask({ [path]: block('orders-db') })).code).toBe(
      'policy-denied',
    );
    expect((await ask({ [path]: undefined }, 'nia')).targets).toEqual([
      `service.destroy dev/networking?account=111111111111 ${DEV}/net`,
    ]);
  });

  it('are upgraded, and a blocked version is left', async () => {
    const file = `${DEV}/shop/terragrunt.stack.hcl`;
    const old = block('db', {
      version: BLOCKED,
      source: `"${GIT.replace('v1.1.0', BLOCKED)}"`,
    });
    await push({ [file]: old });
    expect((await ask({ [file]: block('db') })).targets).toEqual([
      `service.deploy dev/postgres-database?account=111111111111 ${DEV}/shop/db`,
    ]);
    expect(
      (await ask({ [file]: `${old}\n${block('more')}` })).targets,
    ).toHaveLength(1);
    expect((await ask({ [file]: old.replace('orders', 'stock') })).code).toBe(
      'module-version-blocked',
    );
  });

  it('of production need what production needs', async () => {
    const file = `${PROD}/terragrunt.stack.hcl`;
    expect((await ask({ [file]: block('db') }, 'dan')).message).toMatch(
      /change ticket/,
    );
    expect(
      (
        await ask({ [file]: block('db') }, 'dan', {
          request: { changeTicket: 'CHG-1' },
        })
      ).targets,
    ).toHaveLength(1);
  });

  it.each<[string, string, string, RegExp]>([
    [
      'a blocked template',
      block('a', { source: `"${GIT.replace('v1.1.0', BLOCKED)}"` }),
      'module-version-blocked',
      /no tags/,
    ],
    [
      'a blocked version in the values',
      block('a', { version: BLOCKED }),
      'module-version-blocked',
      /backups/,
    ],
    [
      'a version in the values that moves',
      block('a', { version: 'main' }),
      'module-version-not-a-tag',
      /main/,
    ],
    [
      'no version',
      block('a', { source: `"${GIT.split('?')[0]}"` }),
      'stack-unit-refused',
      /ref=/,
    ],
    [
      'another repository',
      block('a', {
        source: '"git::https://evil.example/u.git//units/postgres?ref=v1.1.0"',
      }),
      'module-outside-repository',
      /evil/,
    ],
    [
      'another repository through a local',
      `locals {\n  s = "git::https://evil.example/u.git//x?ref=v1.1.0"\n}\n${block(
        'a',
        { source: 'local.s' },
      )}`,
      'module-outside-repository',
      /evil/,
    ],
    [
      'a second unit that is not vetted',
      `${block('a')}\n${block('b', {
        source: '"git::https://evil.example/u.git//x?ref=v1.1.0"',
      })}`,
      'module-outside-repository',
      /evil/,
    ],
    [
      'a module that is no template',
      block('a', { source: `"${moduleSource('postgres-database')}"` }),
      'stack-unit-refused',
      /no template/,
    ],
    [
      "a template of another service's module",
      block('a', {
        source: `"${MODULES_SOURCE}//units/mislabelled?ref=v1.1.0"`,
      }),
      'stack-unit-refused',
      /networking/,
    ],
    [
      'a template that anybody may change',
      block('a', { source: '"../../../../../units/open"' }),
      'stack-unit-refused',
      /no protected file/,
    ],
    [
      'a template that is not there',
      block('a', { source: '"../nowhere"' }),
      'stack-unit-refused',
      /not there/,
    ],
    [
      'a path out of the stack',
      block('a', { at: '../../prod/a' }),
      'stack-unit-refused',
      /no plain folder/,
    ],
    [
      'a path that is computed',
      block('a').replace('"a"\n\n', 'local.x\n\n'),
      'stack-unit-refused',
      /expression/,
    ],
    [
      'a path that two units have',
      `${block('a')}\n${block('b', { at: 'a' })}`,
      'stack-unit-refused',
      /already/,
    ],
    [
      'a name that two units have',
      `${block('a')}\n${block('a', { at: 'b' })}`,
      'code-refused',
      /no other unit/,
    ],
    [
      'a call in the values',
      block('a').replace('"orders"', 'run_cmd("id")'),
      'code-refused',
      /value itself/,
    ],
    [
      'a call in a local',
      `locals {\n  x = run_cmd("id")\n}\n${block('a')}`,
      'code-refused',
      /value itself/,
    ],
    [
      'a nested stack',
      `${block('a')}\nstack "s" {\n  source = "../s"\n  path   = "s"\n}\n`,
      'code-refused',
      /"stack"/,
    ],
    [
      'an attribute of its own',
      block('a', { more: '  no_validation = true\n' }),
      'code-refused',
      /no_validation/,
    ],
    ['what does not parse', 'unit "a" {\n', 'code-refused', /not valid HCL/],
    ['no unit', '# empty\n', 'path-without-target', /without units/],
  ])('are refused for %s', async (_, content, code, words) => {
    const file = `${DEV}/fresh/terragrunt.stack.hcl`;
    expect(await ask({ [file]: content })).toMatchObject({
      code,
      message: expect.stringMatching(words),
    });
  });

  it('never give a unit another state', async () => {
    const file = `${DEV}/kept/terragrunt.stack.hcl`;
    await push({ [file]: block('db') });
    expect(
      (await ask({ [file]: block('db', { at: 'other' }) })).message,
    ).toMatch(/key of its state/);
  });

  it('are refused at the path of a unit that another file makes', async () => {
    const own = `${DEV}/plain-db/terragrunt.hcl`;
    const stack = `${DEV}/terragrunt.stack.hcl`;
    const inner = `${DEV}/both/terragrunt.stack.hcl`;
    const made = (other: string) => ({
      code: 'unit-path-taken',
      message: expect.stringContaining(
        `"${other}" makes one at that path, and a path is the key`,
      ),
    });
    // In one change.
    const plain = { [own]: unit() };
    const beside = { [stack]: `${block('plain-db')}\n${NETWORK}` };
    expect((await ask({ ...plain, ...beside })).code).toBe('unit-path-taken');
    const far = `${block('db', { at: 'both/db' })}\n${NETWORK}`;
    expect((await ask({ [stack]: far, [inner]: block('db') })).code).toBe(
      'unit-path-taken',
    );
    // Beside what is there, in either order, and while it is taken away.
    await push({ ...plain, [inner]: block('db'), [stack]: NETWORK });
    expect(await ask(beside)).toMatchObject(made(own));
    expect(await ask({ ...beside, [own]: undefined })).toMatchObject(made(own));
    expect(await ask({ [stack]: far })).toMatchObject(made(inner));
    expect(await ask({ [`${DEV}/net/terragrunt.hcl`]: unit() })).toMatchObject(
      made(stack),
    );
    // What is there goes on as it was.
    const changed = unit({ inputs: '  name = "other"\n' });
    expect((await ask({ [own]: changed })).targets).toHaveLength(1);
  });

  it('are refused where the policy has no place for the unit', async () => {
    expect(
      (await ask({ 'elsewhere/terragrunt.stack.hcl': block('a') })).code,
    ).toBe('ownership-path-without-layout');
  });
});
