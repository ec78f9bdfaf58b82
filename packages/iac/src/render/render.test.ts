// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { hostileObject, hostileValue } from '../__testUtils__/hostile';
import {
  describeWithTerraform,
  formatDiff,
  TERRAFORM,
} from '../__testUtils__/terraform';
import { readLiteral } from '../hcl/literal';
import { parseHcl } from '../hcl/parse';
import { asJson } from '../__testUtils__/hostile';
import { ModuleCall, renderModuleCall } from './moduleCall';
import { putStackUnit, renderStackUnit, StackUnit } from './stackUnit';

const GIT = 'git::https://example.com/acme/modules.git//modules/db';
const CALL: ModuleCall = {
  name: 'db',
  source: GIT,
  version: 'v1.1.0',
  inputs: { name: 'x', size: 5, tags: { a: '${b}' } },
};
const UNIT: StackUnit = {
  name: 'db',
  source: GIT,
  version: 'v1.1.0',
  path: 'db',
  values: { version: 'v1', tags: { a: '${b}' } },
};

describe('renderModuleCall', () => {
  it('writes a Git module with its version in the source', () => {
    expect(
      renderModuleCall({
        ...CALL,
        providers: { aws: 'aws.eu', 'aws.dr': 'aws.us' },
      }),
    ).toBe(`module "db" {
  source = "${GIT}?ref=v1.1.0"

  providers = {
    aws    = aws.eu
    aws.dr = aws.us
  }

  name = "x"
  size = 5
  tags = {
    a = "$\${b}"
  }
}
`);
  });

  it('writes a registry module with a version, and a path without', () => {
    const source = 'registry.example.com/acme/db/aws//modules/x';
    expect(
      renderModuleCall({ ...CALL, source, version: '1.2.3', inputs: {} }),
    ).toBe(`module "db" {\n  source  = "${source}"\n  version = "1.2.3"\n}\n`);
    expect(renderModuleCall({ name: 'a', source: '../x', inputs: {} })).toBe(
      'module "a" {\n  source = "../x"\n}\n',
    );
  });

  it.each<[Partial<ModuleCall>, string]>([
    [{ name: 'a"' }, 'is not a name'],
    [{ inputs: { source: 'x' } }, 'not the name of an input'],
    [{ inputs: { for_each: [] } }, 'not the name of an input'],
    [{ inputs: { 'a = 1\n': 1 } }, 'not the name of an input'],
    [{ version: undefined }, 'exact version'],
    [{ version: 'main' }, 'exact version'],
    [{ source: 'acme/db/aws', version: '~> 1.0' }, 'exact version'],
    [{ source: `${GIT}?ref=v1` }, 'version already'],
    [{ source: '../x', version: 'v1' }, 'which has none'],
    [{ source: '../${x}', version: undefined }, 'not a plain path'],
    [{ providers: { aws: 'aws.eu }' } }, 'not a provider'],
  ])('refuses %j', (part, words) => {
    expect(() => renderModuleCall({ ...CALL, ...part })).toThrow(
      expect.objectContaining({
        code: 'module-call-invalid',
        message: expect.stringContaining(words),
      }),
    );
  });

  it('refuses a source of another form', () => {
    expect(() =>
      renderModuleCall({ ...CALL, source: 'https://example.com/x.zip' }),
    ).toThrow(expect.objectContaining({ code: 'module-source-invalid' }));
  });
});

describe('renderStackUnit', () => {
  it('writes a unit', () => {
    expect(renderStackUnit(UNIT)).toBe(`unit "db" {
  source = "${GIT}?ref=v1.1.0"
  path   = "db"

  values = {
    version = "v1"
    tags = {
      a = "$\${b}"
    }
  }
}
`);
    expect(
      renderStackUnit({ name: 'a', source: './units/a', path: 'x/a' }),
    ).toBe('unit "a" {\n  source = "./units/a"\n  path   = "x/a"\n}\n');
  });

  it.each<[Partial<StackUnit>, string]>([
    [{ name: '' }, 'is not a name'],
    [{ path: '../db' }, 'below the stack'],
    [{ path: '/db' }, 'below the stack'],
    [{ version: undefined }, 'needs a version'],
    [{ source: `${GIT}?ref=v1` }, 'version already'],
    [{ source: './x', version: 'v1' }, 'which has none'],
  ])('refuses %j', (part, words) => {
    expect(() => renderStackUnit({ ...UNIT, ...part })).toThrow(
      expect.objectContaining({
        code: 'unit-invalid',
        message: expect.stringContaining(words),
      }),
    );
  });

  it('keeps any values', async () => {
    await fc.assert(
      fc.asyncProperty(hostileObject(hostileValue), async values => {
        fc.pre(Object.keys(values).length > 0);
        const { body } = await parseHcl(renderStackUnit({ ...UNIT, values }));
        const found = body.blocks[0].body.attributes.find(
          ({ name }) => name === 'values',
        )!;
        expect(readLiteral(found.value)).toEqual({
          isLiteral: true,
          value: asJson(values),
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('putStackUnit', () => {
  it('begins a file, adds to one, and leaves what is there', async () => {
    const first = await putStackUnit(undefined, UNIT);
    expect(first).toEqual({ text: renderStackUnit(UNIT), action: 'created' });
    const other = { ...UNIT, name: 'cache', path: 'cache' };
    const second = await putStackUnit(first.text, other);
    expect(second.text).toBe(`${first.text}\n${renderStackUnit(other)}`);
    expect(await putStackUnit(second.text, UNIT)).toEqual({
      text: second.text,
      action: 'unchanged',
    });
  });

  it('replaces only what is another', async () => {
    const text = `# Databases\nunit "db" {\n  source = "${GIT}?ref=v1.1.0" # pinned\n  path   = "db"\n\n  values = {\n    # why\n    version = "v1" # keep\n    gone    = 1\n    tags = {\n      a = "x" # tag\n    }\n  }\n}\n`;
    expect(
      await putStackUnit(text, {
        ...UNIT,
        version: 'v1.2.0',
        values: { version: 'v2', tags: { a: 'y' }, size: 1 },
      }),
    ).toEqual({
      action: 'updated',
      text: text
        .replace('v1.1.0', 'v1.2.0')
        .replace('"v1" #', '"v2" #')
        .replace('    gone    = 1\n', '')
        .replace('"x" # tag\n    }\n', '"y" # tag\n    }\n\n    size = 1\n'),
    });
  });

  it('never changes the path, which is the key of the state', async () => {
    await expect(
      putStackUnit(renderStackUnit(UNIT), { ...UNIT, path: 'other' }),
    ).rejects.toMatchObject({ code: 'unit-invalid' });
  });
});

describeWithTerraform(TERRAFORM, () => {
  it('finds nothing to format', () => {
    const samples = fc.sample(hostileObject(hostileValue), 60);
    const files: Record<string, string> = {};
    for (const [index, values] of samples.entries()) {
      const inputs = Object.fromEntries(
        Object.entries(values).map(([, value], nth) => [
          `i${'x'.repeat(nth)}`,
          value,
        ]),
      );
      files[`unit${index}.tf`] = renderStackUnit({ ...UNIT, values });
      files[`call${index}.tf`] = renderModuleCall({
        ...CALL,
        inputs,
        providers: { aws: 'aws.eu', google: 'google' },
      });
    }
    expect(formatDiff(files)).toBe('');
  });
});
